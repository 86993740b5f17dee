import { type Lexicon, letterCountMax } from '../../core/lexicon.ts';
import type { ConfusionWeights } from './confusions.ts';
import {
  createDeletesIndex,
  type Deletes,
  letterDeletes,
  nearByScan,
  soundDeletes,
} from './deletes-index.ts';
import { countSlips, type Letters, type Slipped, slips } from './edit-path.ts';
import { featureAt, featureCount, logCount } from './ranking.ts';
import { compareSounds, soundsOf } from './sound-distance.ts';

/** A word that a few slips turn into the unknown one, with those features that hang on the two words alone. */
export interface NearWord {
  readonly id: number;
  readonly text: string;
  readonly features: Float64Array;
}

/** The words near a lower-case word, in no order. */
export type NearWords = (word: string) => readonly NearWord[];

/** A document has the same slips again and again; some 2 KB each. */
const rememberedMax = 2_000;

/** What was found last is remembered. */
export function createNearWords(lexicon: Lexicon, confusions: ConfusionWeights): NearWords {
  const find = createSearch(lexicon, confusions);
  const remembered = new Map<string, readonly NearWord[]>();
  return (word) => {
    const known = remembered.get(word);
    if (known) return known;
    const found = find(word);
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set([...word].join(''), found);
    return found;
  };
}

function createSearch(lexicon: Lexicon, weights: ConfusionWeights): NearWords {
  const byLetters = createLookUp(lexicon, letterDeletes, 0);
  const bySound = createLookUp(lexicon, soundDeletes, moreSlipsBySound);
  const measure = createMeasure(lexicon, weights);
  return (word) => {
    const letters = lettersOf(word, wrongCodes);
    const wrong = { word, letters, sounds: soundsOf(letters), slipsMax: slipsMaxFor(word.length) };
    const found = new Map<number, NearWord>();
    let fewest = Number.POSITIVE_INFINITY;
    const take = (ids: Iterable<number>, slipsMax: number): void => {
      for (const id of ids) {
        if (found.has(id)) continue;
        const near = measure(id, { ...wrong, slipsMax });
        if (!near) continue;
        found.set(id, near.word);
        fewest = Math.min(fewest, near.slipped);
      }
    };
    for (const text of new Set([word, ...respellings(word)])) {
      take(byLetters(text, letters), wrong.slipsMax);
    }
    if (fewest > 1 && word.length >= soundLengthMin) {
      take(bySound(word, letters), wrong.slipsMax + moreSlipsBySound);
    }
    return [...found.values()];
  };
}

const wrongCodes = new Uint8Array(letterCountMax);

/** A word that sounds like the unknown one may be written with so many slips more. */
const moreSlipsBySound = 1;

/** Shorter words sound like too many others. */
const soundLengthMin = 4;

/** A look at all words takes some 5 ms and the making of an index 150; a letter of one page has no more unknown words. */
const scansMax = 8;

/** The ids of words near a text; `letters` are those of the unknown word. */
function createLookUp(
  lexicon: Lexicon,
  deletes: Deletes,
  moreSlips: number,
): (text: string, letters: Letters) => Int32Array {
  let index: ReturnType<typeof createDeletesIndex> | undefined;
  let scans = 0;
  return (text, letters) => {
    if (!index && scans === scansMax) index = createDeletesIndex(lexicon, deletes);
    scans += 1;
    if (index) return index.near(text);
    const slipsMax = slipsMaxFor(letters.length) + moreSlips;
    const isLikely = (codes: Uint8Array, length: number): boolean =>
      sharesLetters(letters, { codes, length }, slipsMax);
    return nearByScan(text, { lexicon, deletes, isLikely });
  };
}

interface Wrong {
  readonly word: string;
  readonly letters: Letters;
  readonly sounds: Uint8Array;
  readonly slipsMax: number;
}

type Measure = (
  id: number,
  wrong: Wrong,
) => { readonly word: NearWord; readonly slipped: number } | undefined;

function createMeasure(lexicon: Lexicon, weights: ConfusionWeights): Measure {
  const rightCodes = new Uint8Array(letterCountMax);
  const slipped: Slipped = { counts: new Float64Array(slips.length), confusions: [] };
  return (id, { letters, sounds, slipsMax }) => {
    const right = { codes: rightCodes, length: lexicon.lettersAt(id, rightCodes) };
    if (right.length < 2 || !sharesLetters(letters, right, slipsMax)) return undefined;
    const count = countSlips(letters, right, slipped);
    if (count > slipsMax) return undefined;
    const text = lexicon.wordAt(id);
    const features = new Float64Array(featureCount);
    features.set(slipped.counts);
    for (const confusion of slipped.confusions) {
      features[featureAt.letters] = (features[featureAt.letters] ?? 0) + (weights[confusion] ?? 0);
    }
    const { distance, isHeadAlike } = compareSounds(sounds, right);
    features[featureAt.sound] = distance === 0 ? 1 : 0;
    features[featureAt.soundSlips] = distance;
    features[featureAt.otherHead] = isHeadAlike ? 0 : 1;
    features[featureAt.otherTail] = endsAlike(letters, right) ? 0 : 1;
    features[featureAt.density] = count / letters.length;
    features[featureAt.short] = letters.length <= shortLengthMax ? count : 0;
    features[featureAt.frequency] = logCount(lexicon.countAt(id));
    features[featureAt.unseen] = lexicon.countAt(id) === 0 ? 1 : 0;
    return { word: { id, text, features }, slipped: count };
  };
}

/** Whether the last two letters are the same. */
function endsAlike(a: Letters, b: Letters): boolean {
  return (
    a.codes[a.length - 1] === b.codes[b.length - 1] &&
    a.codes[a.length - 2] === b.codes[b.length - 2]
  );
}

/** Words that sound the same begin otherwise and lie too far for the index: `fisician`, `nowledge`, `sychology`. */
function respellings(word: string): readonly string[] {
  return respellingRules
    .filter(([from]) => from.test(word))
    .map(([from, to]) => word.replace(from, to));
}

const respellingRules: readonly (readonly [RegExp, string])[] = [
  [/f/g, 'ph'],
  [/ph/g, 'f'],
  [/^n/, 'kn'],
  [/^s(?=y)/, 'ps'],
  [/^r(?=[yi])/, 'rh'],
  [/^r/, 'wr'],
];

/** In words up to here a slip leaves little of the word. */
const shortLengthMax = 4;

/** Words of nine letters and more may be three slips away, where the index finds them at all. */
function slipsMaxFor(length: number): number {
  if (length <= 3) return 1;
  return length >= longLengthMin ? 3 : 2;
}

const longLengthMin = 9;

function lettersOf(word: string, codes: Uint8Array): Letters {
  const length = Math.min(word.length, letterCountMax);
  for (let index = 0; index < length; index += 1) codes[index] = word.charCodeAt(index);
  return { codes, length };
}

/** A cheap first look: every slip puts at most two letters into one word only. */
function sharesLetters(a: Letters, b: Letters, slipsMax: number): boolean {
  let only = presence(a) ^ presence(b);
  let count = 0;
  for (; only !== 0; only &= only - 1) count += 1;
  return count <= 2 * slipsMax;
}

function presence({ codes, length }: Letters): number {
  let marks = 0;
  for (let index = 0; index < length; index += 1) marks |= 1 << ((codes[index] ?? 0) & 31);
  return marks;
}
