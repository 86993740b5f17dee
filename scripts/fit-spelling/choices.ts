import type { Candidate } from '../../src/stages/spelling/candidates.ts';
import { confidenceFeaturesOf } from '../../src/stages/spelling/confidence.ts';
import type { ConfusionWeights } from '../../src/stages/spelling/confusions.ts';
import { confusionCount } from '../../src/stages/spelling/edit-path.ts';
import { featureAt } from '../../src/stages/spelling/ranking.ts';
import type { SpellingCase } from './cases.ts';
import { type Choice, fitChoice } from './choice.ts';
import { confusionsOf, fitLetters, type LetterChoice, withLetters } from './letters.ts';

/** Words in context count for more than words of a list, which are harder than what people write. */
const rankingWeightOf = { gold: 3, clean: 0, list: 1 } as const;
const confidenceWeightOf = { gold: 1, clean: 1, list: 0.03 } as const;

/** The alternatives worth comparing; the rest have no chance. */
const alternativesMax = 40;

/** The right candidate and those that it is chosen from; nothing where there is none. */
export function rankingChoice(item: SpellingCase): LetterChoice | undefined {
  const weight = rankingWeightOf[item.kind];
  const right = item.candidates.find((candidate) => item.isRight(candidate));
  if (weight === 0 || !right) return undefined;
  const others = item.candidates.filter((candidate) => !item.isRight(candidate));
  const all = [right, ...others.slice(0, alternativesMax)];
  return {
    features: all.map(({ features }) => features),
    confusions: all.map((candidate) => confusionsOf(item.given.word, candidate)),
    weight,
  };
}

export interface RankingWeights {
  readonly ranking: readonly number[];
  readonly letters: ConfusionWeights;
}

const turns = 2;

/** The kinds of slips and the letters are weighed in turns, each where the other is given. */
export function fitRanking(choices: readonly LetterChoice[], size: number): RankingWeights {
  let letters: ConfusionWeights = new Float32Array(confusionCount);
  for (let turn = 0; turn < turns; turn += 1) {
    const ranking = fitChoice(withWeights(choices, letters), size);
    letters = fitLetters(choices, ranking);
  }
  const ranking = fitChoice(withWeights(choices, letters), size).slice();
  const share = ranking[featureAt.letters] ?? 1;
  ranking[featureAt.letters] = 1;
  return { ranking, letters: letters.map((weight) => share * weight) };
}

function withWeights(
  choices: readonly LetterChoice[],
  letters: ConfusionWeights,
): readonly Choice[] {
  return choices.map(({ features, confusions, weight }) => ({
    alternatives: features.map((row, at) =>
      withLetters(row, confusions[at] ?? new Uint16Array(), letters),
    ),
    weight,
  }));
}

export function confidenceChoice(item: SpellingCase, weights: RankingWeights): Choice | undefined {
  if (item.route !== 'model') return undefined;
  const candidates = rescored(item, weights);
  const [best] = candidates;
  if (!best) return undefined;
  const features = confidenceFeaturesOf(item.given, candidates, {
    lexicon: item.data.lexicon,
    weights: weights.ranking,
  });
  const nothing = features.map(() => 0);
  const alternatives = item.isRight(best) ? [features, nothing] : [nothing, features];
  return { alternatives, weight: confidenceWeightOf[item.kind] };
}

/** A case with the candidates in the order of the weights, and the confidence in the first. */
export interface Judged {
  readonly item: SpellingCase;
  readonly candidates: readonly Candidate[];
  readonly confidence: number;
}

export interface Weights extends RankingWeights {
  readonly confidence: readonly number[];
}

export function ranked(item: SpellingCase, weights: Weights): Judged {
  const { ranking, confidence } = weights;
  const candidates = rescored(item, weights);
  if (candidates.length === 0) return { item, candidates, confidence: 0 };
  const features = confidenceFeaturesOf(item.given, candidates, {
    lexicon: item.data.lexicon,
    weights: ranking,
  });
  const sum = features.reduce((total, value, at) => total + value * (confidence[at] ?? 0), 0);
  return { item, candidates, confidence: 1 / (1 + Math.exp(-sum)) };
}

function rescored(
  { candidates, given }: SpellingCase,
  { ranking, letters }: RankingWeights,
): readonly Candidate[] {
  return candidates
    .map((candidate) => {
      const confusions = confusionsOf(given.word, candidate);
      const features = withLetters(candidate.features, confusions, letters);
      const score = ranking.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), 0);
      return { ...candidate, features, score };
    })
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
}
