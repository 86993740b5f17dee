import type { Dialect } from './dialect.ts';
import type { TextSpan } from './span.ts';

/** One remark of a grammar engine. `span` counts UTF-16 units from the start of its paragraph. */
export interface GrammarRemark {
  readonly rule: string;
  readonly kind: string;
  readonly span: TextSpan;
  readonly message: string;
  /** Whole replacements for the span, the engine's favourite first. */
  readonly replacements: readonly string[];
}

/** What an engine says of one paragraph. A paragraph it could not check says why, in a sentence. */
export type GrammarVerdict =
  | { readonly kind: 'checked'; readonly remarks: readonly GrammarRemark[] }
  | { readonly kind: 'not-checked'; readonly reason: string };

/**
 * A second opinion on grammar. It never fails: trouble with a paragraph is that paragraph's verdict.
 * The result is parallel to `paragraphs`. `rules` are the only ones run.
 */
export interface GrammarEngine {
  check(request: GrammarRequest): Promise<readonly GrammarVerdict[]>;
}

export interface GrammarRequest {
  readonly paragraphs: readonly string[];
  readonly dialect: Dialect;
  readonly rules: readonly string[];
}
