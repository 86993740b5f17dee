import type { Format } from '../core/format.ts';
import { docx } from './docx/docx.ts';
import { eml } from './eml/eml.ts';
import { html } from './html/html.ts';
import { latex } from './latex/latex.ts';
import { markdown } from './markdown/markdown.ts';
import { odt } from './odt/odt.ts';
import { rtf } from './rtf/rtf.ts';
import { subtitles } from './subtitles/subtitles.ts';
import { text } from './text/text.ts';

/** The formats that can be edited in place, by name. */
export const formats: readonly Format[] = [
  docx,
  eml,
  html,
  latex,
  markdown,
  odt,
  rtf,
  subtitles,
  text,
];

/** The format of this name. Throws when there is none: a name comes from `recognise` and nowhere else. */
export function formatNamed(name: string): Format {
  const format = formats.find((each) => each.name === name);
  if (!format) throw new Error(`there is no format named ${name}`);
  return format;
}
