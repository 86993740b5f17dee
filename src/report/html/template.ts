import { textPartials } from './text-partials.ts';

/** The parts of the report page, each a Handlebars template. */
export const partials = {
  ...textPartials,

  /** End tags of paragraphs are left out: there are thousands of them. */
  note:
    '<li id={{n}} class={{kind}} data-s={{stage}}>' +
    '<p>{{#if remark}}<q>{{before}}</q>{{else}}<del>{{before}}</del> <ins>{{after}}</ins>{{/if}}' +
    '<p>{{message}}' +
    '{{#if alternatives}}<p class=or>Or: {{#each alternatives}}<i>{{this}}</i>{{/each}}{{/if}}' +
    '{{#if reason}}<p class=why>{{reason}}{{/if}}' +
    '<p>{{#if place}}<span>{{place}}</span> {{/if}}{{stageTitle}} <span>{{rule}}</span> <b class=c{{step}}>{{percent}}%</b>',

  notes: '{{#if notes}}<ol class=notes>{{#each notes}}{{> note}}{{/each}}</ol>{{/if}}',

  masthead: `
<header class="masthead">
  <p class="brand"><b>Proofdesk</b> Proofreading report</p>
  <h1>{{fileName}}</h1>
  <dl class="facts">
    {{#each facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/each}}
  </dl>
  <p class="verdict">{{verdict}}</p>
  <dl class="tally">
    {{#each tally}}
    <div class="{{kind}}"><dt><i class="sign {{kind}}"></i>{{label}}</dt><dd><b>{{count}}</b> <span>{{meaning}}</span></dd></div>
    {{/each}}
  </dl>
  {{#if files}}
  <p class="files">Files: {{#each files}}<a href="{{href}}">{{label}}</a>{{/each}}</p>
  {{/if}}
</header>`,

  attention: `
{{#if attention}}
<section class="attention" aria-labelledby="attention-title">
  <h2 id="attention-title">Please note</h2>
  <ul>
    {{#each warnings}}<li>{{this}}</li>{{/each}}
    {{#each notChecked}}<li><a href="#p{{block}}">“{{opening}}”</a> was not checked by every stage: {{reason}}</li>{{/each}}
  </ul>
</section>
{{/if}}`,

  bars: '{{#each bars}}<rect class="{{kind}}" x="{{from}}" width="{{size}}" height="12"/>{{/each}}',

  stages: `
<figure class="stages">
  <table>
    <caption>Findings by stage</caption>
    <thead><tr><th scope="col">Stage</th><th scope="col"><span class="vh">Drawn</span></th><th scope="col">Applied</th><th scope="col">Suggested</th><th scope="col">Noted</th></tr></thead>
    <tbody>
      {{#each stageRows}}
      <tr{{#unless total}} class="none"{{/unless}}><th scope="row">{{title}}</th><td class="drawn"><svg height="12" aria-hidden="true">{{> bars}}</svg></td><td>{{counts.applied}}</td><td>{{counts.suggested}}</td><td>{{counts.noted}}</td></tr>
      {{/each}}
    </tbody>
  </table>
</figure>`,

  strip: `
<figure class="strip">
  <figcaption>Where the findings are <span>from the first word to the last; select a column to go there</span></figcaption>
  <svg height="72" role="group" aria-label="Findings along the document">
    {{#each stripBins}}
    <a href="#{{n}}" aria-label="{{label}}"><title>{{label}}</title><rect class="hit" x="{{x}}" width="1.66%" height="100%"/>{{#each bars}}<rect class="{{kind}}" x="{{../x}}" y="{{from}}" width="1.3%" height="{{size}}"/>{{/each}}</a>
    {{/each}}
  </svg>
  <p class="axis" aria-hidden="true"><span>Start</span><span>¼</span><span>½</span><span>¾</span><span>End</span></p>
</figure>`,

  reading: `
<figure class="reading">
  {{#if dumbbells}}
  <table>
    <caption>How it reads <span><i class="dot before"></i>before <i class="dot after"></i>after</span></caption>
    <thead><tr><th scope="col">Measure</th><th scope="col"><span class="vh">Drawn</span></th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
    <tbody>
      {{#each dumbbells}}
      <tr><th scope="row">{{label}} <small>{{hint}}</small></th><td class="drawn"><svg height="16" aria-hidden="true"><line class="scale" x1="2%" x2="98%" y1="8" y2="8"/><line class="bar" x1="{{beforeAt}}" x2="{{afterAt}}" y1="8" y2="8"/><circle class="after" cx="{{afterAt}}" cy="8" r="3.5"/><circle class="before" cx="{{beforeAt}}" cy="8" r="5.5"/></svg></td><td>{{before}}</td><td>{{after}}</td></tr>
      {{/each}}
    </tbody>
  </table>
  {{else}}
  <p>There are no whole sentences in this document, so nothing can be said about how it reads.</p>
  {{/if}}
</figure>`,

  lengths: `
{{#if dumbbells}}
<figure class="lengths">
  <figcaption>Sentences by number of words <span><i class="box before"></i>before <i class="box after"></i>after</span></figcaption>
  <svg height="84" role="img" aria-label="{{lengthsLabel}}">
    {{#each lengthColumns}}
    <rect class="before" x="{{beforeX}}" y="{{beforeY}}" width="3.8%" height="{{beforeHeight}}"><title>{{label}} words: {{before}} before, {{after}} after</title></rect><rect class="after" x="{{afterX}}" y="{{afterY}}" width="3.8%" height="{{afterHeight}}"><title>{{label}} words: {{before}} before, {{after}} after</title></rect>
    {{/each}}
  </svg>
  <p class="axis" aria-hidden="true">{{#each lengthColumns}}<span>{{label}}</span>{{/each}}</p>
</figure>
{{/if}}`,

  tools: `
<div class="tools" id="tools" role="search" aria-label="Views and filters of the findings" hidden>
  <div class="views" role="group" aria-label="View">
    <button type="button" data-view="inline" aria-pressed="true">In the text</button><button type="button" data-view="side" aria-pressed="false">Side by side</button><button type="button" data-view="list" aria-pressed="false">List</button>
  </div>
  <div class="kinds" role="group" aria-label="Kinds of findings">
    {{#each tally}}<label><input type="checkbox" name="kind" value="{{kind}}" checked><i class="sign {{kind}}"></i>{{label}} <small>{{count}}</small></label>{{/each}}
  </div>
  <label class="vh" for="stage">Stage</label>
  <select id="stage"><option value="">All stages</option>{{#each stageOptions}}<option value="{{value}}">{{title}} ({{total}})</option>{{/each}}</select>
  <label class="vh" for="search">Search in the findings</label>
  <input type="search" id="search" placeholder="Search the findings" autocomplete="off">
  <output id="shown" for="search stage"></output>
  <button type="button" id="help" aria-label="Keys" title="Keys">?</button>
</div>`,

  text: `
<section class="text" id="text" data-show="inline" aria-labelledby="text-title">
  <h2 id="text-title">The text and what was found</h2>
  {{#if findings}}{{> tools}}{{/if}}
  <p class="legend"><del>struck out</del> what goes, <ins>underlined</ins> what comes, <a class="suggested">dashed</a> a suggestion, <a class="noted">dotted</a> a remark. The bar of a note shows how sure we are; · is a space, ° a no-break space.</p>
  <p class="sides" aria-hidden="true"><span>Original</span><span>Corrected</span></p>
  {{#each stretches}}{{#if (is kind "fold")}}
  <details class=fold><summary><span>{{count}} paragraphs without findings</span> {{opening}}</summary>{{#each passages}}{{> paragraph}}{{/each}}</details>
  {{else}}{{#with passage}}
  <div class="passage{{#unless notes}} quiet{{/unless}}">{{> paragraph}}{{> notes}}</div>
  {{/with}}{{/if}}{{/each}}
  {{#if homeless}}<div class="passage">{{> notes notes=homeless}}</div>{{/if}}
  <p id="none" class="nothing" hidden>No finding fits these filters. <button type="button" id="clear">Show all</button></p>
</section>`,

  preview: `
{{#if preview}}
<section class="preview">
  <details><summary><h2>The page</h2></summary>
  <iframe title="The page, in a frame of its own" sandbox srcdoc="{{preview}}"></iframe></details>
</section>
{{/if}}`,

  colophon: `
<footer class="colophon">
  <h2>How this was checked</h2>
  <p>{{pipeline.name}}: {{pipeline.description}}</p>
  <dl>{{#each stages}}<div><dt>{{title}}</dt><dd>{{description}}</dd></div>{{/each}}</dl>
  {{#if ruleRows}}<table>
    <caption>Rules that found something</caption>
    <thead><tr><th scope="col">Rule</th><th scope="col">Stage</th><th scope="col">Findings</th></tr></thead>
    <tbody>{{#each ruleRows}}<tr><th scope="row">{{#if url}}<a href="{{url}}" rel="noreferrer noopener">{{rule}}</a>{{else}}{{rule}}{{/if}}</th><td>{{stageTitle}}</td><td>{{count}}</td></tr>{{/each}}</tbody>
  </table>{{/if}}
  <table>
    <caption>Files</caption>
    <thead><tr><th scope="col">File</th><th scope="col">Bytes</th><th scope="col">SHA-256</th></tr></thead>
    <tbody>{{#each files}}<tr><th scope="row">{{label}}</th><td>{{size}}</td><td><code>{{sha256}}</code></td></tr>{{/each}}</tbody>
  </table>
  <p>Words are counted by the rule {{words.rule}}. Made by Proofdesk {{generator.version}} on {{date}}.</p>
</footer>`,

  keys: `
<dialog id="keys" aria-labelledby="keys-title">
  <h2 id="keys-title">Keys</h2>
  <dl>
    <div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous finding</dd></div>
    <div><dt><kbd>f</kbd></dt><dd>search the findings</dd></div>
    <div><dt><kbd>s</kbd></dt><dd>in the text, side by side, list</dd></div>
    <div><dt><kbd>e</kbd></dt><dd>open or close what is folded</dd></div>
    <div><dt><kbd>?</kbd></dt><dd>these keys</dd></div>
  </dl>
  <form method="dialog"><button>Close</button></form>
</dialog>`,
} as const;
