import { DocumentProblem } from '../core/problem.ts';
import type { Revision } from '../job/job.ts';
import type { Extracted } from '../job/proofreading.ts';
import { DeskProblem } from '../job/trouble.ts';
import { profileOf } from './artifacts.ts';
import type { Desk } from './step.ts';

/**
 * The passwords to try on a document: those that client and job name now, so that one that was added later counts,
 * and those that the job named when the document came in, since its `job.yaml` may be gone by now.
 */
export async function passwordsFor(
  revision: Revision,
  desk: Pick<Desk, 'profiles' | 'store' | 'vault'>,
): Promise<readonly string[]> {
  const { sealedPasswords = [] } = await profileOf(desk.store, revision);
  const opened = sealedPasswords.flatMap((sealed) => desk.vault.open(sealed) ?? []);
  return [...new Set([...(await namedNow(revision, desk)), ...opened])];
}

/** The password that opened the document; nothing where it needs none. Throws DocumentProblem when the desk's key is another. */
export function passwordOf(
  { sealedPassword }: Extracted,
  { vault }: Pick<Desk, 'vault'>,
): { readonly password?: string } {
  if (sealedPassword === undefined) return {};
  const password = vault.open(sealedPassword);
  if (password !== undefined) return { password };
  throw new DocumentProblem(
    'needs-password',
    'The password was sealed with another key than this desk has now.',
  );
}

/** Settings with a fault are told at the next intake; here they only name no password. */
async function namedNow(
  { job }: Revision,
  { profiles }: Pick<Desk, 'profiles'>,
): Promise<readonly string[]> {
  try {
    return await profiles.passwords(job.client, job.folder);
  } catch (error) {
    if (error instanceof DeskProblem) return [];
    throw error;
  }
}
