import type { Lexicon } from '../../core/lexicon.ts';
import { createWordTable, startsAfter } from '../../core/word-table.ts';

/** How often open text has one word after another. */
export interface Bigrams {
  /** The weighted count of a pair of ids, 0 where it is too rare to be kept. */
  countOf(left: number, right: number): number;
}

/** The words that follow one, by id, in ascending order, with their counts. */
interface Row {
  readonly seconds: Uint32Array;
  readonly counts: Uint32Array;
}

const noRow: Row = { seconds: new Uint32Array(), counts: new Uint32Array() };

/**
 * Reads lines of `first<TAB>second count second count`, the seconds in the lexicon's order. A line is read when
 * its first word is asked for: of 350,000 pairs a text needs few.
 */
export function createBigrams(text: string, lexicon: Lexicon): Bigrams {
  const lines = `\n${text}`;
  const starts = startsAfter('\n', lines);
  const table = createWordTable(lines, starts, '\t');
  const rows = new Map<number, Row>();
  const rowOf = (left: number): Row => {
    const known = rows.get(left);
    if (known) return known;
    const start = starts[table.indexOf(lexicon.wordAt(left))];
    const row = start === undefined ? noRow : rowAt(lines, start, lexicon);
    rows.set(left, row);
    return row;
  };
  return {
    countOf: (left, right) => {
      if (left < 0 || right < 0) return 0;
      const { seconds, counts } = rowOf(left);
      let [low, high] = [0, seconds.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((seconds[middle] ?? 0) < right) low = middle + 1;
        else high = middle;
      }
      return seconds[low] === right ? (counts[low] ?? 0) : 0;
    },
  };
}

function rowAt(lines: string, start: number, lexicon: Lexicon): Row {
  const line = lines.slice(lines.indexOf('\t', start) + 1, lines.indexOf('\n', start));
  const fields = line.split(' ');
  const size = fields.length / 2;
  const [seconds, counts] = [new Uint32Array(size), new Uint32Array(size)];
  for (let at = 0; at < size; at += 1) {
    seconds[at] = lexicon.idOf(fields[2 * at] ?? '');
    counts[at] = Number(fields[2 * at + 1]);
  }
  return { seconds, counts };
}
