import { applyEdits, invertEdits } from '../../src/core/edit.ts';
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
  judge('no edits, same bytes, tracked', same(opened.save([], 'tracked', stamp), bytes));
  judge('tracking again gives the same bytes', same(opened.save(edits, 'tracked', stamp), redline));
  return { corrected, redline };
}

function frozenIn({ opened: { document } }: Sample): readonly string[] {
  return document.blocks.flatMap((block) =>
    block.frozen.map((part) => document.text.slice(part.start, part.end)),
  );
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
