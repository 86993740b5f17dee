import type { Lexicon } from '../../core/lexicon.ts';
import type { Candidate } from './candidates.ts';
import { slips } from './edit-path.ts';
import { featureAt } from './ranking.ts';
import { confidenceWeights, rankingWeights } from './weights.ts';

/** What the confidence in a best candidate hangs on, in the order of `confidenceWeights`. */
export const confidenceFeatures = [
  'constant',
  'log odds against the other candidates',
  'margin to the second',
  'weight of the slips',
  'one slip only',
  'log frequency',
  'gain with the neighbours',
  'length',
  'short word',
  'begins with a capital',
  'repeated in the document',
  'unknown words around',
  'two words',
  'joined',
  'a name without its capital',
  'looks derived from a word',
  'looks put together of two words',
  'ends in another way',
] as const;

/** The unknown word as the confidence sees it. */
export interface Case {
  readonly word: string;
  readonly isCapitalised: boolean;
  /** How often the document has it, this time included. */
  readonly occurrences: number;
  /** The share of unknown words in the sentence. */
  readonly unknownShare: number;
}

/** How likely the first of `candidates` (sorted) is what the author wants, 0 to 1. */
export function confidenceOf(
  given: Case,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
): number {
  const features = confidenceFeaturesOf(given, candidates, { lexicon, weights: rankingWeights });
  const sum = features.reduce(
    (total, value, index) => total + value * (confidenceWeights[index] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

export interface Terms {
  readonly lexicon: Lexicon;
  /** The weights under which the candidates were ranked. */
  readonly weights: readonly number[];
}

/** In the order of `confidenceFeatures`. There must be a candidate. */
export function confidenceFeaturesOf(
  given: Case,
  candidates: readonly Candidate[],
  { lexicon, weights }: Terms,
): readonly number[] {
  const [best, second] = candidates;
  if (!best) throw new Error(`no candidates for "${given.word}"`);
  const { features } = best;
  const gain = (features[featureAt.leftGain] ?? 0) + (features[featureAt.rightGain] ?? 0);
  return [
    1,
    logOdds(candidates),
    Math.min(6, second ? best.score - second.score : 6),
    slipWeight(best, weights),
    slipCount(best) === 1 ? 1 : 0,
    features[featureAt.frequency] ?? 0,
    Math.max(-3, Math.min(6, gain)),
    Math.log(given.word.length),
    given.word.length <= 4 ? 1 : 0,
    given.isCapitalised ? 1 : 0,
    Math.log(given.occurrences),
    given.unknownShare,
    best.kind === 'split' ? 1 : 0,
    best.kind === 'join-left' || best.kind === 'join-right' ? 1 : 0,
    best.kind === 'capital' ? 1 : 0,
    isDerived(given.word, lexicon) ? 1 : 0,
    isCompound(given.word, lexicon) ? 1 : 0,
    best.kind === 'edit' && endsOtherwise(given.word, best.text) ? 1 : 0,
  ];
}

/** Beyond this, more odds tell nothing more. */
const logOddsMax = 6;

function logOdds(candidates: readonly Candidate[]): number {
  const top = candidates[0]?.score ?? 0;
  const others = candidates.slice(1).reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  return Math.min(logOddsMax, -Math.log(others + Math.exp(-logOddsMax)));
}

function slipWeight({ features }: Candidate, weights: readonly number[]): number {
  let weight = 0;
  for (let slip = 0; slip < slips.length; slip += 1) {
    weight += (features[slip] ?? 0) * (weights[slip] ?? 0);
  }
  return weight;
}

function slipCount({ features }: Candidate): number {
  let count = 0;
  for (let slip = 0; slip < slips.length - 1; slip += 1) count += features[slip] ?? 0;
  return count;
}

/** Whether the word is a common one with an ending of its own, and only the ending would be corrected: it may be coined. */
export function mayBeCoined(word: string, corrected: string, lexicon: Lexicon): boolean {
  return endsOtherwise(word, corrected) && !/(.)\1$/.test(word) && isDerived(word, lexicon);
}

/** Endings by which writers make words that no dictionary lists: `mergeable`, `implementor`, `gamification`. */
const ending =
  /(?:s|es|ed|ing|ings|ers?|ors?|ness|less|able|ability|ably|ly|i[sz](?:e[ds]?|ing|ation|ations|able)|ish|ese|esque|like|ists?|ism|al|ally|ful|ic|ity|ify|ified|ification)$/;

function isDerived(word: string, lexicon: Lexicon): boolean {
  const match = ending.exec(word);
  if (!match || match.index < 3) return false;
  const stem = word.slice(0, match.index);
  return [stem, `${stem}e`].some((text) => isCommon(text, lexicon));
}

function isCompound(word: string, lexicon: Lexicon): boolean {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    if (isCommon(word.slice(0, cut), lexicon) && isCommon(word.slice(cut), lexicon)) return true;
  }
  return false;
}

const commonCountMin = 100;

function isCommon(word: string, lexicon: Lexicon): boolean {
  const id = lexicon.idOf(word);
  return id >= 0 && lexicon.countAt(id) >= commonCountMin;
}

/** The same word but for its last letters: a word that the lists lack is often an inflection of one they have. */
function endsOtherwise(word: string, text: string): boolean {
  const shared = Math.min(word.length, text.length) - 1;
  return word.slice(0, shared) === text.slice(0, shared);
}
