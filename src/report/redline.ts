import { maskCards } from './cards.ts';
import { baseStyle } from './html/base-style.ts';
import { template } from './html/engine.ts';
import { dateOf } from './html/facts.ts';
import type { Note } from './html/notes.ts';
import { type Numbered, pageText } from './html/numbered.ts';
import { type Passage, passagesOf } from './html/passages.ts';
import { redlinePolicy } from './html/policy.ts';
import { textPartials } from './html/text-partials.ts';
import { buildReport, type ReportSource } from './report.ts';

/**
 * The redline of a format without tracked changes: a page with the whole text, in which applied edits stand as
 * `<del>` and `<ins>`, and suggestions are marked and listed at the end under the numbers they have in the report.
 * Remarks are left to the report. Without what is inserted the page holds the original text, without what is
 * deleted the corrected one; only payment card numbers are masked.
 */
export function renderRedline(source: ReportSource): string {
  const report = buildReport(source);
  const text = pageText(report, source.document);
  const byBlock = text.byBlock.map((findings) => findings.filter(isChange));
  const passages = passagesOf(report, source.document, { ...text, byBlock });
  return page({
    policy: redlinePolicy,
    dialect: report.pipeline.dialect,
    fileName: maskCards(report.fileName),
    date: dateOf(report.createdAt),
    counts: report.counts,
    passages,
    suggestions: passages.flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'suggested')),
  });
}

function isChange({ edit }: Numbered): boolean {
  return edit.decision !== 'noted';
}

interface RedlineView {
  readonly policy: string;
  readonly dialect: string;
  readonly fileName: string;
  readonly date: string;
  readonly counts: { readonly applied: number; readonly suggested: number };
  readonly passages: readonly Passage[];
  readonly suggestions: readonly Note[];
}

/** The look of the redline: one column, as a manuscript. */
export const redlineStyle = `${baseStyle}
body { max-width: 46rem; padding-top: clamp(1.5rem, 6vw, 4rem); }
header { border-bottom: 1px solid var(--line); margin-bottom: 2rem; padding-bottom: 1rem; }
header p, footer { font: .875rem/1.5 var(--sans); color: var(--soft); }
h1 { font-size: 1.8rem; }
.t + .t { margin-top: .9em; }
.t.table-cell + .t.table-cell { margin-top: -1px; }
.t a:target, li:target { outline: 2px solid var(--ink); outline-offset: 2px; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
footer h2 { font-family: var(--serif); color: var(--ink); }
footer ol { list-style: none; }
footer li { margin-top: .6rem; padding-left: 2.6rem; position: relative; }
footer li::before { content: attr(id); position: absolute; left: 0; }
footer b { font: 1rem var(--serif); color: var(--ink); }
@media print { body { padding-top: 0; } footer li { break-inside: avoid; } }
`;

const documentTemplate = `<!doctype html>
<html lang="{{dialect}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{{fileName}}: redline</title>
<style>${redlineStyle}</style>
</head>
<body>
<header>
<h1>{{fileName}}</h1>
<p>Redline by Proofdesk, {{date}}. Applied corrections: {{counts.applied}}. Suggestions: {{counts.suggested}}.</p>
<p><del>Struck out</del> is deleted, <ins>underlined</ins> is inserted, <a class="suggested">dashed</a> is a suggestion, listed by its number at the end.</p>
</header>
<main>
{{#each passages}}{{> paragraph}}
{{/each}}
</main>
{{#if suggestions}}<footer>
<h2>Suggestions</h2>
<ol>{{#each suggestions}}<li id={{n}}><b>{{before}}{{#unless remark}} → {{after}}{{/unless}}</b><br>{{message}}</li>{{/each}}</ol>
</footer>{{/if}}
</body>
</html>
`;

/** A change needs no note here, so it leads nowhere. */
const change =
  '<span{{#if unseen}} class=unseen{{/if}}>' +
  '{{#if before}}<del>{{before}}</del>{{/if}}{{#if after}}<ins>{{after}}</ins>{{/if}}</span>';

const page = template<RedlineView>(documentTemplate, { ...textPartials, change });
