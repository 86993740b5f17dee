import { documentOf } from '../../core/document.ts';
import type { TextEdit } from '../../core/edit.ts';
import type { Opened } from '../../core/format.ts';
import type { Splice } from '../encoding.ts';
import {
  type BlockEdit,
  beginsWord,
  blockEdits,
  inOrder,
  refuseTracked,
  splicesOf,
} from '../splice.ts';
import type { OfficePackage } from './package.ts';
import type { OfficeBlock } from './paragraphs.ts';
import { type Mending, splicedParts, type TextPart } from './text-parts.ts';
import { writtenText } from './text-pieces.ts';

/** An Office document without tracked changes of its own, read and ready for editing. */
export interface ReadDocument {
  readonly title: string;
  readonly file: OfficePackage;
  readonly parts: readonly TextPart[];
  /** Their pieces have the numbering of the parts. */
  readonly blocks: readonly OfficeBlock[];
  readonly warnings: readonly string[];
  readonly mend?: Mending;
}

export function openedParts(read: ReadDocument): Opened {
  const { file, parts, blocks, warnings, mend = (_, splices) => splices } = read;
  const document = documentOf(blocks);
  return {
    document,
    warnings,
    save: (edits, mode) => {
      refuseTracked(read, mode);
      for (const edit of edits) checkText(edit);
      const splices = blockEdits(document, edits)
        .flatMap((edit) => inPieces(edit, blocks[edit.blockIndex]))
        .flatMap(
          (edit) =>
            insertionOf(edit, blocks) ?? splicesOf({ blocks, written: writtenText }, edit, 'first'),
        );
      return splicedParts(file, { parts, mend }, inOrder(splices));
    },
  };
}

function checkText({ span, after }: TextEdit): void {
  if (/^[^\p{Cc}\p{Cs}\uFFFC\uFFFE\uFFFF]*$/u.test(after)) return;
  throw new Error(`the edit at ${span.start} adds what is not text`);
}

/**
 * Where the new text is as long as the old, each unit looks like the one that it replaces.
 * Surrogate pairs must not be cut, nor what looks like an escape of Office.
 */
function inPieces(edit: BlockEdit, block: OfficeBlock | undefined): readonly BlockEdit[] {
  const { span, before, after } = edit;
  const isAlike = before.length === after.length && !/[\uD800-\uDFFF_]/.test(before + after);
  if (!block || !isAlike) return [edit];
  return block.pieces.flatMap(({ text }) => {
    const start = Math.max(text.start, span.start);
    const end = Math.min(text.end, span.end);
    if (start >= end) return [];
    const part = (whole: string): string => whole.slice(start - span.start, end - span.start);
    return [{ ...edit, span: { start, end }, before: part(before), after: part(after) }];
  });
}

/**
 * An insertion between two pieces: it goes into text of a run, where it stands at the end of the one before it or,
 * as the beginning of a word, at the start of the one after it. Undefined for edits of other kinds.
 */
function insertionOf(
  edit: BlockEdit,
  blocks: readonly OfficeBlock[],
): readonly Splice[] | undefined {
  const block = blocks[edit.blockIndex];
  const at = edit.span.start;
  if (edit.before !== '' || !block) return undefined;
  const isText = ({ text }: OfficeBlock['pieces'][number]): boolean =>
    !block.heldStarts.has(text.start);
  const left = block.pieces.find(({ text }) => text.end === at);
  const right = block.pieces.find(({ text }) => text.start === at);
  const before = left && isText(left) ? left.source.end : undefined;
  const after = right && isText(right) ? right.source.start : undefined;
  const start = beginsWord(block.text, edit) ? (after ?? before) : (before ?? after);
  if (start === undefined) return undefined;
  return [{ source: { start, end: start }, text: writtenText(edit.after) }];
}
