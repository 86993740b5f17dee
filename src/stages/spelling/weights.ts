/** Fitted by `scripts/fit-spelling.ts`; what each weight belongs to is named in `ranking.ts` and `confidence.ts`. */

export const rankingWeights: readonly number[] = [
  -2.7327, -2.5874, -3.8399, -4.4228, -0.993, -1.6357, -1.9528, -2.169, -3.1832, -3.7384, -2.1979,
  -0.9048, -1.0615, 1.2854, -0.6389, 0.4931, 0.6937, 0.6743, -6.3215, 1.885, 1.0201, 2.9727,
];

export const confidenceWeights: readonly number[] = [
  -3.1675, 0.1009, 0.2223, 0.5214, 0.632, 0.2959, 0.3622, 1.2241, -1.006, -1.5718, -1.1056, -0.5855,
  -4.201, 0.6424, 0.2409, -0.5888, -0.3586, -1.2118,
];
