const barSteps = Array.from({ length: 21 }, (_, step) => `.c${step}{--share:${step * 5}%}`).join(
  '',
);

/** The text with its notes in the margin, its three views, and the tools above it. */
export const textStyle = `
.tools {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem;
  margin-top: .8rem; padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .875rem;
}
.views button { border-radius: 0; margin-left: -1px; }
.views button:first-child { border-radius: 3px 0 0 3px; margin-left: 0; }
.views button:last-child { border-radius: 0 3px 3px 0; }
.views [aria-pressed=true] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.kinds { display: flex; flex-wrap: wrap; gap: .2rem .9rem; }
.kinds input { margin: 0 .35em 0 0; accent-color: var(--ink); }
.kinds small { color: var(--soft); }
.tools input[type=search] { flex: 1 1 9rem; min-width: 0; }
.tools select { max-width: 13rem; }
#shown { color: var(--soft); }

.text { margin-top: 3rem; }
.legend { font-size: .8125rem; color: var(--soft); margin: .7rem 0 1.2rem; }
.legend a { text-decoration: none; }
.sides { display: none; font: .8125rem var(--sans); color: var(--soft); }
.passage {
  display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: .6rem clamp(1.5rem, 4vw, 3.5rem);
  padding: .75rem 0; border-top: 1px solid var(--line);
  content-visibility: auto; contain-intrinsic-size: auto 9rem;
}
.passage > .t { max-width: 41em; }
.passage > .t.after { display: none; }
.quiet > .t, .fold > .t { color: var(--soft); max-width: 41em; }
.fold { border-top: 1px solid var(--line); padding: .45rem 0; }
.fold summary { font: .8125rem var(--sans); color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.fold summary span { color: var(--ink); margin-right: .6em; }
.fold > .t { margin-top: .75rem; }
.fold[open] { padding-bottom: 1rem; }

.notes { list-style: none; font: .8125rem/1.45 var(--sans); font-feature-settings: "lnum"; }
.notes > li { position: relative; padding: .1rem .4rem .5rem 2.3rem; border-left: 2px solid transparent; scroll-margin: 8rem 0; }
.notes > li::before { content: attr(id); position: absolute; left: .3rem; top: .2rem; color: var(--soft); font-size: .75rem; }
.notes > li:focus-visible { outline-offset: -2px; }
.notes > li[aria-current], .notes > li:target { border-left-color: var(--ink); background: var(--current); }
.t a.on { background: var(--current); outline: 2px solid var(--ink); outline-offset: 1px; }
.notes p:first-child { font: 1rem/1.4 var(--serif); white-space: pre-wrap; }
.notes q { font-style: italic; }
.notes del { text-decoration: none; }
.notes ins { text-decoration: none; background: none; }
.notes ins::before { content: "\\2192\\A0"; color: var(--soft); }
.suggested > p:first-child::after, .noted > p:first-child::after { font: .75rem var(--sans); margin-left: .7em; }
.suggested > p:first-child::after { content: "suggested"; color: var(--suggested); border-bottom: 1px dashed; }
.noted > p:first-child::after { content: "noted"; color: var(--noted); border-bottom: 1px dotted; }
.or i { font: italic .9375rem var(--serif); margin-right: .8em; }
.why { color: var(--soft); font-style: italic; }
.notes p:last-child { color: var(--soft); font-size: .75rem; }
.notes span { font-family: ui-monospace, monospace; font-size: .6875rem; }
.notes b { font-weight: 400; white-space: nowrap; margin-left: .5em; }
.notes b::before {
  content: ""; display: inline-block; width: 3.2em; height: .5em; margin-right: .45em; border: 1px solid var(--soft);
  background: linear-gradient(var(--soft), var(--soft)) 0 0 / var(--share) 100% no-repeat;
}
${barSteps}
.nothing { padding: 2rem 0; }
.filtered .fold { display: none; }

[data-show=side] .passage { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
[data-show=side] .sides { display: grid; grid-template-columns: 1fr 1fr; gap: clamp(1.5rem, 4vw, 3.5rem); padding-bottom: .3rem; }
[data-show=side] .passage > .t.after { display: block; }
[data-show=side] .passage > .t:not(.after) ins, [data-show=side] .passage > .t.after del { display: none; }
[data-show=side] .notes { grid-column: 1 / -1; columns: 2 18rem; column-gap: clamp(1.5rem, 4vw, 3.5rem); }
[data-show=side] .notes > li { break-inside: avoid; }
[data-show=list] .passage { display: block; border: 0; padding: 0; contain-intrinsic-size: auto 5rem; }
[data-show=list] .passage > .t, [data-show=list] .fold { display: none; }
[data-show=list] .notes > li { border-top: 1px solid var(--line); padding: .5rem .4rem .5rem 3.2rem; }
@media (min-width: 52rem) {
  [data-show=list] .notes > li { display: grid; grid-template-columns: 17rem 1fr 12rem; gap: 0 1.6rem; }
  [data-show=list] .notes > li > * { grid-column: 2; }
  [data-show=list] .notes > li > p:first-child { grid-column: 1; grid-row: 1 / span 4; }
  [data-show=list] .notes > li > p:last-child { grid-column: 3; grid-row: 1 / span 4; }
  [data-show=list] .notes b { display: block; margin-left: 0; }
}

@media (max-width: 56rem) {
  .passage, [data-show=side] .passage { grid-template-columns: minmax(0, 1fr); }
  .tools { position: static; }
  html { scroll-padding-top: 1rem; }
  [data-show=side] .sides { display: none; }
  [data-show=side] .passage > .t::before { content: "Original"; display: block; font: .75rem var(--sans); color: var(--soft); position: static; }
  [data-show=side] .passage > .t.after::before { content: "Corrected"; }
}
@media print {
  .passage { grid-template-columns: minmax(0, 1fr) 15.5rem; gap: 1.4rem; content-visibility: visible; }
  .passage:has(> .heading) { break-after: avoid; }
  .notes > li { break-inside: avoid; }
  .notes > li[hidden], .passage[hidden] { display: none !important; }
  .notes b::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
