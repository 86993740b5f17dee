/** A stretch of text as a PDF draws it: `x` and `y` of its base line, from the lower left of the page, in points. */
export interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** 0 for a gap. */
  readonly height: number;
  readonly isMonospaced: boolean;
  /** Whether it is turned, as a watermark is. */
  readonly isTurned: boolean;
}

/** A line of a page, or the part of one that stands apart, as in a table. */
export interface Line {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  readonly isMonospaced: boolean;
  /** Whether other text stands beside it, a wide gap away. */
  readonly isCell: boolean;
}

/** The lines of a page in the order in which it was written, which is nearly always the order of reading. */
export function linesOf(drawn: readonly Drawn[], page: number): readonly Line[] {
  const rows: Drawn[][] = [];
  for (const item of drawn) {
    if (item.isTurned || (item.text.trim() === '' && item.height > 0)) continue;
    const row = rows.at(-1);
    if (row && goesOn(row, item)) row.push(item);
    else if (item.text.trim() !== '') rows.push([item]);
  }
  return rows.flatMap((row) => linesIn(row, page));
}

/** How far from the base line a raised mark of a note stands, as a share of the height of the line. */
const raiseMax = 0.6;

function goesOn(row: readonly Drawn[], { x, y, height }: Drawn): boolean {
  const tallest = Math.max(...row.map((each) => each.height), height);
  const base = row.find((each) => each.height === Math.max(...row.map((one) => one.height)));
  const last = row.at(-1);
  if (!base || !last) return false;
  return Math.abs(base.y - y) <= tallest * raiseMax && x >= last.x - tallest;
}

/** A gap that is wider, as a share of the height of the line, parts cells of a table and not words. */
const cellGap = 2.5;

function linesIn(row: readonly Drawn[], page: number): readonly Line[] {
  const height = Math.max(...row.map((each) => each.height));
  const parts: Drawn[][] = [[]];
  let right: number | undefined;
  for (const item of row) {
    if (item.text.trim() === '') continue;
    if (right !== undefined && item.x - right > height * cellGap) parts.push([]);
    parts.at(-1)?.push(item);
    right = item.x + item.width;
  }
  const isCell = parts.length > 1;
  return parts.flatMap((part) => lineOf(part, { page, height, isCell }) ?? []);
}

function lineOf(
  part: readonly Drawn[],
  { page, height, isCell }: Pick<Line, 'page' | 'height' | 'isCell'>,
): Line | undefined {
  const [first] = part;
  const base = part.find((each) => each.height === height) ?? first;
  if (!first || !base) return undefined;
  let text = '';
  let right = first.x;
  for (const item of part) {
    const gap = item.x - right;
    const isApart = text !== '' && gap > height * wordGap && !/\s$/.test(text);
    text += `${isApart ? ' ' : ''}${isNoteMark(item, height) ? noteMark : item.text}`;
    right = item.x + item.width;
  }
  const tidy = text.replace(/[\s\u00A0]+/g, ' ').trim();
  if (tidy === '') return undefined;
  const isMonospaced = part.every((each) => each.isMonospaced);
  return { page, text: tidy, left: first.x, right, y: base.y, height, isMonospaced, isCell };
}

/** A gap that is narrower, as a share of the height of the line, is between letters of one word. */
const wordGap = 0.15;

/** What stands in the text for something that is no word: as in every document. */
const noteMark = '\uFFFC';

function isNoteMark({ text, height }: Drawn, lineHeight: number): boolean {
  return height < lineHeight * 0.75 && /^\s*(?:\d{1,3}|[*†‡§])\s*$/.test(text);
}
