/** One body of text. `weight` multiplies its counts, so that novels, contracts and law do not outvote general prose. */
export interface Source {
  readonly name: string;
  readonly weight: number;
  /** Novels of 1840 to 1920 hold dialect and forms no longer written; what only they have is not trusted. */
  readonly old?: boolean;
}

export const sources: readonly Source[] = [
  { name: 'congrec', weight: 4 },
  { name: 'contracts', weight: 1 },
  { name: 'dclaw', weight: 1 },
  { name: 'digitalgov', weight: 4 },
  { name: 'eltec', weight: 1, old: true },
  { name: 'frushist', weight: 4 },
  { name: 'microsoft', weight: 1 },
  { name: 'opensrcguide', weight: 4 },
  { name: 'openstax', weight: 4 },
  { name: 'peps', weight: 1 },
  { name: 'rustbook', weight: 2 },
  { name: 'sap', weight: 1 },
  { name: 'wikisplit', weight: 6 },
];
