import type { JobId } from '../job/job.ts';
import type { LedgerWrites } from '../ports.ts';
import { dueSince } from './days.ts';

/** The documents of a job that were looked through and rest go on to be worked on. */
export async function letGoOn(jobId: JobId, at: string, tx: LedgerWrites): Promise<void> {
  for (const { id, state, receivedAt } of await tx.revisionsOf(jobId)) {
    if (state !== 'extracted' || (await tx.hasTask(id))) continue;
    await tx.enqueue({ kind: 'proofread', revisionId: id, runAt: dueSince(receivedAt, at) });
  }
}
