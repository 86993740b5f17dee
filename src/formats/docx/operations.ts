import type { Document } from '../../core/document.ts';
import { sortedEdits, type TextEdit, trimEdit } from '../../core/edit.ts';
import { overlaps, type TextSpan } from '../../core/span.ts';
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
  const touched = piecesAt(pieces, edit);
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

function checkEdit(block: DocxBlock, edit: TextEdit, { start, end }: TextSpan): void {
  const held = block.text.slice(edit.span.start, edit.span.end);
  if (held !== edit.before || end - start !== edit.before.length) {
    throw new Error(`the edit at ${start} does not fit its text`);
  }
  if (isFrozen(block.frozen, edit.span))
    throw new Error(`the edit at ${start} touches frozen text`);
  if (!/^[^\p{Cc}\p{Cs}\uFFFC\uFFFE\uFFFF]*$/u.test(edit.after)) {
    throw new Error(`the edit at ${start} adds what is not text`);
  }
}

/** Frozen spans are sorted and do not overlap, so that only the first few from the edit's start on can matter. */
function isFrozen(frozen: readonly TextSpan[], span: TextSpan): boolean {
  let index = firstIndex(frozen, (part) => part.end >= span.start);
  for (; index < frozen.length; index += 1) {
    const part = frozen[index];
    if (!part || part.start > span.end) return false;
    if (overlaps(part, span)) return true;
  }
  return false;
}

/** The pieces that an edit touches; for an insertion the one that takes it. */
function piecesAt(pieces: readonly Piece[], { span, within }: BlockEdit): readonly EditablePiece[] {
  if (span.start === span.end) return [takerOf(pieces, span.start, within)];
  const from = firstIndex(pieces, (piece) => piece.span.end > span.start);
  const to = firstIndex(pieces, (piece) => piece.span.start >= span.end);
  return pieces.slice(from, to).map((piece) => editable(piece, span.start));
}

/** An insertion joins the text before it, but rather the text after it than somebody's insertion or a link. */
function takerOf(pieces: readonly Piece[], at: number, within: TextSpan): EditablePiece {
  const from = firstIndex(pieces, (piece) => piece.span.end >= at);
  const near = pieces
    .slice(from, from + 2)
    .filter((piece) => isEditable(piece) && piece.span.start <= at);
  const inside = near.filter((piece) => overlaps(piece.span, within));
  const [left, right] = inside.length > 0 ? inside : near;
  return editable(left && right && isWrapped(left) && !isWrapped(right) ? right : left, at);
}

function isWrapped(piece: Piece): boolean {
  return piece.run?.wrapped === true;
}

function isEditable(piece: Piece): piece is EditablePiece {
  return piece.hold === undefined && piece.source !== undefined;
}

function editable(piece: Piece | undefined, at: number): EditablePiece {
  if (piece && isEditable(piece)) return piece;
  throw new Error(`there is no text to edit at ${at} of a block`);
}

/**
 * Which part of the new text goes to each piece: what both texts share at their ends stays where it is,
 * the rest goes to the piece in which they begin to differ.
 */
function sharesOf(edit: BlockEdit, touched: readonly EditablePiece[]): readonly string[] {
  const { before, after, span } = edit;
  const { head, tail } = sharedEnds(before, after);
  const growth = after.length - before.length;
  const tailStart = before.length - tail;
  const bounds = touched.map((piece) => ({
    from: Math.max(piece.span.start - span.start, 0),
    to: Math.min(piece.span.end - span.start, before.length),
  }));
  const differing = bounds.findIndex(({ to }) => to > head || to === tailStart);
  return bounds.map(({ from, to }, index) => {
    if (growth === 0 && isBasic(before + after)) return after.slice(from, to);
    const first = after.slice(from, Math.min(to, head));
    const middle = index === differing ? after.slice(head, after.length - tail) : '';
    return first + middle + after.slice(Math.max(from, tailStart) + growth, to + growth);
  });
}

function sharedEnds(before: string, after: string): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  // The second half of a surrogate pair may not part from the first.
  if (tail > 0 && !isBasic(after.charAt(after.length - tail))) tail -= 1;
  return { head, tail };
}

function isBasic(text: string): boolean {
  return !/[\uD800-\uDFFF]/.test(text);
}

/** The index of the first item for which `test` holds; once true it must stay true. Binary. */
function firstIndex<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
