/** What every page has in common: paper and ink, the marks in the text, and how they print. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --wash: #f4f1ea; --line: #ddd7cb; --ink: #1f1c18; --soft: #625c52;
  --applied: #1b4f9c; --gone: #a52a1a; --suggested: #8a5300; --noted: #5d6068;
  --applied-wash: #e6edf8; --suggested-wash: #faeed8; --current: #fff6d6;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --wash: #202226; --line: #3a3d44; --ink: #e8e4dc; --soft: #a9a59c;
    --applied: #9cc0ff; --gone: #ff9f90; --suggested: #efc070; --noted: #b4b8c1;
    --applied-wash: #1f2b40; --suggested-wash: #382c16; --current: #33301f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 7rem; }
body {
  margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem) 4rem; max-width: 82rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 var(--serif); font-feature-settings: "kern", "liga", "onum";
  overflow-wrap: break-word;
}
h1, h2, p, dl, dd, ol, ul, figure, table { margin: 0; padding: 0; }
h1 { font-weight: 400; font-size: clamp(1.7rem, 4.4vw, 2.9rem); line-height: 1.12; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-weight: 400; font-size: 1.5rem; line-height: 1.25; }
a { color: inherit; }
:focus-visible { outline: 2px solid var(--applied); outline-offset: 2px; }

.t { white-space: pre-wrap; unicode-bidi: isolate; hyphens: manual; }
.t.heading { font-weight: 700; line-height: 1.3; }
.t.list-item { padding-left: 1.4em; position: relative; }
.t.list-item::before { content: "\\2013"; position: absolute; left: .2em; color: var(--soft); }
.t.quotation { padding-left: 1.4em; font-style: italic; }
.t.table-cell { border: 1px solid var(--line); padding: .15em .5em; font-size: .94em; }
.t.note, .t.caption { font-size: .9em; }
.t a { text-decoration: none; border-radius: 2px; }
.t a[data-n]::after {
  content: attr(data-n); margin-left: .1em; vertical-align: super; line-height: 0;
  font: .62em var(--sans); color: var(--soft);
}
del { color: var(--gone); text-decoration: line-through 1.5px; }
ins { color: var(--applied); text-decoration: underline 1.5px; text-underline-offset: .18em; background: var(--applied-wash); }
del + ins { margin-left: .12em; }
.unseen del, .unseen ins { border: 1px solid currentColor; padding: 0 .15em; }
a.suggested { border-bottom: 2px dashed var(--suggested); background: var(--suggested-wash); }
a.noted { border-bottom: 2px dotted var(--noted); }
a.suggested:empty::before, a.noted:empty::before { content: "\\2038"; color: var(--suggested); }
.t.heading ins, .t.heading del { font-weight: inherit; }

@media print {
  :root {
    --paper: #fff; --wash: #fff; --line: #bbb; --ink: #000; --soft: #444;
    --applied: #12408a; --gone: #8f1d10; --suggested: #704300; --noted: #444;
    --applied-wash: transparent; --suggested-wash: transparent; --current: transparent;
  }
  @page { margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  h2 { break-after: avoid; }
  .t { orphans: 2; widows: 2; }
}
`;
