import { createContentStore } from '../adapters/fs/content-store.ts';
import { openVault } from '../adapters/system/vault.ts';
import type { ClientName } from '../job/job.ts';
import { passwordsFor } from '../steps/passwords.ts';
import { lookAtDesk } from './compose.ts';
import { createProfiles } from './profiles.ts';

/** A job by the names that stand in its reports. */
interface JobName {
  readonly client: ClientName;
  readonly job: string;
}

/** The passwords of a job: those that the settings name now, and those that the desk keeps under seal. */
export async function passwordsOfJob(
  deskFolder: string,
  { client, job: name }: JobName,
): Promise<readonly string[]> {
  const { ledger, paths } = await lookAtDesk(deskFolder);
  try {
    const vault = await openVault(paths.key);
    const profiles = createProfiles(paths, { vault });
    const named = await profiles.passwords(client, name);
    const job = await ledger.jobCalled(client, name);
    if (!job) return named;
    const means = { profiles, store: createContentStore({ folder: paths.store }), vault };
    const revisions = await ledger.revisionsOf(job.id);
    // The profile of a document may have been let go of since; then it names none.
    const each = await Promise.allSettled(revisions.map((one) => passwordsFor(one, means)));
    const sealed = each.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    return [...new Set([...named, ...sealed])];
  } finally {
    await ledger.close();
  }
}
