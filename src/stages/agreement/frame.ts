/** `[pattern, replacement]`, with a confidence where it is not that of the rule. */
type FramePattern = readonly [find: string, to: string, confidence?: number];

/** What a word asks of its neighbours, as patterns of words that break it. */
export interface Frame {
  readonly rule: string;
  readonly description: string;
  /** Why it is wrong, as a sentence. */
  readonly reason: string;
  readonly confidence: number;
  readonly patterns: readonly FramePattern[];
}
