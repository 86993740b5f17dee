import type { Line } from './lines.ts';

/** Lines that a reader sees as one paragraph. */
export type Paragraph = readonly Line[];

/** The lines of all pages as paragraphs. A line break within one is where a word more would not have fitted. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): readonly Paragraph[] {
  const leading = usualLeading(pages);
  const paragraphs: Line[][] = [];
  for (const lines of pages) {
    const right = rightEdges(lines);
    for (const line of lines) {
      const paragraph = paragraphs.at(-1);
      const previous = paragraph?.at(-1);
      const joins =
        previous !== undefined &&
        (previous.page === line.page
          ? goesOn(previous, line, { leading, right: right(previous) })
          : goesOnOverPage(previous, line));
      if (paragraph && joins) paragraph.push(line);
      else paragraphs.push([line]);
    }
  }
  return paragraphs;
}

interface Measures {
  /** From one base line to the next, as a share of the height of a line. */
  readonly leading: number;
  /** Where the column of the previous line ends. */
  readonly right: number;
}

function goesOn(previous: Line, line: Line, { leading, right }: Measures): boolean {
  if (!fitTogether(previous, line) || isListItem(line.text)) return false;
  const down = (previous.y - line.y) / previous.height;
  if (down < 0.5 || down > leading * 1.25) return false;
  const indent = line.left - previous.left;
  if (indent > line.height * 0.8 && endsSentence(previous.text)) return false;
  return previous.right + firstWordWidth(line) > right;
}

/** A paragraph goes on over the page where the sentence does. */
function goesOnOverPage(previous: Line, line: Line): boolean {
  if (!fitTogether(previous, line) || isListItem(line.text)) return false;
  return !endsSentence(previous.text) && /^[\p{Ll}\p{Pi}]/u.test(line.text);
}

function fitTogether(a: Line, b: Line): boolean {
  const ratio = a.height / b.height;
  if (a.isCell || b.isCell || a.isMonospaced !== b.isMonospaced) return false;
  return ratio > 0.87 && ratio < 1.15;
}

export function endsSentence(text: string): boolean {
  return /[.!?:…][”’"')\]\uFFFC]*$/u.test(text);
}

export function isListItem(text: string): boolean {
  return /^(?:[•◦▪‣●○■□–—*\uF0B7\uF0A7-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s/.test(text);
}

function firstWordWidth({ text, left, right }: Line): number {
  const [word = ''] = text.split(' ');
  return ((word.length + 1) / text.length) * (right - left);
}

/** The right edge of the column in which a line stands: of all lines that begin about where it does. */
function rightEdges(lines: readonly Line[]): (line: Line) => number {
  const edges = new Map<number, number>();
  const columnOf = ({ left }: Line): number => Math.round(left / columnTolerance);
  for (const line of lines) {
    if (line.isCell) continue;
    const column = columnOf(line);
    edges.set(column, Math.max(edges.get(column) ?? 0, line.right));
  }
  return (line) => {
    const near = [-1, 0, 1].map((by) => edges.get(columnOf(line) + by) ?? 0);
    return Math.max(...near);
  };
}

const columnTolerance = 40;

/** The distance that most neighbouring lines have. */
function usualLeading(pages: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>();
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const previous = lines[index - 1];
      const down = previous ? (previous.y - line.y) / previous.height : 0;
      if (down < 0.8 || down > 3) continue;
      const step = Math.round(down * 10) / 10;
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 1.2;
}
