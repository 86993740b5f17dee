import { applyEdits } from '../../core/edit.ts';
import type { Format } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { locked, unlock } from '../../formats/office/encryption.ts';
import { recognise } from '../../formats/recognise.ts';
import type { Copies, CopyRequest } from '../../job/proofreading.ts';

/**
 * Writes the corrected copy and, where the format has tracked changes, the redline; both are opened again.
 * Throws DocumentProblem `not-verified` when one does not hold the text that it should.
 */
export async function writeCopies(request: CopyRequest): Promise<Copies> {
  const { bytes, password } = request;
  if (password === undefined) return plainCopies(request);
  const { bytes: plain } = await unlock(bytes, [password]);
  const { corrected, trackedRedline } = plainCopies({ ...request, bytes: plain });
  // Encrypted anew it would be another file, although nothing in it has changed.
  const asItGoesBack = async (copy: Uint8Array): Promise<Uint8Array> =>
    Buffer.compare(copy, plain) === 0 ? bytes : lockedCopy(copy, password);
  return {
    ...(corrected ? { corrected: await asItGoesBack(corrected) } : {}),
    ...(trackedRedline ? { trackedRedline: await asItGoesBack(trackedRedline) } : {}),
  };
}

async function lockedCopy(copy: Uint8Array, password: string): Promise<Uint8Array> {
  const made = await locked(copy, password);
  const { bytes: back } = await unlock(made, [password]);
  prove(Buffer.compare(back, copy) === 0, 'The copy, encrypted, does not open as it was.');
  return made;
}

function plainCopies({ fileName, bytes, edits, stamp }: CopyRequest): Copies {
  const format = recognise(fileName, bytes);
  if (format.read) return {};
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
