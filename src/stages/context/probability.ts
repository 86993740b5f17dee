import type { WeighedProposal } from './corrector.ts';
import { weights } from './weights.ts';

/** No type of error was right nine times of ten on text that its weights had not seen, so all are only suggested. */
const confidenceMax = 0.8;

/** How likely a proposal is right. */
export function probabilityOf({ type, evidence }: WeighedProposal): number {
  const given = weights[type];
  if (!given) return 0;
  const score = evidence.reduce((sum, value, at) => sum + value * (given[at] ?? 0), 0);
  return Math.min(confidenceMax, 1 / (1 + Math.exp(-score)));
}
