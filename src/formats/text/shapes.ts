import type { Line } from './lines.ts';

/** What a line of plain text is, from its own look. */
export type Shape = 'rule' | 'quoted' | 'drawn' | 'columns' | 'bullet' | 'prose';

export function shapeOf(line: Line): Shape {
  if (/^(?:([-=_*~#+^.─━═—–])\s?(?:\1\s?){2,}|--)$/.test(line.text)) return 'rule';
  if (line.text.startsWith('>')) return 'quoted';
  if (/[\u2500-\u257F]|\|.*\||^\+[-=+]{3,}\+$/.test(line.text)) return 'drawn';
  if (cells(line.text) >= 3) return 'columns';
  return markerLength(line.text) > 0 ? 'bullet' : 'prose';
}

/** How long the bullet or number before a list item is, the white space behind it not counted; 0 without one. */
export function markerLength(text: string): number {
  const marker =
    /^(?:[-*+•‣◦▪●○–—·]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,3}\.|[a-z]\.)(?=\s+\S)/.exec(text);
  return marker?.[0].length ?? 0;
}

/** How long the marks before a quoted line of an e-mail are. */
export function quoteLength(text: string): number {
  return /^(?:>\s?)+/.exec(text)?.[0].length ?? 0;
}

/** Whether an indented line is a sentence all the same: the indented first line of a paragraph. */
export function isSentence(text: string): boolean {
  const words = text.match(/\S+/g)?.length ?? 0;
  return (
    words >= 5 &&
    /^["'“‘(]?\p{Lu}/u.test(text) &&
    /[.!?]["'”’)]*$/.test(text) &&
    !/[{}<>=;\\]/.test(text)
  );
}

/** Whether a line that stands alone reads as a heading: short, and not ending as a sentence does. */
export function isHeadingLike(text: string): boolean {
  const words = text.match(/\S+/g)?.length ?? 0;
  return (
    text.length <= 80 &&
    words <= 12 &&
    /^[\p{Lu}\p{N}"“'‘(§]/u.test(text) &&
    !/[.!?:;,…]["'”’)]*$/u.test(text)
  );
}

/** Cells of a line laid out in columns by tabs or by three spaces and more. */
function cells(text: string): number {
  return text.split(/\t+| {3,}/).length;
}
