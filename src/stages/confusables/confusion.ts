import type { PatternRow } from '../../core/pattern-rows.ts';

/** Words that are written one for the other, and the neighbours that tell which one is meant. */
export interface Confusion {
  readonly rule: string;
  readonly description: string;
  /** Why it is wrong, as a sentence. */
  readonly reason: string;
  readonly confidence: number;
  readonly patterns: readonly PatternRow[];
  /** Words that make the rule keep silent when they come earlier in the sentence. */
  readonly unless?: readonly string[];
}
