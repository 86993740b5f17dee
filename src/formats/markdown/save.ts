import type { Document } from '../../core/document.ts';
import { applyEdits, type TextEdit } from '../../core/edit.ts';
import { DocumentProblem } from '../../core/problem.ts';
import type { TextSpan } from '../../core/span.ts';
import type { MappedBlock } from '../draft.ts';
import {
  type BlockEdit,
  blockEdits,
  inOrder,
  type Placement,
  type Spliceable,
  splicesOf,
} from '../splice.ts';

/** What saving needs: the text two ways, and how to read the result. */
export interface Saving {
  readonly document: Document;
  /** Writes with as few escapes as will do. */
  readonly plain: Spliceable;
  /** Writes every mark as a character reference. */
  readonly guarded: Spliceable;
  readonly read: (bytes: Uint8Array) => readonly string[];
}

/**
 * Whether a mark of Markdown is one depends on the characters beside it: `**Note**:text` is bold, `**Note:**text`
 * is not. So what was written is read again, and the edits of a block that reads differently are written another way.
 */
interface Way {
  readonly placement: Placement;
  /** What beside the edit is written anew with it, out of the marks or into them. */
  readonly reach: 'edit' | 'spaces' | 'word';
  readonly writer: 'plain' | 'guarded';
}

const ways: readonly Way[] = [
  { placement: 'first', reach: 'edit', writer: 'plain' },
  { placement: 'last', reach: 'spaces', writer: 'plain' },
  { placement: 'first', reach: 'spaces', writer: 'plain' },
  { placement: 'first', reach: 'edit', writer: 'guarded' },
  { placement: 'last', reach: 'word', writer: 'plain' },
  { placement: 'first', reach: 'word', writer: 'plain' },
];

/** Throws DocumentProblem 'not-verified' when no way of writing the edits gives the text that they mean. */
export function saveMarkdown(saving: Saving, edits: readonly TextEdit[]): Uint8Array {
  const cut = blockEdits(saving.document, edits);
  const wanted = wantedTexts(saving.document, edits);
  const wayOf = new Map<number, number>();
  for (let round = 0; round < ways.length; round += 1) {
    const bytes = written(saving, cut, wayOf);
    const failed = cut.length === 0 ? [] : failedBlocks(wanted, saving.read(bytes), cut);
    if (failed.length === 0) return bytes;
    for (const index of failed) wayOf.set(index, (wayOf.get(index) ?? 0) + 1);
  }
  throw new DocumentProblem(
    'not-verified',
    'A correction beside Markdown marks cannot be written without changing what the marks mean.',
  );
}

function wantedTexts(document: Document, edits: readonly TextEdit[]): readonly string[] {
  const byBlock = new Map<number, TextEdit[]>();
  for (const edit of blockEdits(document, edits)) {
    byBlock.set(edit.blockIndex, [...(byBlock.get(edit.blockIndex) ?? []), edit]);
  }
  return document.blocks.map(({ span }, index) =>
    applyEdits(document.text.slice(span.start, span.end), byBlock.get(index) ?? []),
  );
}

function written(
  saving: Saving,
  edits: readonly BlockEdit[],
  wayOf: ReadonlyMap<number, number>,
): Uint8Array {
  let previous: BlockEdit | undefined;
  const splices = edits.flatMap((edit, index) => {
    const way = ways[wayOf.get(edit.blockIndex) ?? 0];
    if (!way)
      throw new Error(`there is no other way to write the edits of block ${edit.blockIndex}`);
    const spliceable = saving[way.writer];
    const block = spliceable.blocks[edit.blockIndex];
    const room = { start: endIn(previous, edit), end: startIn(edits[index + 1], edit) };
    const made = block ? widened(edit, block, { room, reach: way.reach }) : edit;
    previous = made;
    return splicesOf(spliceable, made, way.placement);
  });
  return saving.plain.source.splice(inOrder(splices));
}

function endIn(previous: BlockEdit | undefined, edit: BlockEdit): number {
  return previous?.blockIndex === edit.blockIndex ? previous.span.end : 0;
}

function startIn(next: BlockEdit | undefined, edit: BlockEdit): number {
  return next?.blockIndex === edit.blockIndex ? next.span.start : Number.POSITIVE_INFINITY;
}

/**
 * The edit with what is beside it, as far as no other edit and nothing frozen is in the way.
 * Spaces, where the edit moves one: `**one two** three` without `two` becomes `**one**  three`.
 * Or the rest of the word: `*word*s` made `it’s` cannot keep its marks.
 */
function widened(
  edit: BlockEdit,
  { text, frozen }: MappedBlock,
  { room, reach }: { readonly room: TextSpan; readonly reach: Way['reach'] },
): BlockEdit {
  const movesSpace = edit.after === '' || /^\s|\s$/.test(edit.before + edit.after);
  if (reach === 'edit' || (reach === 'spaces' && !movesSpace)) return edit;
  const isFree = (at: number): boolean =>
    (reach === 'spaces' ? text[at] === ' ' : /\S/.test(text.charAt(at))) &&
    !frozen.some((part) => part.start <= at && at < part.end);
  let { start, end } = edit.span;
  while (start > room.start && isFree(start - 1)) start -= 1;
  while (end < Math.min(room.end, text.length) && isFree(end)) end += 1;
  const head = text.slice(start, edit.span.start);
  const tail = text.slice(edit.span.end, end);
  const [before, after] = [head + edit.before + tail, head + edit.after + tail];
  return { ...edit, span: { start, end }, before, after };
}

/** The edited blocks among those that do not read as wanted. */
function failedBlocks(
  wanted: readonly string[],
  got: readonly string[],
  edits: readonly BlockEdit[],
): readonly number[] {
  const edited = [...new Set(edits.map((edit) => edit.blockIndex))];
  if (wanted.length === got.length) {
    const wrong = (index: number): boolean => wanted[index] !== got[index];
    return wanted.some((_, index) => wrong(index)) ? blamed(edited, wrong) : [];
  }
  let head = 0;
  while (head < wanted.length && wanted[head] === got[head]) head += 1;
  let tail = 0;
  while (tail < wanted.length - head && wanted.at(-1 - tail) === got.at(-1 - tail)) tail += 1;
  return blamed(edited, (index) => index >= head && index < wanted.length - tail);
}

/** A block can also spoil its neighbour; when none of the edited ones is wrong itself, all are written anew. */
function blamed(edited: readonly number[], isWrong: (index: number) => boolean): readonly number[] {
  const wrong = edited.filter(isWrong);
  return wrong.length > 0 ? wrong : edited;
}
