import { applyEdits, type TextEdit } from '../../core/edit.ts';
import type { Format, RedlineStamp } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { recognise } from '../../formats/recognise.ts';

/** What the copies are made from. */
export interface CopyRequest {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly edits: readonly TextEdit[];
  readonly stamp: RedlineStamp;
}

/**
 * Writes the corrected copy and, where the format has tracked changes, the redline; both are opened again.
 * Throws DocumentProblem `not-verified` when one does not hold the text that it should.
 */
export function writeCopies({ fileName, bytes, edits, stamp }: CopyRequest) {
  const format = recognise(fileName, bytes);
  const opened = format.open(bytes);
  const correctedText = applyEdits(opened.document.text, edits);
  const corrected = opened.save(edits, 'clean');
  prove(
    (opened.reread?.(corrected) ?? textOf(format, corrected)) === correctedText,
    'The corrected copy has another text.',
  );
  if (!format.tracked) return { corrected };
  const trackedRedline = opened.save(edits, 'tracked', stamp);
  prove(
    textOf(format, trackedRedline) === correctedText,
    'With all changes accepted, the redline has another text than the corrected copy.',
  );
  const rejected = format.rejectedText?.(trackedRedline, stamp);
  prove(
    rejected === undefined || rejected === opened.document.text,
    'With all changes rejected, the redline has another text than the original.',
  );
  return { corrected, trackedRedline };
}

function textOf(format: Format, bytes: Uint8Array): string {
  return format.open(bytes).document.text;
}

function prove(holds: boolean, detail: string): void {
  if (!holds) throw new DocumentProblem('not-verified', detail);
}
