import { type Lexicon, letterCountMax } from '../../core/lexicon.ts';
import { hashStart, hashStep } from '../../core/word-table.ts';
import { soundCountMax, soundsIn } from './sound-key.ts';

/** Finds words by what is left of them when a little is deleted on both sides. */
export interface DeletesIndex {
  /** The ids of words near a lower-case word, a superset: the caller measures the distance. Each once, unsorted. */
  near(word: string): Int32Array;
}

/** What is deleted from: letters or sounds. */
export interface Deletes {
  /** Writes the hashes of what is left of a word; gives their number. */
  hashesOf(letters: Uint8Array, length: number, hashes: Int32Array): number;
  readonly hashesMax: number;
  /** How much longer one word may be than the other. */
  readonly lengthGapMax: number;
  /** How many hashes a word has, roughly. */
  readonly usual: number;
}

/** Only the beginning of a word is indexed: it keeps the index small, and the distance is measured anyway. */
const prefixLength = 7;

/** Words at most two letters away. */
export const letterDeletes: Deletes = {
  hashesOf: hashesOfLetters,
  /** The word itself, each letter of seven deleted, each pair deleted. */
  hashesMax: 1 + prefixLength + (prefixLength * (prefixLength - 1)) / 2,
  lengthGapMax: 2,
  usual: 8,
};

/** More sounds than these are not looked at. */
const soundsMax = 10;

const sounds = new Uint8Array(soundCountMax);

/** Words that sound the same but for one sound. */
export const soundDeletes: Deletes = {
  hashesOf: (letters, length, hashes) => {
    const count = Math.min(soundsIn(letters, length, sounds), soundsMax);
    let written = 0;
    for (let skipped = -1; skipped < count; skipped += 1) {
      // Little is left of a short one: almost every word would be like it.
      if (skipped >= 0 && count < soundsMin) break;
      let hash = hashStart;
      for (let at = 0; at < count; at += 1) {
        if (at !== skipped) hash = hashStep(hash, sounds[at] ?? 0);
      }
      hashes[written] = hash ^ (hash >>> 15);
      written += 1;
    }
    return written;
  },
  hashesMax: 1 + soundsMax,
  lengthGapMax: 3,
  usual: 4,
};

const soundsMin = 4;

/** The index of letters costs about 18 MB and a third of a second, so it is made when several unknown words have come. */
export function createDeletesIndex(lexicon: Lexicon, deletes: Deletes): DeletesIndex {
  const { bucketStarts, ids } = filed(lexicon, deletes);
  const mask = bucketStarts.length - 2;
  const stamps = new Uint32Array(lexicon.size);
  const letters = new Uint8Array(letterCountMax);
  const hashes = new Int32Array(deletes.hashesMax);
  let stamp = 0;
  return {
    near: (word) => {
      stamp += 1;
      const found: number[] = [];
      const length = Math.min(word.length, letterCountMax);
      for (let index = 0; index < length; index += 1) letters[index] = word.charCodeAt(index);
      const count = deletes.hashesOf(letters, length, hashes);
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
          if (Math.abs(lexicon.lengthAt(id) - length) <= deletes.lengthGapMax) found.push(id);
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

/** Where words are looked for without an index, and how: `isLikely` says quickly which words are worth a look. */
export interface Scan {
  readonly lexicon: Lexicon;
  readonly deletes: Deletes;
  readonly isLikely: (letters: Uint8Array, length: number) => boolean;
}

/** Finds the same without an index, by looking at every word: for the few unknown words of a short text that is done before an index is. */
export function nearByScan(word: string, { lexicon, deletes, isLikely }: Scan): Int32Array {
  const mask = bucketCountOf(lexicon, deletes) - 1;
  const letters = new Uint8Array(letterCountMax);
  const hashes = new Int32Array(deletes.hashesMax);
  const length = Math.min(word.length, letterCountMax);
  for (let index = 0; index < length; index += 1) letters[index] = word.charCodeAt(index);
  const wanted = new Set<number>();
  const wantedCount = deletes.hashesOf(letters, length, hashes);
  for (let index = 0; index < wantedCount; index += 1) wanted.add((hashes[index] ?? 0) & mask);
  const found: number[] = [];
  for (let id = 0; id < lexicon.size; id += 1) {
    if (Math.abs(lexicon.lengthAt(id) - length) > deletes.lengthGapMax) continue;
    const own = lexicon.lettersAt(id, letters);
    if (!isLikely(letters, own)) continue;
    const count = deletes.hashesOf(letters, own, hashes);
    for (let index = 0; index < count; index += 1) {
      if (!wanted.has((hashes[index] ?? 0) & mask)) continue;
      found.push(id);
      break;
    }
  }
  return Int32Array.from(found);
}

function bucketCountOf(lexicon: Lexicon, { usual }: Deletes): number {
  return 2 ** Math.ceil(Math.log2(lexicon.size * usual + 2));
}

/** A counting sort of all (hash, id) pairs into buckets. */
function filed(lexicon: Lexicon, deletes: Deletes): Filed {
  const letters = new Uint8Array(letterCountMax);
  const hashes = new Int32Array(deletes.hashesMax);
  const bucketCount = bucketCountOf(lexicon, deletes);
  const bucketStarts = new Uint32Array(bucketCount + 1);
  const eachHash = (visit: (bucket: number, id: number) => void): void => {
    for (let id = 0; id < lexicon.size; id += 1) {
      const count = deletes.hashesOf(letters, lexicon.lettersAt(id, letters), hashes);
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

/** Writes the hashes of a word's beginning with none, one and two letters deleted; gives their number. */
function hashesOfLetters(letters: Uint8Array, length: number, hashes: Int32Array): number {
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
