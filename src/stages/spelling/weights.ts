/** Fitted by `scripts/fit-spelling.ts`; what each weight belongs to is named in `ranking.ts` and `confidence.ts`. */

export const rankingWeights: readonly number[] = [
  -2.7635, -2.6026, -3.8712, -4.493, -1.0001, -1.6404, -1.9679, -2.1586, -3.2096, -3.8029, -2.2295,
  -1.1544, -1.0617, 1.2982, -0.6287, 0.5002, 0.8221, 0.5373, -5.9465, 2.096, 1.1669, 2.974,
];

export const confidenceWeights: readonly number[] = [
  -3.1317, 0.0986, 0.2312, 0.5121, 0.632, 0.2895, 0.3354, 1.2044, -0.9398, -1.5614, -1.0853,
  -0.6938, -4.3109, 0.6432, 0.3306, -0.5501, -0.2211, -1.2779,
];
