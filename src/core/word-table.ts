/**
 * Finds words of a text by the word, with two numbers for each. A Map of them would take ten times the memory
 * and as many times longer to fill, and every thread would have one of its own.
 */
export interface WordTable {
  /** The number of a word, the first where it stands several times; -1 where it does not. */
  indexOf(word: string): number;
  /** The numbers of all places where a word stands, in the order of the text. */
  indicesOf(word: string): readonly number[];
}

/** `starts` says where the words begin. A word ends at `stop`, at the end of its line and at the end of the text. */
export function createWordTable(text: string, starts: Uint32Array, stop: string): WordTable {
  const stopCode = stop.charCodeAt(0);
  const slots = filled(text, starts, stopCode);
  const mask = slots.length - 1;
  const endsAt = (place: number): boolean => {
    const code = text.charCodeAt(place);
    return code === stopCode || code === lineFeed || place === text.length;
  };
  const nextOf = (word: string, from: number): number => {
    let slot = from;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const start = starts[(slots[slot] ?? 0) - 1] ?? 0;
      if (text.startsWith(word, start) && endsAt(start + word.length)) break;
    }
    return slot;
  };
  return {
    indexOf: (word) => (slots[nextOf(word, hashOf(word) & mask)] ?? 0) - 1,
    indicesOf: (word) => {
      const indices: number[] = [];
      let slot = nextOf(word, hashOf(word) & mask);
      while (slots[slot] !== 0) {
        indices.push((slots[slot] ?? 0) - 1);
        slot = nextOf(word, (slot + 1) & mask);
      }
      return indices;
    },
  };
}

const lineFeed = 10;

/** An open hash table of numbers plus one, at most half full. Plain loops: this runs once and before it is compiled. */
function filled(text: string, starts: Uint32Array, stopCode: number): Uint32Array {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(starts.length * 2 + 2)));
  const mask = slots.length - 1;
  for (let index = 0; index < starts.length; index += 1) {
    let hash = hashStart;
    for (let at = starts[index] ?? 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === stopCode || code === lineFeed) break;
      hash = Math.imul(hash ^ code, hashFactor);
    }
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
  return slots;
}

/** Where those words of a text begin that stand after `mark`. */
export function startsAfter(mark: string, text: string): Uint32Array {
  const starts: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    starts.push(at + mark.length);
  }
  return Uint32Array.from(starts);
}

/** FNV-1a, 32 bits. */
export const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, hashFactor);
}

export function hashOf(word: string): number {
  let hash = hashStart;
  for (let index = 0; index < word.length; index += 1) {
    hash = hashStep(hash, word.charCodeAt(index));
  }
  return hash;
}
