/** Fitted by `scripts/fit-spelling.ts`; what each weight belongs to is named in `ranking.ts` and `confidence.ts`. */

export const rankingWeights: readonly number[] = [
  -2.563, -2.5308, -3.7656, -4.2392, -0.9092, -1.5997, -1.9178, -2.1295, -2.9828, -3.5199, -2.0886,
  -0.4724, -1.1885, 1.2381, -0.7843, 0.4981, 0.4712, 0.9016, -6.7216, 1.6421, 0.2831, 3.0143,
];

export const confidenceWeights: readonly number[] = [
  -3.069, 0.2216, 0.1106, 0.598, 0.4731, 0.3109, 0.2916, 1.2521, -0.761, -1.2049, -1.576, -0.2501,
  -4.1422, 0.5558, 0.1298, -0.7062, -0.7643, -1.1589,
];
