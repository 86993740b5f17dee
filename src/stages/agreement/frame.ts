import type { PatternRow } from '../../core/pattern-rows.ts';

/** What a word asks of its neighbours, as patterns of words that break it. */
export interface Frame {
  readonly rule: string;
  readonly description: string;
  /** Why it is wrong, as a sentence. */
  readonly reason: string;
  readonly confidence: number;
  readonly patterns: readonly PatternRow[];
}
