/** `[pattern, replacement]`, with a confidence where it is not that of the rule. */
export type ConfusionPattern = readonly [find: string, to: string, confidence?: number];

/** Words that are written one for the other, and the neighbours that tell which one is meant. */
export interface Confusion {
  readonly rule: string;
  readonly description: string;
  /** Why it is wrong, as a sentence. */
  readonly reason: string;
  readonly confidence: number;
  readonly patterns: readonly ConfusionPattern[];
  /** Words that make the rule keep silent when they come earlier in the sentence. */
  readonly unless?: readonly string[];
}
