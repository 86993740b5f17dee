import { type Lexicon, letterCountMax } from '../../core/lexicon.ts';
import { hashStart, hashStep } from '../../core/word-table.ts';

/** Finds the words that are at most two letters away, by deleting up to two letters on both sides. */
export interface DeletesIndex {
  /** The ids of words near a lower-case word, a superset: the caller measures the distance. Each once, unsorted. */
  near(word: string): Int32Array;
}

/** Only the beginning of a word is indexed: it keeps the index small, and the distance is measured anyway. */
const prefixLength = 7;

/** The index costs about 12 MB and a quarter of a second, so it is made when several unknown words have come. */
export function createDeletesIndex(lexicon: Lexicon): DeletesIndex {
  const { bucketStarts, ids } = filed(lexicon);
  const mask = bucketStarts.length - 2;
  const stamps = new Uint32Array(lexicon.size);
  const letters = new Uint8Array(letterCountMax);
  const hashes = new Int32Array(hashesMax);
  let stamp = 0;
  return {
    near: (word) => {
      stamp += 1;
      const found: number[] = [];
      const length = Math.min(word.length, letterCountMax);
      for (let index = 0; index < length; index += 1) letters[index] = word.charCodeAt(index);
      const count = deletesOf(letters, length, hashes);
      for (let index = 0; index < count; index += 1) {
        const bucket = (hashes[index] ?? 0) & mask;
        for (
          let entry = bucketStarts[bucket] ?? 0;
          entry < (bucketStarts[bucket + 1] ?? 0);
          entry += 1
        ) {
          const id = ids[entry] ?? 0;
          if ((stamps[id] ?? 0) === stamp) continue;
          stamps[id] = stamp;
          if (Math.abs(lexicon.lengthAt(id) - length) <= 2) found.push(id);
        }
      }
      return Int32Array.from(found);
    },
  };
}

interface Filed {
  /** Where in `ids` each bucket begins; one more than there are buckets. */
  readonly bucketStarts: Uint32Array;
  readonly ids: Int32Array;
}

/**
 * Finds the same without an index, by looking at every word: for the few unknown words of a short text
 * that is done before an index is. `isLikely` says quickly which words are worth a look.
 */
export function nearByScan(
  lexicon: Lexicon,
  word: string,
  isLikely: (letters: Uint8Array, length: number) => boolean,
): Int32Array {
  const mask = bucketCountOf(lexicon) - 1;
  const letters = new Uint8Array(letterCountMax);
  const hashes = new Int32Array(hashesMax);
  const length = Math.min(word.length, letterCountMax);
  for (let index = 0; index < length; index += 1) letters[index] = word.charCodeAt(index);
  const wanted = new Set<number>();
  const wantedCount = deletesOf(letters, length, hashes);
  for (let index = 0; index < wantedCount; index += 1) wanted.add((hashes[index] ?? 0) & mask);
  const found: number[] = [];
  for (let id = 0; id < lexicon.size; id += 1) {
    if (Math.abs(lexicon.lengthAt(id) - length) > 2) continue;
    const own = lexicon.lettersAt(id, letters);
    if (!isLikely(letters, own)) continue;
    const count = deletesOf(letters, own, hashes);
    for (let index = 0; index < count; index += 1) {
      if (!wanted.has((hashes[index] ?? 0) & mask)) continue;
      found.push(id);
      break;
    }
  }
  return Int32Array.from(found);
}

function bucketCountOf(lexicon: Lexicon): number {
  return 2 ** Math.ceil(Math.log2(lexicon.size * 12 + 2));
}

/** A counting sort of all (hash, id) pairs into buckets. */
function filed(lexicon: Lexicon): Filed {
  const letters = new Uint8Array(letterCountMax);
  const hashes = new Int32Array(hashesMax);
  const bucketCount = bucketCountOf(lexicon);
  const bucketStarts = new Uint32Array(bucketCount + 1);
  const eachHash = (visit: (bucket: number, id: number) => void): void => {
    for (let id = 0; id < lexicon.size; id += 1) {
      const count = deletesOf(letters, lexicon.lettersAt(id, letters), hashes);
      for (let index = 0; index < count; index += 1)
        visit((hashes[index] ?? 0) & (bucketCount - 1), id);
    }
  };
  eachHash((bucket) => {
    bucketStarts[bucket] = (bucketStarts[bucket] ?? 0) + 1;
  });
  let total = 0;
  for (let bucket = 0; bucket <= bucketCount; bucket += 1) {
    total += bucketStarts[bucket] ?? 0;
    bucketStarts[bucket] = total;
  }
  const ids = new Int32Array(total);
  eachHash((bucket, id) => {
    const place = (bucketStarts[bucket] ?? 0) - 1;
    bucketStarts[bucket] = place;
    ids[place] = id;
  });
  return { bucketStarts, ids };
}

/** The word itself, each letter of seven deleted, each pair deleted. */
const hashesMax = 1 + prefixLength + (prefixLength * (prefixLength - 1)) / 2;

/** Writes the hashes of a word's beginning with none, one and two letters deleted; gives their number. */
function deletesOf(letters: Uint8Array, length: number, hashes: Int32Array): number {
  const end = Math.min(length, prefixLength);
  let count = 0;
  for (let first = -1; first < end; first += 1) {
    for (let second = first; second < end; second += 1) {
      if (first === -1 && second > -1) break;
      if (second > -1 && end - (second === first ? 1 : 2) < 1) continue;
      let hash = hashStart;
      for (let index = 0; index < end; index += 1) {
        if (index !== first && index !== second) hash = hashStep(hash, letters[index] ?? 0);
      }
      hashes[count] = hash ^ (hash >>> 15);
      count += 1;
    }
  }
  return count;
}
