import type { TextSpan } from '../../core/span.ts';
import type { Hold, Paragraph, Piece, Run, TextSource } from './paragraph.ts';

/** A paragraph while it is read. */
export interface ParagraphDraft {
  readonly pieces: Piece[];
  length: number;
  style: string | undefined;
  outline: boolean;
  numbered: boolean | undefined;
  readonly inTable: boolean;
  readonly joints: number[];
  twins: readonly Paragraph[];
  /** Whether its mark is deleted, so that the next paragraph's text follows without a break. */
  markDeleted: boolean;
  /** Paragraphs of text boxes that are anchored in it. */
  readonly inner: Paragraph[];
}

export function newParagraph(inTable: boolean): ParagraphDraft {
  return {
    pieces: [],
    length: 0,
    style: undefined,
    outline: false,
    numbered: undefined,
    inTable,
    joints: [],
    twins: [],
    markDeleted: false,
    inner: [],
  };
}

/** What a piece is made of, before it has its place. */
export interface Addition {
  readonly text: string;
  readonly run: Run | undefined;
  readonly hold: Hold | undefined;
  readonly source?: TextSource;
}

export function addPiece(draft: ParagraphDraft, { text, run, hold, source }: Addition): void {
  if (text === '') return;
  const span: TextSpan = { start: draft.length, end: draft.length + text.length };
  draft.pieces.push({ span, text, run, hold, source });
  draft.length = span.end;
}

/** Goes on with the next paragraph in the same draft; the properties of the last one count (17.13.5.15). */
export function joinNext(draft: ParagraphDraft): void {
  draft.joints.push(draft.length);
  draft.style = undefined;
  draft.outline = false;
  draft.numbered = undefined;
  draft.markDeleted = false;
}
