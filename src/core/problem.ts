/** Why a document cannot be worked on. What each means, and what to do, stands in `job/failure.ts`. */
export type ProblemCode =
  | 'unsupported-format'
  | 'legacy-format'
  | 'wrong-extension'
  | 'needs-password'
  | 'corrupt'
  | 'unsafe'
  | 'too-large'
  | 'signed'
  | 'unreadable-encoding'
  | 'not-verified'
  | 'took-too-long'
  | 'crashed';

/**
 * A document that cannot be worked on, through no fault of the program: it goes to quarantine.
 * `detail` is one sentence about this very file, without any of its text.
 */
export class DocumentProblem extends Error {
  override readonly name = 'DocumentProblem';
  readonly code: ProblemCode;
  readonly detail: string;

  constructor(code: ProblemCode, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
