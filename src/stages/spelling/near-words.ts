import { type Lexicon, letterCountMax } from '../../core/lexicon.ts';
import { createDeletesIndex, type DeletesIndex, nearByScan } from './deletes-index.ts';
import { countSlips, type Letters, slips } from './edit-path.ts';
import { featureAt, featureCount, logCount } from './ranking.ts';
import { soundKey } from './sound-key.ts';

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

/** A look at all words takes some 3 ms and the making of the index 90; a letter of one page has no more unknown words. */
const scansMax = 8;

/** What was found last is remembered. */
export function createNearWords(lexicon: Lexicon): NearWords {
  const find = createSearch(lexicon);
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

function createSearch(lexicon: Lexicon): NearWords {
  let index: DeletesIndex | undefined;
  let scans = 0;
  const rightCodes = new Uint8Array(letterCountMax);
  const wrongCodes = new Uint8Array(letterCountMax);
  const slipCounts = new Float64Array(slips.length);
  return (word) => {
    const wrong = lettersOf(word, wrongCodes);
    const sound = soundKey(word);
    const found: NearWord[] = [];
    if (!index && scans === scansMax) index = createDeletesIndex(lexicon);
    scans += 1;
    const near = index
      ? index.near
      : (text: string) =>
          nearByScan(lexicon, text, (codes, length) => sharesLetters(wrong, { codes, length }));
    for (const id of new Set([word, ...respellings(word)].flatMap((text) => [...near(text)]))) {
      const right = { codes: rightCodes, length: lexicon.lettersAt(id, rightCodes) };
      if (right.length < 2 || !sharesLetters(wrong, right)) continue;
      const slipped = countSlips(wrong, right, slipCounts);
      if (slipped > slipsMaxFor(word.length)) continue;
      const text = lexicon.wordAt(id);
      const features = new Float64Array(featureCount);
      features.set(slipCounts);
      features[featureAt.sound] = sound === soundKey(text.toLowerCase()) ? 1 : 0;
      features[featureAt.short] = word.length <= shortLengthMax ? slipped : 0;
      features[featureAt.frequency] = logCount(lexicon.countAt(id));
      found.push({ id, text, features });
    }
    return found;
  };
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
function sharesLetters(a: Letters, b: Letters): boolean {
  let only = presence(a) ^ presence(b);
  let count = 0;
  for (; only !== 0; only &= only - 1) count += 1;
  return count <= 2 * slipsMaxFor(a.length);
}

function presence({ codes, length }: Letters): number {
  let marks = 0;
  for (let index = 0; index < length; index += 1) marks |= 1 << ((codes[index] ?? 0) & 31);
  return marks;
}
