import { createContentStore } from '../adapters/fs/content-store.ts';
import { openVault } from '../adapters/system/vault.ts';
import type { ClientName } from '../job/job.ts';
import { passwordsFor } from '../steps/passwords.ts';
import { lookAtDesk } from './compose.ts';
import { createProfiles } from './profiles.ts';

/** A job by the names that stand in its reports. */
export interface JobName {
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
    const profiles = createProfiles(paths, vault);
    const job = await ledger.jobCalled(client, name);
    if (!job) return await profiles.passwords(client, name);
    const means = { profiles, store: createContentStore({ folder: paths.store }), vault };
    const revisions = await ledger.revisionsOf(job.id);
    const each = await Promise.all(revisions.map((revision) => passwordsFor(revision, means)));
    return [...new Set(each.flat())];
  } finally {
    await ledger.close();
  }
}
