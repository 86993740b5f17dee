import type { JobFolder } from '../job/intake.ts';
import type { ClosedBy, Job } from '../job/job.ts';
import { queueInvoiceWhenReturned } from './invoice.ts';
import type { Desk } from './step.ts';

/** `at-once` is for a run that ends: what is there is all there is. */
export type Patience = 'quiet-period' | 'at-once';

/** Closes every job to which nothing more will come, and queues the invoice where all is back already. */
export async function closeJobs(
  folders: readonly JobFolder[],
  patience: Patience,
  desk: Desk,
): Promise<readonly Job[]> {
  const closed: Job[] = [];
  for (const job of await desk.ledger.gatheringJobs()) {
    const folder = folders.find((one) => one.client === job.client && one.folder === job.folder);
    const closedBy = await reasonToClose(job, folder, { patience, desk });
    if (!closedBy) continue;
    await close(job, closedBy, desk);
    if (!job.bare) await desk.inbox.tidy(job.client, job.folder);
    closed.push(job);
  }
  return closed;
}

interface Terms {
  readonly patience: Patience;
  readonly desk: Desk;
}

async function reasonToClose(
  job: Job,
  folder: JobFolder | undefined,
  { patience, desk }: Terms,
): Promise<ClosedBy | undefined> {
  if (folder && folder.pending > 0) return undefined;
  if (folder?.ready) return 'ready-file';
  if (folder?.expectedFiles) return (await allHere(job, folder, desk)) ? 'job-file' : undefined;
  if (patience === 'at-once') return 'once';
  const quietMs = job.bare ? desk.office.quietBareMs : desk.office.quietMs;
  const silentMs = desk.clock.now().getTime() - Date.parse(job.touchedAt);
  return silentMs >= quietMs ? 'quiet-period' : undefined;
}

/** A `job.yaml` that names files is waited for, however long: what it says is what the client will send. */
async function allHere(job: Job, folder: JobFolder, { ledger }: Desk): Promise<boolean> {
  const here = new Set((await ledger.revisionsOf(job.id)).map(({ path }) => path));
  return (folder.expectedFiles ?? []).every((path) => here.has(path));
}

async function close(job: Job, closedBy: ClosedBy, desk: Desk): Promise<void> {
  const at = desk.clock.now().toISOString();
  await desk.ledger.transaction(async (tx) => {
    await tx.closeJob(job.id, closedBy, at);
    await tx.addEvent({ code: 'job-closed', at, jobId: job.id, data: { closedBy } });
    await queueInvoiceWhenReturned(job.id, tx, desk);
  });
  desk.log.info({ client: job.client, job: job.name, closedBy }, 'job complete');
}
