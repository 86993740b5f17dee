import {
  type BlockKind,
  type Document,
  documentOf,
  type LooseBlock,
  type TextPlace,
} from '../../core/document.ts';
import { frozenInProse, mergedSpans } from '../../core/frozen.ts';
import type { TextSpan } from '../../core/span.ts';
import type { Line } from './lines.ts';
import { endsSentence, isListItem, type Paragraph } from './paragraphs.ts';

/** The document that the paragraphs make, each line with its place. `language` is what the PDF states. */
export function documentOfPdf(
  pages: readonly (readonly Line[])[],
  paragraphs: readonly Paragraph[],
  language: string | undefined,
): Document {
  const words = wordsIn(pages);
  const body = bodyHeight(pages);
  const numbers = lineNumbers(pages);
  const drafts = paragraphs.map((lines) => draftOf(lines, words));
  const loose = drafts.map(
    ({ text, frozen, lines }): LooseBlock => ({
      kind: kindOf(lines, text, body),
      text,
      frozen,
      ...(language === undefined ? {} : { language }),
    }),
  );
  const document = documentOf(loose);
  const places = drafts.flatMap(({ lines, starts }, index) =>
    lines.map(
      (line, at): TextPlace => ({
        start: (document.blocks[index]?.span.start ?? 0) + (starts[at] ?? 0),
        page: line.page,
        line: numbers.get(line) ?? 0,
      }),
    ),
  );
  return { ...document, checkOnly: true, places };
}

interface Draft {
  readonly lines: Paragraph;
  readonly text: string;
  readonly frozen: readonly TextSpan[];
  /** Where in the text each line begins. */
  readonly starts: readonly number[];
}

function draftOf(lines: Paragraph, words: ReadonlySet<string>): Draft {
  let text = '';
  const starts: number[] = [];
  const unsure: TextSpan[] = [];
  for (const [index, line] of lines.entries()) {
    const next = index === 0 ? withoutMarker(line.text) : line.text;
    const divided = /([\p{L}\p{M}]+)[-\u2010\u00AD]$/u.exec(text);
    const rest = /^[\p{Ll}\p{M}]+/u.exec(next);
    if (divided?.[1] && rest) {
      const start = text.length - divided[0].length;
      const whole = `${divided[1]}${rest[0]}`;
      const isWhole = words.has(whole.toLowerCase());
      if (isWhole || !words.has(`${divided[1]}-${rest[0]}`.toLowerCase())) text = text.slice(0, -1);
      if (!isWhole) unsure.push({ start, end: text.length + rest[0].length });
    } else if (text !== '') text += ' ';
    starts.push(text.length);
    text += next;
  }
  return { lines, text, starts, frozen: frozenIn(lines, text, unsure) };
}

/** A word that was divided, and stands nowhere else in one piece, may have a hyphen of its own: nobody may judge it. */
function frozenIn(
  lines: Paragraph,
  text: string,
  unsure: readonly TextSpan[],
): readonly TextSpan[] {
  if (text !== '' && lines.every((line) => line.isMonospaced)) {
    return [{ start: 0, end: text.length }];
  }
  const objects = [...text.matchAll(/\uFFFC/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
  }));
  return mergedSpans([...frozenInProse(text), ...unsure, ...objects]);
}

function withoutMarker(text: string): string {
  return isListItem(text) ? text.replace(/^\S+\s+/, '') : text;
}

function kindOf(lines: Paragraph, text: string, body: number): BlockKind {
  const [first] = lines;
  if (!first) return 'paragraph';
  if (first.isCell) return 'table-cell';
  if (isListItem(first.text)) return 'list-item';
  if (first.height > body * 1.12 && text.length < headingUnitsMax) return 'heading';
  return lines.length === 1 && !endsSentence(text) ? 'heading' : 'paragraph';
}

const headingUnitsMax = 200;

/** The height of most of the text. */
function bodyHeight(pages: readonly (readonly Line[])[]): number {
  const units = new Map<number, number>();
  for (const { height, text } of pages.flat()) {
    const size = Math.round(height * 2) / 2;
    units.set(size, (units.get(size) ?? 0) + text.length);
  }
  return [...units].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Words that stand somewhere in one piece, hyphenated ones among them. The end of a line may hold half of one. */
function wordsIn(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of pages.flat()) {
    for (const [word] of text.matchAll(
      /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![-\p{L}\p{M}\u2010\u00AD])/gu,
    )) {
      words.add(word.toLowerCase());
    }
  }
  return words;
}

/** Counted from 1 on each page; what stands side by side is one line. */
function lineNumbers(pages: readonly (readonly Line[])[]): ReadonlyMap<Line, number> {
  const numbers = new Map<Line, number>();
  for (const lines of pages) {
    let number = 0;
    let y = Number.NaN;
    for (const line of lines) {
      if (line.y !== y) number += 1;
      y = line.y;
      numbers.set(line, number);
    }
  }
  return numbers;
}
