import type { ErrorType } from './proposals.ts';

/** Fitted by `scripts/fit-context.ts`; the weights of constant, gain, gain of threes, gain of fours, threes after, fours after, threes before, fours before, gain to the left, gain to the right, frequency before, frequency after, opens the sentence, no threes before, no pair to the left before, no pair to the right before, no threes after, unknown beside, probability before. */
export const weights: Readonly<Record<ErrorType, readonly number[]>> = {
  confused: [
    -2.55, 1.91, -0.11, 0.1, -0.1, -0.13, 0, -0.23, 0.26, 0.39, 1.83, -2.98, -0.22, -0.24, 0.52,
    -0.06, -0.05, 0.53, -0.11,
  ],
  verb: [
    0, 1.93, 0.23, -0.45, 0.2, -0.31, -0.04, 0.14, 0.18, -0.04, -0.37, -0.98, 0, -0.9, 0.68, 0.33,
    -0.03, -0.32, 0.7,
  ],
  noun: [
    -0.52, 1.01, -0.06, 0.29, -0.09, 0.44, -0.02, 0.15, 0.23, -0.27, -0.63, -0.36, 0, -0.64, 0.63,
    -1.03, -0.55, 0.2, -0.33,
  ],
  split: [
    -0.09, 1.23, 0.26, -0.26, 0.37, -0.39, 0.11, -0.14, 0.11, 0.06, -0.45, 0.26, 0.06, -0.34, 0.65,
    0.08, 0.58, 1.66, 0.84,
  ],
};
