import { blockIndexAt, type Document, documentOf } from '../core/document.ts';
import { sortedEdits, type TextEdit } from '../core/edit.ts';
import type { Opened, SaveMode } from '../core/format.ts';
import { contains, overlaps, type TextSpan } from '../core/span.ts';
import type { MappedBlock, Piece } from './draft.ts';
import type { SourceText, Splice } from './encoding.ts';
import { firstIndex } from './first-index.ts';
import { minimalEdits } from './minimal-edits.ts';

/** A document whose source is text, opened for editing in place. */
export interface Spliceable {
  readonly title: string;
  readonly source: SourceText;
  readonly blocks: readonly MappedBlock[];
  readonly warnings: readonly string[];
  /** How the source of this format says a text that stands at this place. */
  readonly written: (text: string, place: Place) => string;
}

/** The blocks of a source and how it says a text: all that the making of splices needs. */
type Written = Pick<Spliceable, 'blocks' | 'written'>;

/** Where in the source a text goes. */
export interface Place {
  readonly source: TextSpan;
  readonly block: MappedBlock;
}

/** An edit within one block; its span counts from the start of the block's text. */
export interface BlockEdit extends TextEdit {
  readonly blockIndex: number;
}

/** Which of the touched pieces takes the new text: the first one, or the last. */
export type Placement = 'first' | 'last';

/** The opened document of a format that needs nothing but splices. */
export function openedBySplicing(spliceable: Spliceable): Opened {
  const document = documentOf(spliceable.blocks);
  return {
    document,
    warnings: [...spliceable.source.warnings, ...spliceable.warnings],
    save: (edits, mode) => {
      refuseTracked(spliceable, mode);
      const splices = blockEdits(document, edits).flatMap((edit) =>
        splicesOf(spliceable, edit, 'first'),
      );
      return spliceable.source.splice(inOrder(splices));
    },
  };
}

export function refuseTracked(spliceable: Pick<Spliceable, 'title'>, mode: SaveMode): void {
  if (mode === 'tracked') throw new Error(`${spliceable.title} has no tracked changes`);
}

/**
 * The edits by block, sorted, each cut down to what differs, or as `cutDown` says.
 * Throws when an edit crosses a block, touches frozen text, does not fit the text, or adds a line.
 */
export function blockEdits(
  document: Document,
  edits: readonly TextEdit[],
  cutDown: (edit: TextEdit) => readonly TextEdit[] = minimalEdits,
): readonly BlockEdit[] {
  const cut = sortedEdits(edits).flatMap((edit) => {
    const blockIndex = checkedBlock(document, edit);
    const start = document.blocks[blockIndex]?.span.start ?? 0;
    return cutDown(edit).map(({ span, before, after }) => ({
      span: { start: span.start - start, end: span.end - start },
      before,
      after,
      blockIndex,
    }));
  });
  return joinedDeletions(cut);
}

/** Deletions that touch made one, so that what they empty together is seen to be empty. */
function joinedDeletions(edits: readonly BlockEdit[]): readonly BlockEdit[] {
  const joined: BlockEdit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const touching = last?.blockIndex === edit.blockIndex && last.span.end === edit.span.start;
    if (last && touching && last.after + edit.after === '') {
      const span = { start: last.span.start, end: edit.span.end };
      joined[joined.length - 1] = { ...edit, span, before: last.before + edit.before };
    } else joined.push(edit);
  }
  return joined;
}

/** The splices that make one edit, in the order of the text. */
export function splicesOf(
  spliceable: Written,
  edit: BlockEdit,
  placement: Placement,
): readonly Splice[] {
  const block = spliceable.blocks[edit.blockIndex];
  if (!block) throw new Error(`there is no block ${edit.blockIndex}`);
  const touched = touchedPieces(block, edit.span);
  if (touched.length === 0) return [insertion(spliceable, { block, edit, placement })];
  const taker = placement === 'first' ? 0 : touched.length - 1;
  const splices = touched.map((piece, index) => {
    const kept = keptOf(block, piece, edit.span);
    const source = touchedSource(piece, edit.span);
    const text = kept.head + (index === taker ? edit.after : '') + kept.tail;
    return { source, text: text === '' ? '' : spliceable.written(text, { source, block }) };
  });
  return withoutEmptyGroups(splices, block, edit.span);
}

/** Marks with nothing left between them go too: `**word**` becomes nothing and not `****`. */
function withoutEmptyGroups(
  splices: readonly Splice[],
  block: MappedBlock,
  span: TextSpan,
): readonly Splice[] {
  let left = splices;
  const from = firstIndex(block.groups, (group) => group.text.start >= span.start);
  for (const { text, source } of block.groups.slice(from)) {
    if (text.start >= span.end) break;
    const inside = left.filter((splice) => contains(source, splice.source));
    const isEmptied = text.end <= span.end && inside.every((splice) => splice.text === '');
    if (!isEmptied || inside.length === 0) continue;
    left = [...left.filter((splice) => !inside.includes(splice)), { source, text: '' }];
  }
  return left;
}

/** Splices sorted by their place in the source. Throws when two claim the same stretch: a bug of the format. */
export function inOrder(splices: readonly Splice[]): readonly Splice[] {
  const sorted = [...splices].sort((a, b) => a.source.start - b.source.start);
  for (let index = 1; index < sorted.length; index += 1) {
    const [left, right] = [sorted[index - 1], sorted[index]];
    if (left && right && left.source.end > right.source.start) {
      throw new Error(`splices at ${left.source.start} and ${right.source.start} overlap`);
    }
  }
  return sorted;
}

function checkedBlock(document: Document, edit: TextEdit): number {
  const { start, end } = edit.span;
  const index = blockIndexAt(document, edit.span);
  const block = index === undefined ? undefined : document.blocks[index];
  if (index === undefined || !block)
    throw new Error(`the edit at ${start} crosses out of its block`);
  if (document.text.slice(start, end) !== edit.before) {
    throw new Error(`the edit at ${start} does not fit its text`);
  }
  if (isFrozen(block.frozen, edit.span))
    throw new Error(`the edit at ${start} touches frozen text`);
  if (lines(edit.after) > lines(edit.before)) throw new Error(`the edit at ${start} adds a line`);
  return index;
}

function lines(text: string): number {
  return text.match(/[\n\r]/g)?.length ?? 0;
}

function isFrozen(frozen: readonly TextSpan[], span: TextSpan): boolean {
  const index = firstIndex(frozen, (part) => part.end >= span.start);
  return frozen.slice(index, index + 2).some((part) => overlaps(part, span));
}

/** The pieces that hold a unit of the span, or in which an insertion falls although the source cannot be cut there. */
function touchedPieces(block: MappedBlock, span: TextSpan): readonly Piece[] {
  const { pieces } = block;
  const from = firstIndex(pieces, (piece) => piece.text.end > span.start);
  if (span.start === span.end) {
    const piece = pieces[from];
    return piece && !piece.exact && piece.text.start < span.start ? [piece] : [];
  }
  const to = firstIndex(pieces, (piece) => piece.text.start >= span.end);
  return pieces.slice(from, to);
}

function touchedSource(piece: Piece, span: TextSpan): TextSpan {
  if (!piece.exact) return piece.source;
  const shift = piece.source.start - piece.text.start;
  return {
    start: Math.max(piece.text.start, span.start) + shift,
    end: Math.min(piece.text.end, span.end) + shift,
  };
}

/** What an inexact piece says outside the span: it is written anew, since the piece goes as a whole. */
function keptOf(block: MappedBlock, piece: Piece, span: TextSpan): { head: string; tail: string } {
  if (piece.exact) return { head: '', tail: '' };
  return {
    head: block.text.slice(piece.text.start, Math.max(piece.text.start, span.start)),
    tail: block.text.slice(Math.min(piece.text.end, span.end), piece.text.end),
  };
}

interface Inserting {
  readonly block: MappedBlock;
  readonly edit: BlockEdit;
  readonly placement: Placement;
}

/** An insertion joins the text before it, unless it belongs to the word after it or that is something sealed. */
function insertion(spliceable: Written, { block, edit, placement }: Inserting): Splice {
  const at = edit.span.start;
  const right = block.pieces[firstIndex(block.pieces, (piece) => piece.text.end > at)];
  const left = block.pieces[firstIndex(block.pieces, (piece) => piece.text.end >= at)];
  const goesRight = placement === 'last' || !left?.exact || beginsWord(block.text, edit);
  const start =
    goesRight && (right?.exact || placement === 'last')
      ? (offsetIn(right, at) ?? offsetIn(left, at))
      : (offsetIn(left, at) ?? offsetIn(right, at));
  if (start === undefined) throw new Error(`there is no text to insert into at ${at}`);
  const source = { start, end: start };
  return { source, text: spliceable.written(edit.after, { source, block }) };
}

/** Whether what is inserted touches the word after it and not the one before it. */
export function beginsWord(text: string, { span, after }: BlockEdit): boolean {
  const isApart = /^\s/.test(after) || !/\S/.test(text.charAt(span.start - 1));
  return isApart && /\S$/.test(after) && /\S/.test(text.charAt(span.start));
}

function offsetIn(piece: Piece | undefined, at: number): number | undefined {
  if (!piece || at < piece.text.start || at > piece.text.end) return undefined;
  if (piece.exact) return piece.source.start + at - piece.text.start;
  return at === piece.text.start ? piece.source.start : piece.source.end;
}
