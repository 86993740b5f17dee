import type { Document } from '../../core/document.ts';
import { type TextEdit, trimEdit } from '../../core/edit.ts';
import type { TextSpan } from '../../core/span.ts';
import { type BlockEdit as EditIn, editsInBlocks } from '../block-edits.ts';
import { type PieceKind, sharesOf, touchedPieces } from '../touched-pieces.ts';
import type { DocxBlock } from './blocks.ts';
import type { Piece, TextSource } from './paragraph.ts';

/** New text that is to look like the run of a piece. */
export interface Fragment {
  readonly source: TextSource;
  readonly text: string;
}

/** What happens to one piece: `[from, to)` of its text goes, then the fragments come. */
export interface Operation {
  readonly source: TextSource;
  readonly from: number;
  readonly to: number;
  readonly fragments: readonly Fragment[];
}

/** An edit within a block of a Word document. */
export type BlockEdit = EditIn<DocxBlock>;

/** The edits by block; one that only inserts stays within the text of the correction that it is part of. */
export function blockEdits(
  document: Document,
  blocks: readonly DocxBlock[],
  edits: readonly TextEdit[],
): readonly BlockEdit[] {
  return editsInBlocks(document, blocks, edits).map((edit) => ({
    ...edit,
    within: withinOf(edit),
  }));
}

/** The words that differ; where nothing is taken away, all that the edit spans. */
function withinOf(edit: TextEdit): TextSpan {
  const { before, span } = trimEdit(edit);
  return before === '' ? edit.span : span;
}

/**
 * Spreads an edit over the pieces it touches. `pieces` are those of the edit's block, or of a twin.
 * New text stands after the last piece that loses some, and looks like the first one;
 * where the new text is as long as the old, each unit looks like the one that it replaces.
 */
export function operationsOf(edit: BlockEdit, pieces: readonly Piece[]): readonly Operation[] {
  const touched = touchedPieces(pieces, edit, kind);
  const shares = sharesOf(edit, touched);
  return touched.map((piece, index) => ({
    source: piece.source,
    from: Math.max(edit.span.start - piece.span.start, 0),
    to: Math.min(edit.span.end, piece.span.end) - piece.span.start,
    fragments: [{ source: piece.source, text: shares[index] ?? '' }],
  }));
}

/** A piece whose text may be edited. */
type EditablePiece = Piece & { readonly source: TextSource };

const kind: PieceKind<Piece, EditablePiece> = {
  isEditable: (piece): piece is EditablePiece =>
    piece.hold === undefined && piece.source !== undefined,
  depthOf: ({ run }) => (run?.wrapped === true ? 1 : 0),
};
