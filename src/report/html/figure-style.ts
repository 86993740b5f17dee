/** The figures. A kind is told by its filling as well as by its colour: solid, hatched, hollow. */
export const figureStyle = `
.figures { display: grid; grid-template-columns: 1fr 1fr; gap: 2.4rem clamp(2rem, 5vw, 4.5rem); margin-top: 2.6rem; }
.figures .strip { grid-column: 1 / -1; }
.figures > div { display: grid; gap: 2rem; align-content: start; }
.figures > * { min-width: 0; }
caption, figcaption { text-align: left; font-size: .9375rem; font-weight: 600; padding-bottom: .5rem; }
caption span, figcaption span { font-weight: 400; font-size: .8125rem; color: var(--soft); margin-left: .6em; }
figure table { width: 100%; border-collapse: collapse; font-size: .875rem; }
figure th, figure td { padding: .28rem 0 .28rem .8rem; font-weight: 400; text-align: right; border-top: 1px solid var(--line); font-family: var(--sans); font-feature-settings: "lnum", "tnum"; }
figure thead th { border-top: 0; font-size: .75rem; color: var(--soft); }
figure th:first-child { text-align: left; padding-left: 0; }
figure .drawn { width: 42%; }
.reading th small { display: block; font-size: .75rem; line-height: 1.3; color: var(--soft); }
.none th, .none td { color: var(--soft); }
figure svg { display: block; width: 100%; overflow: visible; }
rect.applied { fill: var(--applied); }
rect.suggested { fill: url(#hatch); stroke: var(--suggested); stroke-width: 1; }
rect.noted { fill: var(--paper); stroke: var(--noted); stroke-width: 1; }
.hatching { position: absolute; width: 0; height: 0; }
.hatching path { stroke: var(--suggested); stroke-width: 2; }
.strip svg { height: 72px; border-bottom: 1px solid var(--ink); }
.strip .hit { fill: transparent; }
.strip a:hover .hit, .strip a:focus-visible .hit { fill: var(--line); }
.axis { display: flex; justify-content: space-between; font-size: .75rem; color: var(--soft); padding-top: .2rem; }
.lengths svg { border-bottom: 1px solid var(--ink); }
.lengths .axis span { width: 10%; text-align: center; }
.lengths rect.before, .box.before { fill: none; stroke: var(--soft); stroke-width: 1; }
.lengths rect.after { fill: var(--ink); }
.scale { stroke: var(--line); stroke-width: 1; }
.reading .bar { stroke: var(--ink); stroke-width: 2; }
circle.before { fill: none; stroke: var(--soft); stroke-width: 1.5; }
circle.after { fill: var(--ink); }
.dot, .box { display: inline-block; width: .62em; height: .62em; margin: 0 .35em 0 .5em; border: 1.5px solid var(--soft); }
.dot { border-radius: 50%; }
.dot.after, .box.after { background: var(--ink); border-color: var(--ink); }
@media (max-width: 60rem) { .figures { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 40rem) {
  figure .drawn { width: 26%; }
  .stages th:not(:first-child), .stages td { padding-left: .5rem; }
  .lengths .axis { font-size: .625rem; }
}
@media print {
  .figures { grid-template-columns: 1fr 1fr; gap: 1.2rem 2rem; margin-top: 1.2rem; }
  .figures > div { gap: .6rem; }
  .reading th small { display: none; }
  .lengths .axis { font-size: .5625rem; }
  figure { break-inside: avoid; }
  rect, circle, .sign, .dot, .box { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
