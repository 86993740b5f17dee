import type { Document } from '../core/document.ts';
import type { TextEdit } from '../core/edit.ts';
import type { DecidedFinding } from '../core/finding.ts';
import type { RedlineStamp } from '../core/format.ts';
import type { NotChecked } from '../core/messages.ts';
import type { Pipeline, SettledPipeline } from '../core/pipeline.ts';

/** The pipeline and the client's words, by which a document is proofread. */
export interface Profile {
  readonly pipeline: Pipeline;
  /** The texts of the dictionaries of desk, client and job. */
  readonly words: readonly string[];
  /** Whether work begins only when the client has approved a quote; absent where it begins at once. */
  readonly needsApproval?: true;
  /** Whether the job is finished only when the client has accepted it; absent where delivery is the end. */
  readonly needsReview?: true;
  /** The instant until which the client needs it, where the job says so: the price may depend on it. */
  readonly dueAt?: string;
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

/** An encrypted file, and what may open it. */
export interface LockedFile {
  readonly bytes: Uint8Array;
  readonly passwords: readonly string[];
}

/** A file without its encryption, and the password that it had. */
export interface UnlockedFile {
  readonly bytes: Uint8Array;
  readonly password: string;
}

/** A document to open. The passwords are tried where it is encrypted. */
export interface ExtractRequest {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly passwords?: readonly string[];
}

/** A document that was just opened, and the password that did it: it must be sealed before anything is kept. */
export type FreshExtract = Extracted & { readonly unlockedBy?: string };

/** What the copies are made from. */
export interface CopyRequest {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly edits: readonly TextEdit[];
  readonly stamp: RedlineStamp;
  /** Opens the original, and is what both copies are encrypted with. */
  readonly password?: string;
}

/** A file that came back, and what was sent: the edits are those of the redline. */
export interface ReturnedRequest extends CopyRequest {
  readonly returned: Uint8Array;
}

/** The corrected copy and, where the format has tracked changes, the redline; nothing for a format that is only read. */
export interface Copies {
  readonly corrected?: Uint8Array;
  readonly trackedRedline?: Uint8Array;
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
