import { createWordTable, startsAfter } from '../../core/word-table.ts';
import { type CellLayout, locate, unpackedCount } from './cells.ts';

/** The ids below the words': unknown, unknown with a capital, start and end of a sentence, unknown with a hyphen. */
export const reservedForms = ['<unknown>', '<name>', '<start>', '<end>', '<hyphenated>'];
export const unknownId = 0;
export const startId = 2;
export const endId = 3;

const magic = 0x31584350;
const headerLength = 8;

export interface ModelParts {
  readonly forms: readonly string[];
  /** How often each form stands, in half counts. */
  readonly counts: Uint32Array;
  readonly layout: CellLayout;
  readonly cells: Uint16Array;
}

/** Counts of words in a row, and what they say of the next word. */
export interface LanguageModel {
  /** The id of a form, of its class when it is unknown. */
  idOf(form: string, isCapitalised?: boolean): number;
  wordCount(id: number): number;
  /** How often words stand in a row; 0 where they are too rare to be kept. */
  pairCount(first: number, second: number): number;
  gramCount(ids: readonly [number, number, number, number]): number;
  /** The natural logarithm of the probability of the word at `index` after those before it. */
  logProbability(ids: ArrayLike<number>, index: number): number;
}

/** A header of 32-bit numbers, the counts of the forms, the cells, the forms as lines. */
export function modelBytes({ forms, counts, layout, cells }: ModelParts): Uint8Array {
  const words = new TextEncoder().encode(forms.join('\n'));
  const header = Uint32Array.of(
    magic,
    1,
    forms.length,
    cells.length,
    layout.seed,
    layout.segmentLength,
    layout.segmentCount,
    words.length,
  );
  const bytes = new Uint8Array(
    header.byteLength + counts.byteLength + cells.byteLength + words.length,
  );
  let at = 0;
  for (const part of [header, counts, cells, words]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** The forms stay one text: each is found by its place. */
type StoredParts = Omit<ModelParts, 'forms'> & { readonly text: string };

function partsOf(bytes: Uint8Array): StoredParts {
  // Typed arrays want an aligned start, which a buffer from a file's pool may not have.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = new Uint32Array(buffer, byteOffset, headerLength);
  const [name, version, size = 0, cellCount = 0, seed = 0] = header;
  const [segmentLength = 0, segmentCount = 0, textLength = 0] = header.subarray(5);
  if (name !== magic || version !== 1) throw new Error('en-context.bin is not a language model');
  const countsAt = byteOffset + header.byteLength;
  const cellsAt = countsAt + 4 * size;
  const text = new Uint8Array(buffer, cellsAt + 2 * cellCount, textLength);
  return {
    text: new TextDecoder().decode(text),
    counts: new Uint32Array(buffer, countsAt, size),
    cells: new Uint16Array(buffer, cellsAt, cellCount),
    layout: { seed, segmentLength, segmentCount },
  };
}

export function createLanguageModel(bytes: Uint8Array): LanguageModel {
  const { text: lines, counts, cells, layout } = partsOf(bytes);
  const afterLines = `\n${lines}`;
  const forms = createWordTable(afterLines, startsAfter('\n', afterLines), '\n');
  const total = counts.reduce((sum, count) => sum + count, 0) / 2;
  const unpacked = Float64Array.from({ length: 64 }, (_, packed) => unpackedCount(packed));
  const place = { first: 0, second: 0, third: 0, fingerprint: 0 };
  const cellAt = (index: number): number => cells[index] ?? 0;
  const countAt = (a: number, b: number, pair: readonly [number, number]): number => {
    locate(place, layout, [(a << 16) | b, (pair[0] << 16) | pair[1]]);
    const value = cellAt(place.first) ^ cellAt(place.second) ^ cellAt(place.third);
    return value >>> 6 === place.fingerprint ? (unpacked[value & 63] ?? 0) : 0;
  };
  const wordCount = (id: number): number => (counts[id] ?? 0) / 2;
  // A false hit is seldom one for the parts too, so nothing counts more than its parts.
  const pairCount = (c: number, d: number): number =>
    Math.min(countAt(0, 0, [c, d]), wordCount(c), wordCount(d));
  const gramCount: LanguageModel['gramCount'] = ([a, b, c, d]) => {
    const count = countAt(a, b, [c, d]);
    if (count === 0) return 0;
    return a === 0
      ? Math.min(count, pairCount(b, c), pairCount(c, d))
      : Math.min(count, gramCount([0, a, b, c]), gramCount([0, b, c, d]));
  };
  return {
    idOf: (form, isCapitalised = false) => {
      const id = forms.indexOf(form);
      if (id >= 0) return id;
      return isCapitalised ? 1 : form.includes('-') ? 4 : unknownId;
    },
    wordCount,
    pairCount,
    gramCount,
    logProbability: (text, index) =>
      Math.log(probability({ total, wordCount, pairCount, gramCount }, text, index)),
  };
}

type Counts = Pick<LanguageModel, 'wordCount' | 'pairCount' | 'gramCount'> & {
  readonly total: number;
};

/** What is taken from every count of two, three, four words and given to the shorter context. */
const discounts = [0.66, 0.75, 0.8];

/**
 * Interpolated absolute discounting. How many words follow a context is not stored: the weight of the
 * shorter context is a power law of the longer one's count, as fitted on the text.
 */
function probability(counts: Counts, text: ArrayLike<number>, index: number): number {
  const word = text[index] ?? 0;
  const one = text[index - 1] ?? unknownId;
  const two = text[index - 2] ?? unknownId;
  const three = text[index - 3] ?? unknownId;
  const [pairs = 0, threes = 0, fours = 0] = discounts;
  let result = (counts.wordCount(word) + 0.1) / counts.total;
  if (word === unknownId || word === 1 || word === 4) result = Math.min(result, 2e-5);
  const before = counts.wordCount(one);
  if (before > 0) {
    const share = Math.max(counts.pairCount(one, word) - pairs, 0) / (before + 1);
    result = share + Math.min(0.95, 0.9 * (before + 1) ** -0.3) * result;
  }
  if (isVague(two) || isVague(one) || isVague(word)) return result;
  const twoBefore = counts.pairCount(two, one);
  if (twoBefore < 1) return result * 0.9;
  const three3 = Math.min(counts.gramCount([0, two, one, word]), twoBefore);
  result =
    Math.max(three3 - threes, 0) / (twoBefore + 1) +
    Math.min(0.95, 0.82 * (twoBefore + 1) ** -0.25) * result;
  if (isVague(three)) return result;
  const threeBefore = Math.min(counts.gramCount([0, three, two, one]), twoBefore);
  if (threeBefore < 1) return result * 0.95;
  const four = Math.min(counts.gramCount([three, two, one, word]), threeBefore);
  return (
    Math.max(four - fours, 0) / (threeBefore + 1) +
    Math.min(0.95, 0.79 * (threeBefore + 1) ** -0.225) * result
  );
}

function isVague(id: number): boolean {
  return id === unknownId || id === 4;
}
