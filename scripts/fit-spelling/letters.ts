import type { Candidate } from '../../src/stages/spelling/candidates.ts';
import type { ConfusionWeights } from '../../src/stages/spelling/confusions.ts';
import {
  confusionCount,
  countSlips,
  type Letters,
  slips,
} from '../../src/stages/spelling/edit-path.ts';
import { featureAt } from '../../src/stages/spelling/ranking.ts';

/** Keeps weights of letters that are seldom confused near nothing. */
const ridge = 4;
const roundsMax = 60;
const stride = 0.4;

/** One choice among candidates of a word, the right one first, with the slips of each. */
export interface LetterChoice {
  readonly confusions: readonly Uint16Array[];
  readonly features: readonly Float64Array[];
  readonly weight: number;
}

/** The slips that lead from a candidate to the unknown word, by their letters. */
export function confusionsOf(word: string, { text, kind }: Candidate): Uint16Array {
  if (kind !== 'edit') return new Uint16Array();
  const into = { counts: new Float64Array(slips.length), confusions: [] as number[] };
  const isNear = countSlips(lettersOf(word), lettersOf(text.toLowerCase()), into) < 99;
  return Uint16Array.from(isNear ? into.confusions : []);
}

function lettersOf(word: string): Letters {
  return { codes: Uint8Array.from(word, (letter) => letter.charCodeAt(0)), length: word.length };
}

/** Puts the weight of the letters into the features. */
export function withLetters(
  features: Float64Array,
  confusions: Uint16Array,
  weights: ConfusionWeights,
): Float64Array {
  const own = features.slice();
  let sum = 0;
  for (const confusion of confusions) sum += weights[confusion] ?? 0;
  own[featureAt.letters] = sum;
  return own;
}

/** The weights of letters under which the right candidates are likeliest, where the kinds of slips weigh `ranking`: AdaGrad. */
export function fitLetters(
  choices: readonly LetterChoice[],
  ranking: readonly number[],
): ConfusionWeights {
  const weights = new Float32Array(confusionCount);
  const squares = new Float64Array(confusionCount).fill(1e-3);
  const fixed = choices.map(({ features }) => features.map((row) => scoreOf(row, ranking)));
  const gradient = new Float64Array(confusionCount);
  for (let round = 0; round < roundsMax; round += 1) {
    for (let at = 0; at < confusionCount; at += 1) gradient[at] = -ridge * (weights[at] ?? 0);
    choices.forEach(({ confusions, weight }, index) => {
      const shares = sharesOf(fixed[index] ?? [], confusions, weights);
      confusions.forEach((row, at) => {
        const by = weight * ((at === 0 ? 1 : 0) - (shares[at] ?? 0));
        if (Math.abs(by) < 1e-6) return;
        for (const confusion of row) gradient[confusion] = (gradient[confusion] ?? 0) + by;
      });
    });
    for (let at = 0; at < confusionCount; at += 1) {
      const by = gradient[at] ?? 0;
      if (by === 0) continue;
      squares[at] = (squares[at] ?? 0) + by * by;
      weights[at] = (weights[at] ?? 0) + (stride * by) / Math.sqrt(squares[at] ?? 1);
    }
  }
  return weights;
}

function scoreOf(features: Float64Array, ranking: readonly number[]): number {
  let score = 0;
  for (let at = 0; at < ranking.length; at += 1) {
    if (at !== featureAt.letters) score += (features[at] ?? 0) * (ranking[at] ?? 0);
  }
  return score;
}

function sharesOf(
  fixed: readonly number[],
  confusions: readonly Uint16Array[],
  weights: ConfusionWeights,
): readonly number[] {
  const scores = confusions.map((row, at) => {
    let score = fixed[at] ?? 0;
    for (const confusion of row) score += weights[confusion] ?? 0;
    return score;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
