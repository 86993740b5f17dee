import type { TextSpan } from '../../core/span.ts';

/** The engine takes 0.15 s for this much; a piece is what is lost when it breaks down. */
export const pieceLengthMax = 10_000;

/** The stretches of a paragraph that are checked one by one: the whole of it, or cut after a sentence where it is very long. */
export function piecesOf(paragraph: string): readonly TextSpan[] {
  const pieces: TextSpan[] = [];
  let start = 0;
  while (paragraph.length - start > pieceLengthMax) {
    const end = start + cutIn(paragraph.slice(start, start + pieceLengthMax));
    pieces.push({ start, end });
    start = end;
  }
  pieces.push({ start, end: paragraph.length });
  return pieces;
}

/** After the last sentence that ends here, else after the last space, else anywhere but inside a character. */
function cutIn(part: string): number {
  const sentence = Math.max(part.lastIndexOf('. '), part.lastIndexOf('.\n'));
  if (sentence > 0) return sentence + 2;
  const space = part.lastIndexOf(' ');
  if (space > 0) return space + 1;
  return /[\uD800-\uDBFF]$/.test(part) ? part.length - 1 : part.length;
}
