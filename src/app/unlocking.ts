import { DocumentProblem } from '../core/problem.ts';
import { unlock } from '../formats/office/encryption.ts';
import { isEncrypted } from '../formats/office/ole.ts';
import type { ClientName } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Report } from '../report/schema.ts';
import { deskAround } from './paths.ts';

/** What encryption protects, since it gives other bytes each time. Throws DeskProblem when no password fits. */
export async function withoutEncryption(
  bytes: Uint8Array,
  passwords: readonly string[],
): Promise<Uint8Array> {
  if (!isEncrypted(bytes)) return bytes;
  try {
    return (await unlock(bytes, passwords)).bytes;
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    throw new DeskProblem(
      'The document is encrypted, and no password that is known here opens it. Name it with --password-file, a file with one password a line, or under “passwords:” in client.yaml of its desk.',
    );
  }
}

/**
 * The passwords of the job of a report that still lies in its desk’s outbox: those that the settings name, and those
 * that the desk kept under seal. What finds them is loaded here, since few documents are encrypted.
 */
export async function passwordsKnownFor(
  { client, job }: Report,
  folder: string,
): Promise<readonly string[]> {
  if (client === undefined || job === undefined) return [];
  const desk = deskAround(folder);
  if (desk === undefined) return [];
  const { passwordsOfJob } = await import('./sealed-passwords.ts');
  return passwordsOfJob(desk, { client: client as ClientName, job });
}
