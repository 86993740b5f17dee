import type { Document } from '../../core/document.ts';
import { sortedEdits, type TextEdit, trimEdit } from '../../core/edit.ts';
import type { TextSpan } from '../../core/span.ts';
import { checkEdit, type PieceKind, sharesOf, touchedPieces } from '../touched-pieces.ts';
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

/** An edit within a block; its span counts from the start of the block's text. */
export interface BlockEdit extends TextEdit {
  readonly block: DocxBlock;
  /** What it was cut down from: an insertion stays within the text of the correction it is part of. */
  readonly within: TextSpan;
}

/**
 * The edits by block, sorted, those that change nothing left out.
 * Throws when an edit crosses a block, touches frozen text, does not fit, or adds what is no text.
 */
export function blockEdits(
  document: Document,
  blocks: readonly DocxBlock[],
  edits: readonly TextEdit[],
): readonly BlockEdit[] {
  let index = 0;
  return sortedEdits(edits).flatMap((edit) => {
    while ((document.blocks[index]?.span.end ?? Number.POSITIVE_INFINITY) < edit.span.start) {
      index += 1;
    }
    const [block, { span } = { span: edit.span }] = [blocks[index], document.blocks[index]];
    if (!block || edit.span.start < span.start || edit.span.end > span.end) {
      throw new Error(`the edit at ${edit.span.start} crosses out of its block`);
    }
    const start = edit.span.start - span.start;
    const inBlock = { start, end: start + edit.before.length };
    checkEdit(block, { ...edit, span: inBlock }, edit.span);
    if (edit.before === edit.after) return [];
    return [{ ...edit, span: inBlock, block, within: withinOf({ ...edit, span: inBlock }) }];
  });
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
