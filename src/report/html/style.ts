import { baseStyle } from './base-style.ts';
import { figureStyle } from './figure-style.ts';
import { textStyle } from './text-style.ts';

/** The look of the report page: an editor's report on paper, with tools on top when a script may run. */
export const style = `${baseStyle}
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--paper); z-index: 9; }
[hidden] { display: none !important; }
small, dt, th, .facts, .files, .legend, .axis, .tools, .colophon, caption, figcaption { font-family: var(--sans); }

.masthead { padding: clamp(1.5rem, 5vw, 3.5rem) 0 0; }
.brand { font: .8125rem var(--sans); color: var(--soft); border-top: 3px solid var(--ink); padding-top: .6rem; margin-bottom: clamp(1.2rem, 4vw, 2.6rem); }
.brand b { color: var(--ink); margin-right: .6em; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2.2rem; margin-top: 1.1rem; font-size: .875rem; }
.facts dt { color: var(--soft); font-size: .75rem; }
.facts dd { overflow-wrap: anywhere; }
.verdict { margin: 1.8rem 0 0; font-size: clamp(1.15rem, 2.2vw, 1.45rem); line-height: 1.4; max-width: 40em; text-wrap: pretty; }
.tally { display: grid; grid-template-columns: repeat(3, 1fr); margin-top: 1.8rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.tally > div { padding: .9rem 1.2rem .9rem 0; }
.tally > div + div { border-left: 1px solid var(--line); padding-left: 1.2rem; }
.tally dt { font-size: .875rem; }
.tally dd b { display: block; font-weight: 400; font-size: 2.4rem; line-height: 1.2; font-feature-settings: "lnum", "tnum"; }
.tally dd span { font: .8125rem/1.4 var(--sans); color: var(--soft); }
.sign { display: inline-block; width: .72em; height: .72em; margin-right: .5em; border: 1.5px solid currentColor; }
.sign.applied { color: var(--applied); background: currentColor; }
.sign.suggested { color: var(--suggested); background: linear-gradient(135deg, currentColor 50%, transparent 50%); }
.sign.noted { color: var(--noted); border-radius: 50%; }
.files { margin-top: .9rem; font-size: .875rem; color: var(--soft); }
.files a { color: var(--applied); margin-left: .9em; }
.attention { margin-top: 2rem; border-left: 3px solid var(--suggested); padding: .2rem 0 .2rem 1.2rem; }
.attention h2 { font-size: 1.15rem; }
.attention ul { padding-left: 1.1em; }
${figureStyle}
${textStyle}
.preview { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1.2rem; }
.preview h2 { display: inline; font-size: 1.2rem; }
.preview summary { cursor: pointer; }
.preview iframe { width: 100%; height: 80vh; margin-top: 1rem; border: 1px solid var(--line); background: #fff; }
.colophon { margin-top: 3.5rem; border-top: 3px solid var(--ink); padding-top: 1.2rem; font-size: .8125rem; color: var(--soft); }
.colophon h2 { font-family: var(--serif); font-size: 1.2rem; color: var(--ink); margin-bottom: .4rem; }
.colophon dl { columns: 3 17rem; column-gap: 2.5rem; margin: .8rem 0 1.2rem; }
.colophon dl > div { break-inside: avoid; margin-bottom: .5rem; }
.colophon dt { color: var(--ink); }
.colophon th, .colophon td { text-align: left; font-weight: 400; padding: .15rem 1.2rem .15rem 0; vertical-align: top; overflow-wrap: anywhere; }
.colophon code { font-size: .75rem; word-break: break-all; }
.colophon table { margin-bottom: .8rem; }
dialog { border: 1px solid var(--line); background: var(--paper); color: var(--ink); padding: 1.4rem 1.8rem; max-width: 26rem; }
dialog::backdrop { background: rgb(0 0 0 / .35); }
dialog dl { margin: .8rem 0 1rem; font-size: .9375rem; }
dialog dl > div { display: grid; grid-template-columns: 4.5rem 1fr; }
kbd { font: .8125rem ui-monospace, monospace; border: 1px solid var(--line); border-radius: 3px; padding: 0 .4em; }
button, select, input { font: .875rem var(--sans); color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 3px; padding: .35rem .6rem; }
button, select, summary, label { cursor: pointer; }
@media (max-width: 40rem) {
  #help { display: none; }
  .tally { grid-template-columns: 1fr; }
  .tally > div { display: grid; grid-template-columns: 7.5rem 1fr; align-items: baseline; padding: .5rem 0; }
  .tally > div + div { border-left: 0; padding-left: 0; border-top: 1px solid var(--line); }
  .tally dd b { display: inline; font-size: 1.5rem; margin-right: .4em; }
}
@media print {
  .tools, .skip, dialog, .preview, .nothing { display: none !important; }
  .masthead { padding-top: 0; }
  .brand { margin-bottom: 1rem; }
  h1 { font-size: 1.9rem; }
  .facts { margin-top: .7rem; gap: .4rem 1.5rem; }
  .verdict { margin-top: 1rem; font-size: 1.15rem; }
  .tally { margin-top: 1rem; }
  .tally > div { padding-block: .4rem; }
  .tally dd b { font-size: 1.7rem; }
  .attention { margin-top: 1.2rem; }
  .colophon { margin-top: 2rem; }
}
`;
