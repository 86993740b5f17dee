/** What the grammar engine may use. Every one is a named number, so that a test can make it small. */
export interface HarperLimits {
  /** A cold start takes 2 s, and took 20 s on a machine with ten times as much to do as it could. */
  readonly startTimeMsMax: number;
  /** The slowest paragraph of 241,000 words of prose takes 0.14 s; what takes this long will not end. */
  readonly paragraphTimeMsMax: number;
  /** Added for each thousand UTF-16 units, since the time grows with the length: by 0.015 s on an idle machine. */
  readonly paragraphTimeMsPerThousand: number;
  /** A longer paragraph is no prose, and what the linter once took for it, it never gives back. */
  readonly paragraphLengthMax: number;
  /** The linter takes 180 MB, and no more after 240,000 words; beyond this something is wrong with it. */
  readonly memoryBytesMax: number;
  /** The JavaScript heap of the thread, which holds one paragraph's remarks at a time: 20 MB are used. */
  readonly heapMegabytesMax: number;
  /** A thread without work is closed after this, since it holds about 230 MB. */
  readonly idleTimeMsMax: number;
  /** How often one request may wear out a thread; a document that breaks more is not worth 2 s for each. */
  readonly replacementsMax: number;
  /** Verdicts remembered, so that a corrected copy is checked only where it changed; about 500 bytes each. */
  readonly verdictsMax: number;
  /** Paragraphs remembered because they broke a thread: they are not tried again. */
  readonly breakersMax: number;
}

export const harperLimits: HarperLimits = {
  startTimeMsMax: 120_000,
  paragraphTimeMsMax: 10_000,
  paragraphTimeMsPerThousand: 1_000,
  paragraphLengthMax: 50_000,
  memoryBytesMax: 600_000_000,
  heapMegabytesMax: 128,
  idleTimeMsMax: 60_000,
  replacementsMax: 8,
  verdictsMax: 20_000,
  breakersMax: 1_000,
};
