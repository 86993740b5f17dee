/** Fitted by `scripts/fit-spelling.ts`; what each weight belongs to is named in `ranking.ts` and `confidence.ts`. */

export const rankingWeights: readonly number[] = [
  -2.8859, -2.732, -3.9811, -4.8102, -1.0142, -1.8189, -2.2224, -2.192, -3.3519, -3.8657, -2.2817,
  0.4998, -2.4568, -1.4684, 1.284, 0.0587, 0.5069, 0.8989, 0.6161, -5.9038, 0.3597, 0.8584, 3.487,
];

export const confidenceWeights: readonly number[] = [
  -2.8139, 0.0279, 0.2769, 0.5021, 0.5174, 0.2835, 0.3413, 1.16, -0.8904, -1.7219, -1.0668, -0.4732,
  -4.0541, 0.6119, -0.0593, -0.672, -0.4313, -1.2868,
];
