import type { ReturnedTexts } from './decisions/decisions.ts';
import type { Document } from './document.ts';
import type { TextEdit } from './edit.ts';
import type { Remark } from './remarks.ts';

/** How edits are written: silently, or as tracked changes that a person accepts or rejects. */
export type SaveMode = 'clean' | 'tracked';

/**
 * A kind of file that can be edited in place.
 * `tracked` says whether `save(edits, 'tracked')` writes changes of the format's own;
 * where it does not, the redline is an HTML page made from the text.
 */
export interface Format {
  readonly name: string;
  readonly title: string;
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly tracked: boolean;
  /** For formats that are read and never written, instead of `open`. Throws DocumentProblem. */
  read?(
    bytes: Uint8Array,
    passwords: readonly string[],
  ): Promise<Pick<Opened, 'document' | 'warnings'>>;
  /** Opens a document. Throws DocumentProblem when the bytes cannot be worked on. */
  open(bytes: Uint8Array): Opened;
  /** The text with the tracked changes of this stamp rejected: what the redline was made from. */
  rejectedText?(bytes: Uint8Array, stamp: RevisionStamp): string;
  /** The texts of a file that the client sent back, from which decisions are read. Throws DocumentProblem. */
  returnedTexts?(original: Uint8Array, returned: Uint8Array): ReturnedTexts;
  /** The page as HTML for the report, where the format has a page to show; sanitised, nothing remote in it. */
  preview?(bytes: Uint8Array): Promise<string>;
  /** The files that came in the document and are documents of their own, such as those attached to an e-mail. */
  attachments?(bytes: Uint8Array): readonly Attachment[];
}

/** A file that came in another one, under a name that a file can have. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An opened document. `save` starts from the original bytes each time; every byte outside an edit stays as it was. */
export interface Opened {
  readonly document: Document;
  /** Sentences for the report: markup that was met and left alone, limits that were hit. */
  readonly warnings: readonly string[];
  /** Throws when an edit touches frozen text or crosses a block: that is a bug of the caller. */
  save(edits: readonly TextEdit[], mode: SaveMode, stamp?: RedlineStamp): Uint8Array;
  /**
   * The text of a copy that `save` wrote, read with the decisions made for this document. A format has it when it
   * decides something from the text as a whole that a correction might tip; for the others `open` tells.
   */
  reread?(saved: Uint8Array): string;
}

/** Who made a tracked change, and when (ISO 8601, UTC, without fraction: `2026-11-24T09:00:00Z`). */
export interface RevisionStamp {
  readonly author: string;
  readonly date: string;
}

/** The stamp of a redline, with what is to be remarked in its margin: only formats that have comments show that. */
export interface RedlineStamp extends RevisionStamp {
  readonly remarks?: readonly Remark[];
}
