import { script } from './script.ts';
import { style } from './style.ts';

/**
 * The whole report page. Style and script stand in it as they are; the policy lets nothing else run or load,
 * whatever the document or a preview may hold: no script but ours, no address, no form.
 */
export const documentTemplate = `<!doctype html>
<html lang="{{pipeline.dialect}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{{fileName}}: proofreading report</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<svg class="hatching" aria-hidden="true"><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5"/></pattern></svg>
{{> masthead}}
<main>
{{> attention}}
{{#if findings}}<section class="figures" aria-label="Figures">{{> strip}}{{> stages}}<div>{{> reading}}{{> lengths}}</div></section>{{/if}}
{{> text}}
{{> preview}}
</main>
{{> colophon}}
{{> keys}}
<script>${script}</script>
</body>
</html>
`;
