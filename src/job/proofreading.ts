import type { Document } from '../core/document.ts';
import type { DecidedFinding } from '../core/finding.ts';
import type { NotChecked } from '../core/messages.ts';
import type { Pipeline, SettledPipeline } from '../core/pipeline.ts';

/** The pipeline and the client's words, by which a document is proofread. */
export interface Profile {
  readonly pipeline: Pipeline;
  /** The texts of the dictionaries of desk, client and job. */
  readonly words: readonly string[];
  /** Of client and job, for documents that are encrypted; each sealed, and absent where there are none. */
  readonly sealedPasswords?: readonly string[];
}

/** The profile for a document whose English is known. */
export type SettledProfile = Profile & { readonly pipeline: SettledPipeline };

export interface Extracted {
  readonly format: string;
  readonly document: Document;
  readonly warnings: readonly string[];
  readonly words: number;
  /** The password that opened the document, sealed; absent where it needs none. */
  readonly sealedPassword?: string;
}

export interface ReportRequest {
  readonly fileName: string;
  readonly client?: string;
  readonly job?: string;
  readonly revision: number;
  readonly extracted: Extracted;
  readonly findings: readonly DecidedFinding[];
  readonly notChecked: readonly NotChecked[];
  readonly profile: Profile;
  readonly original: Uint8Array;
  /** What the corrections are made in, where the original is in a format that cannot be edited. */
  readonly converted?: Uint8Array;
  readonly corrected?: Uint8Array;
  /** As it will be given out: tracked changes, or the HTML page. */
  readonly redline?: Uint8Array;
  /** Where the files lie, relative to the report. */
  readonly places: {
    readonly original: string;
    readonly converted?: string;
    readonly corrected?: string;
    readonly redline?: string;
  };
  readonly createdAt: string;
  /** Opens the original and the copies, where they are encrypted. It goes into no report. */
  readonly password?: string;
}

export interface RenderedReport {
  readonly json: string;
  readonly html: string;
}
