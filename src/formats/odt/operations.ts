import type { BlockEdit as EditIn } from '../block-edits.ts';
import { type PieceKind, sharesOf, touchedPieces } from '../touched-pieces.ts';
import type { OdtBlock } from './blocks.ts';
import type { Piece, TextNode } from './paragraph.ts';

/** What happens to one piece: `[from, to)` of its text goes, then `text` comes. */
export interface Operation {
  readonly piece: EditablePiece;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A piece whose text may be edited. */
type EditablePiece = Piece & { readonly node: TextNode };

/** An edit within a block of an OpenDocument text. */
export type BlockEdit = EditIn<OdtBlock>;

/**
 * Spreads an edit over the pieces it touches. What both texts share at their ends stays where it is; the rest
 * goes to the piece in which they begin to differ, or unit by unit where the new text is as long as the old.
 */
export function operationsOf(edit: BlockEdit): readonly Operation[] {
  const touched = touchedPieces(edit.block.pieces, edit, kind);
  const shares = sharesOf(edit, touched);
  return touched.map((piece, index) => operationIn(piece, edit, shares[index] ?? ''));
}

/** The same with all new text in the first piece, so that a person sees one change, unless the pieces differ in look. */
export function operationsAtOnce(edit: BlockEdit): readonly Operation[] {
  const touched = touchedPieces(edit.block.pieces, edit, kind);
  const [first] = touched;
  const looksAlike = touched.every((piece) => isSameLook(piece, first));
  if (!looksAlike && edit.before.length === edit.after.length) return operationsOf(edit);
  return touched.map((piece, index) => operationIn(piece, edit, index === 0 ? edit.after : ''));
}

function operationIn(piece: EditablePiece, { span }: BlockEdit, text: string): Operation {
  return {
    piece,
    from: Math.max(span.start - piece.span.start, 0),
    to: Math.min(span.end, piece.span.end) - piece.span.start,
    text,
  };
}

function isSameLook(piece: Piece, other: Piece | undefined): boolean {
  return (
    piece.wrappers.length === other?.wrappers.length &&
    piece.wrappers.every((tag, index) => tag.rawAttributes === other.wrappers[index]?.rawAttributes)
  );
}

const kind: PieceKind<Piece, EditablePiece> = {
  isEditable: (piece): piece is EditablePiece =>
    piece.hold === undefined && piece.node !== undefined,
  depthOf: ({ wrappers, insertion }) => wrappers.length + (insertion ? 1 : 0),
};
