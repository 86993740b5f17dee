import type { Resources } from './stage.ts';
import { hashOf, hashStart, hashStep } from './word-table.ts';

/**
 * The words that may be proposed, with how often open text has them, in typed arrays: as a Map of strings
 * they would take some ten times the memory. An id is a word's place in the sorted list.
 */
export interface Lexicon {
  readonly size: number;
  /** The sum of all counts. */
  readonly total: number;
  /** The id of a word as it is written in the list, or -1. */
  idOf(word: string): number;
  wordAt(id: number): string;
  countAt(id: number): number;
  lengthAt(id: number): number;
  /** Writes a word's letters in lower case into `into` and gives their number. */
  lettersAt(id: number, into: Uint8Array): number;
}

/** Words are looked at up to here; the list has none that is longer. */
export const letterCountMax = 48;

const loaded = new WeakMap<Resources, Promise<Lexicon>>();

/** The words of `dictionaries/en-counts.txt`; a thread reads them once, for all stages. */
export function lexiconOf(resources: Resources): Promise<Lexicon> {
  const known = loaded.get(resources) ?? resources.list('en-counts').then(createLexicon);
  loaded.set(resources, known);
  return known;
}

/** Reads lines of `word<TAB>count`. Letters are Latin-1. */
export function createLexicon(text: string): Lexicon {
  const { letters, starts, counts, total } = parsed(text);
  const size = counts.length;
  const slots = hashed(letters, starts);
  const lengthAt = (id: number): number => (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  const wordAt = (id: number): string =>
    String.fromCharCode(...letters.subarray(starts[id] ?? 0, starts[id + 1] ?? 0));
  return {
    size,
    total,
    lengthAt,
    wordAt,
    countAt: (id) => counts[id] ?? 0,
    idOf: (word) => {
      const mask = slots.length - 1;
      for (let slot = hashOf(word) & mask; ; slot = (slot + 1) & mask) {
        const id = (slots[slot] ?? 0) - 1;
        if (id < 0) return -1;
        if (lengthAt(id) === word.length && holds(letters, starts[id] ?? 0, word)) return id;
      }
    },
    lettersAt: (id, into) => {
      const start = starts[id] ?? 0;
      const length = Math.min(lengthAt(id), letterCountMax);
      for (let index = 0; index < length; index += 1) into[index] = letters[start + index] ?? 0;
      if ((into[0] ?? 0) < 97 && (into[0] ?? 0) >= 65) into[0] = (into[0] ?? 0) + 32;
      return length;
    },
  };
}

interface Parsed {
  readonly letters: Uint8Array;
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  readonly total: number;
}

function parsed(text: string): Parsed {
  const size = lineCount(text);
  const letters = new Uint8Array(text.length);
  const starts = new Uint32Array(size + 1);
  const counts = new Uint32Array(size);
  let [id, used, total, position] = [0, 0, 0, 0];
  for (; id < size; id += 1) {
    for (let code = text.charCodeAt(position); code !== 9; code = text.charCodeAt(position)) {
      if (Number.isNaN(code)) throw new Error(`the word list has no count in line ${id + 1}`);
      letters[used] = code;
      used += 1;
      position += 1;
    }
    const end = text.indexOf('\n', position);
    const count = Number(text.slice(position + 1, end));
    position = end + 1;
    starts[id + 1] = used;
    counts[id] = count;
    total += count;
  }
  return { letters: letters.slice(0, used), starts, counts, total };
}

function lineCount(text: string): number {
  let count = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) count += 1;
  return count;
}

/** An open hash table of ids plus one, at most half full. */
function hashed(letters: Uint8Array, starts: Uint32Array): Uint32Array {
  const size = starts.length - 1;
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(size * 2 + 2)));
  const mask = slots.length - 1;
  for (let id = 0; id < size; id += 1) {
    let hash = hashStart;
    for (let index = starts[id] ?? 0; index < (starts[id + 1] ?? 0); index += 1) {
      hash = hashStep(hash, letters[index] ?? 0);
    }
    let slot = hash & mask;
    while ((slots[slot] ?? 0) !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  return slots;
}

function holds(letters: Uint8Array, start: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (letters[start + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}
