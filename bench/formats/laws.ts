import { blockIndexAt, type Document, touchesFrozen } from '../../src/core/document.ts';
import { applyEdits, invertEdits, type TextEdit } from '../../src/core/edit.ts';
import type { Tally } from '../judge/tally.ts';
import type { Sample } from './samples.ts';

export const stamp = { author: 'Proofdesk', date: '2026-11-24T09:00:00Z' };

/** What was written: the copies of one document. */
export interface Copies {
  readonly corrected: Uint8Array;
  /** Undefined where the format has no tracked changes. */
  readonly redline: Uint8Array | undefined;
}

/** Holds the laws of editing in place against one document. */
export function judgeLaws(sample: Sample, tally: Tally): Copies {
  const { name, bytes, format, opened, edits } = sample;
  const judge = (law: string, holds: boolean): void =>
    tally.judge(`${format.name}: ${law}`, name, holds, () => 'it does not hold');
  const { text } = opened.document;
  const right = applyEdits(text, edits);
  const corrected = opened.save(edits, 'clean');
  const reopened = format.open(corrected);
  judge('no edits, same bytes', same(opened.save([], 'clean'), bytes));
  judge(
    'the corrected copy reads as it should',
    (opened.reread?.(corrected) ?? reopened.document.text) === right,
  );
  judge('saving again gives the same bytes', same(opened.save(edits, 'clean'), corrected));
  judge(
    'what is frozen is left alone',
    frozenIn(sample).every((part) => reopened.document.text.includes(part)),
  );
  if (format.mediaType.startsWith('text/')) {
    const restored = reopened.save(invertEdits(edits), 'clean');
    judge('edits taken back give the original bytes', same(restored, bytes));
  }
  if (!format.tracked) return { corrected, redline: undefined };
  const redline = opened.save(edits, 'tracked', stamp);
  judge('the redline, accepted, reads as it should', format.open(redline).document.text === right);
  judge(
    'the redline, rejected, reads as the original',
    format.rejectedText?.(redline, stamp) === text,
  );
  const halves = halvesComeApart(sample);
  if (halves !== undefined) judge('either half of the changes can be taken back', halves);
  judge('no edits, same bytes, tracked', same(opened.save([], 'tracked', stamp), bytes));
  judge('tracking again gives the same bytes', same(opened.save(edits, 'tracked', stamp), redline));
  return { corrected, redline };
}

/**
 * Whether half of the edits, tracked over the other half by somebody else, can be rejected, and the other half as well.
 * Undefined where the first half has tipped what is frozen for the second one.
 */
function halvesComeApart({ format, opened, edits }: Sample): boolean | undefined {
  const { text } = opened.document;
  const even = edits.filter((_, index) => index % 2 === 0);
  const odd = edits.filter((_, index) => index % 2 === 1);
  const other = { ...stamp, author: 'Another' };
  const reopened = format.open(opened.save(even, 'tracked', other));
  const later = shifted(odd, even);
  if (later.some((edit) => !isFree(reopened.document, edit))) return undefined;
  const both = reopened.save(later, 'tracked', stamp);
  return (
    format.rejectedText?.(both, stamp) === applyEdits(text, even) &&
    format.rejectedText?.(both, other) === applyEdits(text, odd)
  );
}

/** Edits, in order, as they stand after other edits, in order, were made. */
function shifted(edits: readonly TextEdit[], made: readonly TextEdit[]): readonly TextEdit[] {
  let [index, by] = [0, 0];
  return edits.map((edit) => {
    for (let each = made[index]; each && each.span.start < edit.span.start; each = made[index]) {
      by += each.after.length - each.before.length;
      index += 1;
    }
    return { ...edit, span: { start: edit.span.start + by, end: edit.span.end + by } };
  });
}

function isFree(document: Document, { span }: TextEdit): boolean {
  const index = blockIndexAt(document, span);
  const block = index === undefined ? undefined : document.blocks[index];
  return block !== undefined && !touchesFrozen(block, span);
}

function frozenIn({ opened: { document } }: Sample): readonly string[] {
  return document.blocks.flatMap((block) =>
    block.frozen.map((part) => document.text.slice(part.start, part.end)),
  );
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
