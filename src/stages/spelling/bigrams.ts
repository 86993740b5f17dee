import type { Lexicon } from './lexicon.ts';

/** How often open text has one word after another. */
export interface Bigrams {
  /** The weighted count of a pair of ids, 0 where it is too rare to be kept. */
  countOf(left: number, right: number): number;
}

/** Reads lines of `first<TAB>second count second count`, both in the lexicon's order. Rows are searched by halves. */
export function createBigrams(text: string, lexicon: Lexicon): Bigrams {
  const { rowStarts, seconds, counts } = parsed(text, lexicon);
  return {
    countOf: (left, right) => {
      if (left < 0 || right < 0) return 0;
      let [low, high] = [rowStarts[left] ?? 0, rowStarts[left + 1] ?? 0];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((seconds[middle] ?? 0) < right) low = middle + 1;
        else high = middle;
      }
      return low < (rowStarts[left + 1] ?? 0) && (seconds[low] ?? 0) === right
        ? (counts[low] ?? 0)
        : 0;
    },
  };
}

interface Rows {
  /** Where in `seconds` the row of each id begins; one more than there are ids. */
  readonly rowStarts: Uint32Array;
  readonly seconds: Uint32Array;
  readonly counts: Uint32Array;
}

function parsed(text: string, lexicon: Lexicon): Rows {
  const size = pairCount(text);
  const rowStarts = new Uint32Array(lexicon.size + 1);
  const seconds = new Uint32Array(size);
  const counts = new Uint32Array(size);
  let [used, filled] = [0, 0];
  for (let position = 0; position < text.length; ) {
    const end = text.indexOf('\n', position);
    const tab = text.indexOf('\t', position);
    const first = lexicon.idOf(text.slice(position, tab));
    if (first < filled)
      throw new Error(`bigrams of "${text.slice(position, tab)}" are out of order`);
    for (; filled <= first; filled += 1) rowStarts[filled] = used;
    for (let word = tab + 1; word < end; ) {
      const gap = text.indexOf(' ', word);
      const next = text.indexOf(' ', gap + 1);
      const stop = next < 0 || next > end ? end : next;
      seconds[used] = lexicon.idOf(text.slice(word, gap));
      counts[used] = Number(text.slice(gap + 1, stop));
      used += 1;
      word = stop + 1;
    }
    position = end + 1;
  }
  rowStarts.fill(used, filled);
  return { rowStarts, seconds, counts };
}

function pairCount(text: string): number {
  let spaces = 0;
  for (let index = text.indexOf(' '); index >= 0; index = text.indexOf(' ', index + 1)) spaces += 1;
  return (spaces + lines(text)) / 2;
}

function lines(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    count += 1;
  return count;
}
