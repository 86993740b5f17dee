import type { Document } from '../../core/document.ts';
import { sortedEdits, type TextEdit } from '../../core/edit.ts';
import type { TextSpan } from '../../core/span.ts';
import { checkEdit, type PieceKind, sharesOf, touchedPieces } from '../touched-pieces.ts';
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

/** An edit within a block; its span counts from the start of the block's text. */
export interface BlockEdit extends TextEdit {
  readonly block: OdtBlock;
  /** What it was cut down from: an insertion stays within the text of the correction it is part of. */
  readonly within: TextSpan;
}

/**
 * The edits by block, sorted, those that change nothing left out.
 * Throws when an edit crosses a block, touches frozen text, does not fit, or adds what is no text.
 */
export function blockEdits(
  document: Document,
  blocks: readonly OdtBlock[],
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
    return edit.before === edit.after ? [] : [{ ...edit, span: inBlock, block, within: inBlock }];
  });
}

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

function operationIn(piece: EditablePiece, { span }: TextEdit, text: string): Operation {
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
