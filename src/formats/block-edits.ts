import type { Document } from '../core/document.ts';
import { sortedEdits, type TextEdit } from '../core/edit.ts';
import type { TextSpan } from '../core/span.ts';
import { checkEdit } from './touched-pieces.ts';

/** An edit within a block; its span counts from the start of the block's text. */
export interface BlockEdit<Block> extends TextEdit {
  readonly block: Block;
  /** What it was cut down from: an insertion stays within the text of the correction it is part of. */
  readonly within: TextSpan;
}

/**
 * The edits by block, sorted, those that change nothing left out.
 * Throws when an edit crosses a block, touches frozen text, does not fit, or adds what is no text.
 */
export function editsInBlocks<
  Block extends { readonly text: string; readonly frozen: readonly TextSpan[] },
>(
  document: Document,
  blocks: readonly Block[],
  edits: readonly TextEdit[],
): readonly BlockEdit<Block>[] {
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
 * What the held pieces of a paragraph cover. Where it begins or ends without text of its own, that very place is
 * held too, since nothing there could take an insertion.
 */
export function heldSpans(
  pieces: readonly { readonly span: TextSpan; readonly hold?: unknown }[],
  length: number,
): readonly TextSpan[] {
  const spans = pieces.filter((piece) => piece.hold).map((piece) => piece.span);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || first.hold) spans.push({ start: 0, end: 0 });
  if (!last || last.hold) spans.push({ start: length, end: length });
  return spans;
}
