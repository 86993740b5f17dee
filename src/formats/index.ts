import type { Format } from '../core/format.ts';
import { docx } from './docx/docx.ts';
import { eml } from './eml/eml.ts';
import { html } from './html/html.ts';
import { latex } from './latex/latex.ts';
import { markdown } from './markdown/markdown.ts';
import { odt } from './odt/odt.ts';
import { pdf } from './pdf/pdf.ts';
import { pptx } from './pptx/pptx.ts';
import { rtf } from './rtf/rtf.ts';
import { subtitles } from './subtitles/subtitles.ts';
import { text } from './text/text.ts';
import { xlsx } from './xlsx/xlsx.ts';

/** The formats that can be proofread, by name; all but PDF can be edited in place. */
export const formats: readonly Format[] = [
  docx,
  eml,
  html,
  latex,
  markdown,
  odt,
  pdf,
  pptx,
  rtf,
  subtitles,
  text,
  xlsx,
];

/** The format of this name. Throws when there is none: a name comes from `recognise` and nowhere else. */
export function formatNamed(name: string): Format {
  const format = formats.find((each) => each.name === name);
  if (!format) throw new Error(`there is no format named ${name}`);
  return format;
}
