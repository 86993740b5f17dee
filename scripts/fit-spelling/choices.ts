import type { Candidate } from '../../src/stages/spelling/candidates.ts';
import { confidenceFeaturesOf } from '../../src/stages/spelling/confidence.ts';
import type { SpellingCase } from './cases.ts';
import type { Choice } from './choice.ts';

/** Words in context count for more than words of a list, which are harder than what people write. */
const rankingWeightOf = { gold: 3, clean: 0, list: 1 } as const;
const confidenceWeightOf = { gold: 1, clean: 1, list: 0.03 } as const;

/** The alternatives worth comparing; the rest have no chance. */
const alternativesMax = 40;

export function rankingChoice(item: SpellingCase): Choice | undefined {
  const weight = rankingWeightOf[item.kind];
  const right = item.candidates.find((candidate) => item.isRight(candidate));
  if (weight === 0 || !right) return undefined;
  const others = item.candidates.filter((candidate) => !item.isRight(candidate));
  const features = [right, ...others.slice(0, alternativesMax)].map(
    (candidate) => candidate.features,
  );
  return { alternatives: features, weight };
}

export function confidenceChoice(
  item: SpellingCase,
  ranking: readonly number[],
): Choice | undefined {
  if (item.route !== 'model') return undefined;
  const candidates = rescored(item, ranking);
  const [best] = candidates;
  if (!best) return undefined;
  const features = confidenceFeaturesOf(item.given, candidates, {
    lexicon: item.data.lexicon,
    weights: ranking,
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

export interface Weights {
  readonly ranking: readonly number[];
  readonly confidence: readonly number[];
}

export function ranked(item: SpellingCase, { ranking, confidence }: Weights): Judged {
  const candidates = rescored(item, ranking);
  if (candidates.length === 0) return { item, candidates, confidence: 0 };
  const features = confidenceFeaturesOf(item.given, candidates, {
    lexicon: item.data.lexicon,
    weights: ranking,
  });
  const sum = features.reduce((total, value, at) => total + value * (confidence[at] ?? 0), 0);
  return { item, candidates, confidence: 1 / (1 + Math.exp(-sum)) };
}

function rescored({ candidates }: SpellingCase, ranking: readonly number[]): readonly Candidate[] {
  return candidates
    .map((candidate) => {
      const score = ranking.reduce(
        (sum, weight, at) => sum + weight * (candidate.features[at] ?? 0),
        0,
      );
      return { ...candidate, score };
    })
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
}
