import { fitChoice } from '../fit-spelling/choice.ts';
import type { Example } from './examples.ts';

const madeMax = 15_000;

/**
 * Weights from errors that were made, then from real ones: the score by the first is one more piece of evidence
 * for the second, so that few real errors bend the many made ones and do not replace them.
 */
export function fitWeights(made: readonly Example[], real: readonly Example[]): readonly number[] {
  const first = fitted(thinned(made).map(({ evidence, isRight }) => ({ evidence, isRight })));
  const second = fitted(
    real.map(({ evidence, isRight }) => ({
      evidence: [...evidence, scoreOf(evidence, first)],
      isRight,
    })),
  );
  const share = second.at(-1) ?? 0;
  return second.slice(0, -1).map((weight, at) => weight + share * (first[at] ?? 0));
}

export function probabilityOf(evidence: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-scoreOf(evidence, weights)));
}

function fitted(examples: readonly Pick<Example, 'evidence' | 'isRight'>[]): readonly number[] {
  const size = examples[0]?.evidence.length ?? 0;
  const nothing = new Float64Array(size);
  return fitChoice(
    examples.map(({ evidence, isRight }) => ({
      alternatives: isRight ? [evidence, nothing] : [nothing, evidence],
      weight: 1,
    })),
    size,
  );
}

function thinned(examples: readonly Example[]): readonly Example[] {
  const step = Math.max(1, Math.floor(examples.length / madeMax));
  return examples.filter((_, at) => at % step === 0);
}

function scoreOf(evidence: readonly number[], weights: readonly number[]): number {
  return evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
