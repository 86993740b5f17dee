import type { Source } from './sources.ts';
import { phrasesOf } from './tokens.ts';

/** Pairs seen less often, weighted, are left out: the file has to stay below 3 MB. */
const countMin = 14;

/** Words seen less often have no pairs worth keeping. */
const wordCountMin = 40;

/** Pairs of neighbours by first word, then second, with their weighted counts. */
export type Bigrams = ReadonlyMap<string, ReadonlyMap<string, number>>;

interface Text {
  readonly sources: readonly Source[];
  readonly textOf: (source: Source) => string;
}

export function countBigrams(
  vocabulary: ReadonlyMap<string, number>,
  { sources, textOf }: Text,
): Bigrams {
  const words = [...vocabulary].filter(([, count]) => count >= wordCountMin).map(([word]) => word);
  const ids = new Map(words.map((word, id) => [word, id]));
  const counts = new Map<number, number>();
  for (const source of sources) {
    for (const phrase of phrasesOf(textOf(source))) {
      let left = -1;
      for (const word of phrase) {
        const right = ids.get(word) ?? ids.get(word.toLowerCase()) ?? -1;
        if (left >= 0 && right >= 0) {
          const key = left * words.length + right;
          counts.set(key, (counts.get(key) ?? 0) + source.weight);
        }
        left = right;
      }
    }
  }
  return pruned(counts, words);
}

function pruned(counts: ReadonlyMap<number, number>, words: readonly string[]): Bigrams {
  const keys = [...counts].filter(([, count]) => count >= countMin).map(([key]) => key);
  const rows = new Map<string, Map<string, number>>();
  for (const key of Float64Array.from(keys).sort()) {
    const left = words[Math.floor(key / words.length)] ?? '';
    const row = rows.get(left) ?? new Map<string, number>();
    row.set(words[key % words.length] ?? '', counts.get(key) ?? 0);
    rows.set(left, row);
  }
  return rows;
}

/** `first<TAB>second count second count`: both words in the order of en-counts.txt. */
export function bigramLines(bigrams: Bigrams): readonly string[] {
  return [...bigrams].map(
    ([left, row]) => `${left}\t${[...row].map(([right, count]) => `${right} ${count}`).join(' ')}`,
  );
}
