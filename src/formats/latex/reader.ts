import type { TextSpan } from '../../core/span.ts';
import type { MappedBlock } from '../draft.ts';
import { newFlow } from '../html/flow.ts';
import { ligatureAt, quoteAt } from './characters.ts';
import { readCommand } from './command-reader.ts';
import { addObject, addPlain, addSealed, addToken, type Reading } from './reading.ts';
import { commentEnd } from './scan.ts';

/** The paragraphs of a LaTeX document, its notes behind them. */
export function readLatex(source: string, language: string | undefined): readonly MappedBlock[] {
  const reading: Reading = {
    source,
    language,
    read: (span) => readRange(reading, span),
    flow: newFlow(),
    kind: 'paragraph',
    kinds: [],
    closing: [],
    notes: [],
    depth: 0,
  };
  const body = bodyOf(source);
  const title = /\\title(?![A-Za-z])/.exec(source.slice(0, body.start))?.index;
  if (title !== undefined) {
    reading.source = source.slice(0, body.start);
    readCommand(reading, title);
    reading.source = source;
  }
  readRange(reading, body);
  reading.flow.endBlock();
  return [...reading.flow.blocks(), ...reading.notes];
}

function readRange(reading: Reading, { start, end }: TextSpan): void {
  const { source } = reading;
  reading.source = source.slice(0, end);
  let at = start;
  while (at < end) {
    closePassed(reading, at);
    at = Math.max(at + 1, readAt(reading, at));
  }
  closePassed(reading, at);
  reading.source = source;
}

/** What stands between `\begin{document}` and its end; all of a file that has none, as chapters do. */
function bodyOf(source: string): TextSpan {
  const begin = /^[^%\n]*\\begin\s*\{document\}/m.exec(source);
  const isWhole = begin !== null || /^\s*\\documentclass/m.test(source);
  const start = begin ? begin.index + begin[0].length : isWhole ? source.length : 0;
  const end = source.slice(start).search(/\\end\s*\{document\}/);
  return { start, end: end === -1 ? source.length : start + end };
}

function closePassed({ closing }: Reading, at: number): void {
  for (let last = closing.at(-1); last && last.at <= at; last = closing.at(-1)) {
    closing.pop();
    last.close();
  }
}

/** Reads what begins at a place; where the next begins. */
function readAt(reading: Reading, at: number): number {
  const { source } = reading;
  switch (source.charAt(at)) {
    case '%':
      return commentEnd(source, at);
    case ' ':
    case '\t':
    case '\r':
    case '\n':
      return readBlanks(reading, at);
    case '\\':
      return readCommand(reading, at);
    case '{':
    case '}':
      return at + 1;
    case '$':
      return readMath(reading, at);
    default:
      return readText(reading, at);
  }
}

/** An empty line ends a paragraph. */
function readBlanks(reading: Reading, start: number): number {
  blanks.lastIndex = start;
  const raw = blanks.exec(reading.source)?.[0] ?? ' ';
  const end = start + raw.length;
  if (/\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/.test(raw)) reading.flow.endBlock();
  else addPlain(reading, { start, end });
  return end;
}

const blanks = /[ \t\r\n]+/y;

/** A dollar sign that nothing answers in its paragraph is a mistake, and hides only itself. */
function readMath(reading: Reading, start: number): number {
  const { source } = reading;
  const mark = source.startsWith('$$', start) ? '$$' : '$';
  let end = start + mark.length;
  while (end < source.length && !source.startsWith(mark, end)) {
    if (/^\r?\n[ \t]*\r?\n/.test(source.slice(end, end + 80))) break;
    end += source.charAt(end) === '\\' ? 2 : 1;
  }
  const stop = source.startsWith(mark, end) ? end + mark.length : start + mark.length;
  addObject(reading, { start, end: stop });
  return stop;
}

function readText(reading: Reading, start: number): number {
  const { source } = reading;
  const ligature = ligatureAt(source, start);
  if (ligature) {
    addToken(reading, ligature.text, { start, end: start + ligature.length });
    return start + ligature.length;
  }
  const quote = quoteAt(source, start);
  if (quote) {
    addSealed(reading, quote.text, { start, end: start + quote.length });
    return start + quote.length;
  }
  plain.lastIndex = start;
  const text = plain.exec(source)?.[0] ?? '';
  if (text !== '') {
    addPlain(reading, { start, end: start + text.length });
    return start + text.length;
  }
  const isCell = source.charAt(start) === '&' && reading.kind === 'table-cell';
  if (isCell) reading.flow.endBlock();
  else addObject(reading, { start, end: start + 1 });
  return start + 1;
}

/** Text that stands for itself: a hyphen or an apostrophe that has none beside it, anything without a meaning. */
const plain = /(?:[^%\\{}$&~`'#^_\s-]|-(?!-)|'(?!'))+/y;
