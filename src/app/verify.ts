import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { TextEdit } from '../core/edit.ts';
import { formatNamed } from '../formats/index.ts';
import { isEncrypted } from '../formats/office/ole.ts';
import { parseReport } from '../report/json.ts';
import { isMaskOf } from '../report/masked.ts';
import { replay } from '../report/replay.ts';
import type { Report } from '../report/schema.ts';
import { passwordsKnownFor, withoutEncryption } from './unlocking.ts';

/** What a proof came to. */
export interface Proof {
  readonly proved: boolean;
  readonly changes: number;
  readonly sentence: string;
}

/**
 * Replays a report's changes from the original into the corrected copy. An encrypted document is opened with these
 * passwords, or with those that are known at the desk in whose outbox the report lies.
 * Throws when a file is not there or not a report, and DeskProblem when a password is missing.
 */
export async function verifyReport(
  reportPath: string,
  passwords: readonly string[] = [],
): Promise<Proof> {
  const report = parseReport(await readFile(reportPath, 'utf8'));
  const folder = dirname(resolve(reportPath));
  const original = await readFile(join(folder, report.files.original.path));
  const { corrected } = report.files;
  const changes = appliedEditsOf(report);
  const failed = (sentence: string): Proof => ({
    proved: false,
    changes: changes.length,
    sentence,
  });
  if (!corrected)
    return failed('The report names no corrected copy, so there is nothing to prove.');
  const delivered = await readFile(join(folder, corrected.path));
  if (hashOf(original) !== report.files.original.sha256) {
    return failed('The original is not the file that the report was made from.');
  }
  const { converted } = report.files;
  const edited = converted ? await readFile(join(folder, converted.path)) : original;
  if (converted && hashOf(edited) !== converted.sha256) {
    return failed('The converted original is not the file that the report was made from.');
  }
  const known = isEncrypted(edited)
    ? [...passwords, ...(await passwordsKnownFor(report, folder))]
    : [];
  const plain = await withoutEncryption(edited, known);
  const opened = formatNamed(report.format.name).open(plain);
  const { text } = opened.document;
  if (!isMaskOf(report.text, text) || hashOf(Buffer.from(text)) !== report.textHash) {
    return failed('The original reads otherwise than the text in the report.');
  }
  const made = opened.save(changes, 'clean');
  const reread = opened.reread?.(made) ?? formatNamed(report.format.name).open(made).document.text;
  if (reread !== replay({ ...report, text }))
    return failed('The changes do not lead to the corrected text.');
  if (!Buffer.from(made).equals(await withoutEncryption(delivered, known))) {
    return failed('The corrected copy holds something that the report does not account for.');
  }
  const listed = changes.length === 1 ? 'the one change' : `the ${changes.length} changes`;
  const sentence = `Proved: ${listed} listed, and nothing else, make the corrected copy out of the original, byte for byte.`;
  return { proved: true, changes: changes.length, sentence };
}

/** The edits that went into the corrected copy. */
export function appliedEditsOf({ edits }: Report): readonly TextEdit[] {
  return edits.flatMap(({ decision, start, end, before, after }) =>
    decision === 'applied' && after !== null ? [{ span: { start, end }, before, after }] : [],
  );
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
