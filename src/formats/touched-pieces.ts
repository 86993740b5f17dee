import type { TextEdit } from '../core/edit.ts';
import { overlaps, type TextSpan } from '../core/span.ts';
import { firstIndex } from './first-index.ts';

/** A piece of the text of a block: a stretch of one run, or something that stands for it. Pieces are sorted. */
interface Piece {
  readonly span: TextSpan;
}

/** What a format knows of its pieces. */
export interface PieceKind<All extends Piece, Editable extends All> {
  isEditable(piece: All): piece is Editable;
  /** How much of its own a piece stands in: a span, a link, somebody's insertion. */
  depthOf(piece: All): number;
}

/** Where an edit is in its block; `within` are the words of it that differ. */
interface Place {
  readonly span: TextSpan;
  readonly within: TextSpan;
}

/** Throws when an edit does not fit the text of its block, touches frozen text, or adds what is not text. */
export function checkEdit(
  block: { readonly text: string; readonly frozen: readonly TextSpan[] },
  edit: TextEdit,
  { start, end }: TextSpan,
): void {
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

/** The pieces that an edit touches; for an insertion the one that takes it. Throws where there is no text to edit. */
export function touchedPieces<All extends Piece, Editable extends All>(
  pieces: readonly All[],
  { span, within }: Place,
  kind: PieceKind<All, Editable>,
): readonly Editable[] {
  const editable = (piece: All | undefined): Editable => {
    if (piece && kind.isEditable(piece)) return piece;
    throw new Error(`there is no text to edit at ${span.start} of a block`);
  };
  if (span.start === span.end) return [editable(takerOf(pieces, { span, within }, kind))];
  const from = firstIndex(pieces, (piece) => piece.span.end > span.start);
  const to = firstIndex(pieces, (piece) => piece.span.start >= span.end);
  return pieces.slice(from, to).map(editable);
}

/** An insertion joins the text before it, but rather the text after it than what stands deeper. */
function takerOf<All extends Piece, Editable extends All>(
  pieces: readonly All[],
  { span: { start: at }, within }: Place,
  { isEditable, depthOf }: PieceKind<All, Editable>,
): All | undefined {
  const from = firstIndex(pieces, (piece) => piece.span.end >= at);
  const near = pieces
    .slice(from, from + 2)
    .filter((piece) => isEditable(piece) && piece.span.start <= at);
  const inside = near.filter((piece) => overlaps(piece.span, within));
  const [left, right] = inside.length > 0 ? inside : near;
  return left && right && depthOf(left) > depthOf(right) ? right : left;
}

/**
 * Which part of the new text goes to each piece: what both texts share at their ends stays where it is,
 * the rest goes to the piece in which they begin to differ.
 */
export function sharesOf(edit: TextEdit, touched: readonly Piece[]): readonly string[] {
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
