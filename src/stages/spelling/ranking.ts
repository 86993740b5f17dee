import type { Lexicon } from '../../core/lexicon.ts';
import type { Bigrams } from './bigrams.ts';
import { slips } from './edit-path.ts';
import { rankingWeights } from './weights.ts';

/** What a candidate is ranked by, in the order of its features. */
export const rankingFeatures = [
  ...slips,
  'letters often confused',
  'sounds the same',
  'sounds that differ',
  'begins with another sound',
  'ends with other letters',
  'slips a letter',
  'slips in a short word',
  'log frequency',
  'gain with the word before',
  'gain with the word after',
  'two words',
  'log frequency of the pair',
  'joined with a neighbour',
  'a name without its capital',
  'a name',
  'a name where the word has a capital',
  'not in open text',
] as const;

export const featureCount = rankingFeatures.length;

/** Where in the features the values beyond the slips stand. */
export const featureAt = {
  letters: slips.length,
  sound: slips.length + 1,
  soundSlips: slips.length + 2,
  otherHead: slips.length + 3,
  otherTail: slips.length + 4,
  density: slips.length + 5,
  short: slips.length + 6,
  frequency: slips.length + 7,
  leftGain: slips.length + 8,
  rightGain: slips.length + 9,
  split: slips.length + 10,
  pair: slips.length + 11,
  join: slips.length + 12,
  capital: slips.length + 13,
  name: slips.length + 14,
  capitalisedName: slips.length + 15,
  unseen: slips.length + 16,
} as const;

/** What a count weighs: the tenth time tells less than the second. */
export function logCount(count: number): number {
  return Math.log(1 + count);
}

/** The ids of the words beside the unknown one, -1 where there is none or it is unknown too. */
export interface NeighbourIds {
  readonly left: number;
  readonly right: number;
}

/** Natural logarithm of the odds, up to a constant that all candidates of a word share. */
export function scoreOf(features: Float64Array): number {
  let score = 0;
  for (let index = 0; index < featureCount; index += 1) {
    score += (features[index] ?? 0) * (rankingWeights[index] ?? 0);
  }
  return score;
}

/** Pairs below some such count are not kept, so an unseen pair may have been there that often. */
const unseenCount = 5;

/** How much likelier than by chance one word follows another: the logarithm of the ratio, 0 where nothing is known. */
export function pairGain(
  left: number,
  right: number,
  { lexicon, bigrams }: { readonly lexicon: Lexicon; readonly bigrams: Bigrams },
): number {
  if (left < 0 || right < 0) return 0;
  const expected = (lexicon.countAt(left) * lexicon.countAt(right)) / lexicon.total;
  return Math.log((bigrams.countOf(left, right) + unseenCount) / (expected + unseenCount));
}
