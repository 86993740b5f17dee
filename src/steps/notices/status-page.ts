import { template } from '../../report/html/engine.ts';

/** What stands on a client's page: names of jobs and files, states, amounts; nothing of a text. */
interface StatusView {
  readonly language: string;
  readonly office: string;
  readonly title: string;
  readonly waitsTitle: string;
  readonly nothing: string;
  readonly waits: readonly string[];
  readonly jobsTitle: string;
  readonly noJobs: string;
  readonly jobs: readonly {
    readonly name: string;
    readonly state: string;
    readonly since: string;
    readonly documents: string;
  }[];
  /** That older ones are not named; empty where all are. */
  readonly more: string;
  readonly feed: string;
}

const style = `
:root { color-scheme: light dark; --paper: #fdfcf9; --line: #ddd7cb; --ink: #1f1c18; --soft: #625c52; --wait: #8a5300; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181b; --line: #3a3d44; --ink: #e8e4dc; --soft: #a9a59c; --wait: #efc070; }
}
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 2rem; }
h1 small { display: block; font-size: 1rem; font-weight: 400; color: var(--soft); }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .6rem 0; border-top: 1px solid var(--line); }
.waits li { border-left: 3px solid var(--wait); padding-left: .75rem; border-top: 0; margin: .5rem 0; }
li span, p { color: var(--soft); }
a { color: inherit; }
`;

/** The page, which opens from a folder and loads nothing. */
export const statusPage = template<StatusView>(
  `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{title}} – {{office}}</title>
<link rel="alternate" type="application/atom+xml" href="feed.xml" title="{{title}}">
<style>${style}</style>
</head>
<body>
<h1><small>{{office}}</small>{{title}}</h1>
<section class="waits">
<h2>{{waitsTitle}}</h2>
{{#if waits}}
<ul>
{{#each waits}}
<li>{{this}}</li>
{{/each}}
</ul>
{{else}}
<p>{{nothing}}</p>
{{/if}}
</section>
<section>
<h2>{{jobsTitle}}</h2>
{{#if jobs}}
<ul>
{{#each jobs}}
<li><b>{{name}}</b> {{state}}<br><span>{{documents}}, {{since}}</span></li>
{{/each}}
</ul>
{{#if more}}
<p>{{more}}</p>
{{/if}}
{{else}}
<p>{{noJobs}}</p>
{{/if}}
</section>
<p><a href="feed.xml">{{feed}}</a></p>
</body>
</html>
`,
  {},
);
