import type { TextEdit } from './edit.ts';
import type { TextSpan } from './span.ts';

/**
 * Something a stage saw. `corrections` are alternatives, the best first; without one it is a remark.
 * `confidence` (0 to 1) is how likely the first correction is what the author wants.
 */
export interface Finding {
  readonly stage: string;
  readonly rule: string;
  readonly span: TextSpan;
  readonly message: string;
  readonly confidence: number;
  readonly corrections: readonly TextEdit[];
  readonly url?: string;
}

/** What became of a finding: written into the corrected copy, offered to the client, or only mentioned. */
export type Decision = 'applied' | 'suggested' | 'noted';

/** A finding with its decision. `reason` is a sentence, there whenever the decision is lower than the confidence alone would give. */
export interface DecidedFinding extends Finding {
  readonly decision: Decision;
  readonly reason?: string;
}

/** The edits that go into the corrected copy: the first correction of each applied finding. */
export function appliedEdits(findings: readonly DecidedFinding[]): readonly TextEdit[] {
  return findings.flatMap((finding) => {
    const [first] = finding.corrections;
    return finding.decision === 'applied' && first ? [first] : [];
  });
}
