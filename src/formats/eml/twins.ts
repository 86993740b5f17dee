import type { TextSpan } from '../../core/span.ts';

/** A text seen as its words, so that places in it can be found in the same text with other white space. */
interface Words {
  readonly text: string;
  readonly starts: readonly number[];
}

/** The same words, whatever stands between them. */
export function withoutLayout(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Finds for each text the one with the same words among the others, each used once: pairs of numbers.
 * Very short ones are paired too, since both versions of a message list the same lines.
 */
export function twinsAmong(
  texts: readonly string[],
  others: readonly string[],
): ReadonlyMap<number, number> {
  const free = new Map<string, number[]>();
  others.forEach((text, index) => {
    const key = withoutLayout(text);
    const list = free.get(key);
    if (list) list.push(index);
    else free.set(key, [index]);
  });
  const pairs = new Map<number, number>();
  texts.forEach((text, index) => {
    const twin = free.get(withoutLayout(text))?.shift();
    if (twin !== undefined) pairs.set(index, twin);
  });
  return pairs;
}

/** Carries places from a text to its twin. */
export function carrier(from: string, to: string): (span: TextSpan) => TextSpan {
  const [left, right] = [wordsOf(from), wordsOf(to)];
  return ({ start, end }) => ({
    start: carried(left, right, start),
    end: start === end ? carried(left, right, start) : carriedEnd(left, right, end),
  });
}

function wordsOf(text: string): Words {
  return { text, starts: Array.from(text.matchAll(/\S+/g), ({ index }) => index) };
}

/** A place in a word is as far in its twin; one in a gap is where the gap begins, or where it ends. */
function carried(from: Words, to: Words, at: number): number {
  const index = lastAt(from.starts, at);
  const start = from.starts[index];
  const twin = to.starts[index];
  if (start === undefined || twin === undefined) return 0;
  const length = wordLength(from.text, start);
  return twin + Math.min(at - start, length);
}

/** A stretch that ends amid a gap, or behind it, takes the whole gap with it. */
function carriedEnd(from: Words, to: Words, at: number): number {
  const index = lastAt(from.starts, at);
  const isInGap = from.starts[index] !== at && /\s/.test(from.text.charAt(at - 1));
  return isInGap ? (to.starts[index + 1] ?? to.text.length) : carried(from, to, at);
}

function wordLength(text: string, start: number): number {
  const end = text.slice(start).search(/\s/);
  return end === -1 ? text.length - start : end;
}

function lastAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
