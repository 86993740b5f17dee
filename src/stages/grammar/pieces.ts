import { abbreviations } from '../../core/abbreviations.ts';
import type { TextSpan } from '../../core/span.ts';

/** The engine takes 0.15 s for this much; a piece is what is lost when it breaks down. */
export const pieceLengthMax = 10_000;

/** The stretches of a paragraph that are checked one by one: its sentences, and those that are very long in parts. */
export function piecesOf(paragraph: string): readonly TextSpan[] {
  return sentencesOf(paragraph).flatMap((sentence) => partsOf(paragraph, sentence));
}

/**
 * Where the engine itself begins a sentence for certain: so each is read alone as it would be among the others.
 * An end in doubt is none; then two sentences stay together.
 */
function sentencesOf(paragraph: string): readonly TextSpan[] {
  const starts = [0];
  for (const { 0: stop, 1: word = '', index } of paragraph.matchAll(sentenceStop)) {
    if (!isShortened(word)) starts.push(index + stop.length);
  }
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? paragraph.length }));
}

/** A word of two letters or more with the full stop, the blanks behind it, and a capital to come. */
const sentenceStop = /(\p{L}{2,})[.!?]\s+(?=["“‘'(]?\p{Lu})/gu;

function isShortened(word: string): boolean {
  return abbreviations.has(word.toLowerCase());
}

function partsOf(paragraph: string, { start: from, end }: TextSpan): readonly TextSpan[] {
  const parts: TextSpan[] = [];
  let start = from;
  while (end - start > pieceLengthMax) {
    const cut = start + cutIn(paragraph.slice(start, start + pieceLengthMax));
    parts.push({ start, end: cut });
    start = cut;
  }
  parts.push({ start, end });
  return parts;
}

/** After the last sentence that ends here, else after the last space, else anywhere but inside a character. */
function cutIn(part: string): number {
  const sentence = Math.max(part.lastIndexOf('. '), part.lastIndexOf('.\n'));
  if (sentence > 0) return sentence + 2;
  const space = part.lastIndexOf(' ');
  if (space > 0) return space + 1;
  return /[\uD800-\uDBFF]$/.test(part) ? part.length - 1 : part.length;
}
