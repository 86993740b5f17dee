import type { Pair } from './sets.ts';

/** How many places differ between two versions of a line: runs of words that are not the same. */
function changedPlaces(before: string, after: string): number {
  if (before === after) return 0;
  const [a, b] = [tokens(before), tokens(after)];
  const kept = commonWords(a, b);
  let places = 0;
  let [i, j] = [0, 0];
  for (const [atA, atB] of [...kept, [a.length, b.length] as const]) {
    if (atA > i || atB > j) places += 1;
    [i, j] = [atA + 1, atB + 1];
  }
  return places;
}

/** Changed places in each 1,000 words of text that is right. */
export function changesPerThousand(
  before: readonly string[],
  after: readonly string[],
  words: number,
): number {
  const places = before.reduce((sum, line, at) => sum + changedPlaces(line, after[at] ?? line), 0);
  return (1000 * places) / words;
}

/** The share of sentences that come out as one of their right versions; quotation marks of any shape count alike. */
export function exactShare(pairs: readonly Pair[], after: readonly string[]): number {
  const exact = pairs.filter(({ good }, at) =>
    good.some((version) => plain(version) === plain(after[at] ?? '')),
  );
  return pairs.length === 0 ? 0 : exact.length / pairs.length;
}

function plain(text: string): string {
  return text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"');
}

/** Words and the gaps between them, so that a changed space counts too. */
function tokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}'’-]+|\s+|[^\s\p{L}\p{N}'’-]/gu) ?? [];
}

/** Pairs of places of a longest common subsequence. */
function commonWords(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
