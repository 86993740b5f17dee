import { documentOf } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { decodeSource, type SourceText } from '../encoding.ts';
import { writtenHtml } from '../html/written.ts';
import { type Place, refuseTracked, type Spliceable } from '../splice.ts';
import { escaped, guarded } from './escape.ts';
import { type Reading, readMarkdown } from './reader.ts';
import { saveMarkdown } from './save.ts';

/** CommonMark with the extensions of GitHub, and front matter. */
export const markdown: Format = {
  name: 'markdown',
  title: 'Markdown',
  extensions: ['markdown', 'md', 'mdown', 'mkd'],
  mediaType: 'text/markdown',
  tracked: false,
  open: openMarkdown,
};

function openMarkdown(bytes: Uint8Array): Opened {
  const source = decodeSource(bytes);
  refuseTooLarge(source.text);
  const reading = readMarkdown(source.text);
  const { characters } = source;
  const blocks = documentOf(reading.blocks);
  const document = characters === undefined ? blocks : { ...blocks, characters };
  const spliceable = (written: Spliceable['written']): Spliceable => ({
    title: markdown.title,
    source,
    blocks: reading.blocks,
    warnings: [],
    written,
  });
  const saving = {
    document,
    plain: spliceable((text, place) => escapedAt(source, text, place)),
    guarded: spliceable((text, { block }) =>
      block.markup === 'html' ? writtenHtml(text, source.canHold) : held(source, guarded(text)),
    ),
    read: (saved: Uint8Array) =>
      readMarkdown(decodeSource(saved).text).blocks.map((block) => block.text),
  };
  return {
    document,
    warnings: [...source.warnings, ...warningsOf(reading)],
    save: (edits, mode) => {
      refuseTracked(saving.plain, mode);
      return saveMarkdown(saving, edits);
    },
  };
}

/** Lists and quotations within each other. The parser's time grows with the square of it: two seconds for so many. */
const depthMax = 3_000;

/** The parser takes some 300 times the size in memory, and needs three seconds a megabyte: this is five long novels. */
const unitsMax = 4_000_000;

/** The parser's time grows with the square of the lines of one paragraph: a second for so many. */
const paragraphLinesMax = 15_000;

function refuseTooLarge(source: string): void {
  if (source.length > unitsMax) {
    throw new DocumentProblem(
      'too-large',
      `The Markdown has ${source.length} characters; up to ${unitsMax} can be proofread. Please send it in parts.`,
    );
  }
  if (deepestLine(source) > depthMax) {
    throw new DocumentProblem(
      'unsafe',
      `The Markdown nests over ${depthMax} lists or quotations in each other.`,
    );
  }
  if (longestParagraph(source) > paragraphLinesMax) {
    throw new DocumentProblem(
      'too-large',
      `A part of the Markdown has over ${paragraphLinesMax} lines without a blank one between; please divide it.`,
    );
  }
}

/** How many marks of lists and quotations stand at the start of one line: each is a level. */
function deepestLine(source: string): number {
  const starts = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>]|$)){2,}/gm;
  const marks = /[-+*>]|\d+[.)]/g;
  let deepest = 0;
  for (const [start] of source.matchAll(starts)) {
    deepest = Math.max(deepest, start.match(marks)?.length ?? 0);
  }
  return deepest;
}

function longestParagraph(source: string): number {
  let longest = 0;
  let lines = 0;
  for (const line of source.split(/\r\n|\n|\r/)) {
    lines = line.trim() === '' ? 0 : lines + 1;
    longest = Math.max(longest, lines);
  }
  return longest;
}

/** How much of the source on either side decides what a character means. */
const neighbourUnits = 20;

function escapedAt(source: SourceText, text: string, { source: span, block }: Place): string {
  if (block.markup === 'html') return writtenHtml(text, source.canHold);
  const neighbours = {
    before: source.text.slice(Math.max(0, span.start - neighbourUnits), span.start),
    after: source.text.slice(span.end, span.end + neighbourUnits),
    inTable: block.kind === 'table-cell',
  };
  const lineEnd = /\r\n|\n|\r/.exec(source.text)?.[0] ?? '\n';
  return held(source, escaped(text, neighbours)).replaceAll('\n', lineEnd);
}

/** What the encoding of the file lacks is written as a character reference. */
function held(source: SourceText, text: string): string {
  if (source.canHold(text)) return text;
  const reference = (each: string): string =>
    `&#x${each.codePointAt(0)?.toString(16).toUpperCase()};`;
  return Array.from(text, (each) => (source.canHold(each) ? each : reference(each))).join('');
}

function warningsOf({ untraced }: Reading): readonly string[] {
  if (untraced === 0) return [];
  return [`Stretches of text that could not be traced were left alone: ${untraced}.`];
}
