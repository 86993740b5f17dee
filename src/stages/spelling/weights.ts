/** Fitted by `scripts/fit-spelling.ts`; what each weight belongs to is named in `ranking.ts` and `confidence.ts`. */

export const rankingWeights: readonly number[] = [
  -2.7635, -2.6026, -3.8712, -4.493, -1.0001, -1.6404, -1.9679, -2.1586, -3.2096, -3.8029, -2.2295,
  -1.1544, -1.0617, 1.2982, -0.6287, 0.5002, 0.8222, 0.5372, -5.9464, 2.096, 1.1669, 2.974,
];

export const confidenceWeights: readonly number[] = [
  -3.147, 0.0965, 0.2365, 0.5146, 0.652, 0.2894, 0.3519, 1.2125, -0.9608, -1.5686, -1.0949, -0.7357,
  -4.3274, 0.6475, 0.3244, -0.6171, -0.2236, -1.2622,
];
