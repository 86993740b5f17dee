import type { JobFolder, WaitingFile } from '../job/intake.ts';
import type { ClosedBy, Job } from '../job/job.ts';
import type { Ledger } from '../ports.ts';
import { queueInvoiceWhenReturned } from './invoice.ts';
import type { Desk } from './step.ts';

/** `at-once` is for a run that ends: what is there is all there is. */
export type Patience = 'quiet-period' | 'at-once';

/**
 * Closes every job to which nothing more will come, and queues the invoice where all is back already.
 * Resolves to how long it takes until the next job can close with time alone, in milliseconds; undefined when none can.
 */
export async function closeJobs(
  folders: readonly JobFolder[],
  patience: Patience,
  desk: Desk,
): Promise<number | undefined> {
  const folderOf = folderFinder(folders);
  let soonestMs: number | undefined;
  for (const job of await desk.ledger.gatheringJobs()) {
    const end = await endOf(job, folderOf(job), { patience, desk });
    if (end.kind === 'now') {
      await close(job, end.closedBy, desk);
      if (!job.bare) await desk.inbox.tidy(job.client, job.folder);
    } else if (end.kind === 'later') soonestMs = Math.min(end.inMs, soonestMs ?? end.inMs);
  }
  return soonestMs;
}

/** The jobs that are complete when nothing more comes until then. */
export async function openJobs(
  folders: readonly JobFolder[],
  desk: ClosingDesk,
): Promise<readonly WaitingFile[]> {
  const folderOf = folderFinder(folders);
  const open: WaitingFile[] = [];
  for (const job of await desk.ledger.gatheringJobs()) {
    const end = await endOf(job, folderOf(job), { patience: 'quiet-period', desk });
    if (end.kind !== 'later') continue;
    const until = new Date(desk.clock.now().getTime() + end.inMs).toISOString();
    const path = `${job.client}/${job.name}`;
    open.push({ path, reason: 'the job is open for more documents', stuck: false, until });
  }
  return open;
}

/** What gathering jobs still wait for because their `job.yaml` names it: it is waited for, however long. */
export async function expectedFilesMissing(
  folders: readonly JobFolder[],
  ledger: Pick<Ledger, 'gatheringJobs' | 'revisionsOf'>,
): Promise<readonly WaitingFile[]> {
  const folderOf = folderFinder(folders);
  const waiting: WaitingFile[] = [];
  for (const job of await ledger.gatheringJobs()) {
    for (const path of await missing(job, folderOf(job), ledger)) {
      const reason = 'the job waits for this file, since its job.yaml names it';
      waiting.push({ path: `${job.client}/${job.folder}/${path}`, reason, stuck: false });
    }
  }
  return waiting;
}

type FolderOf = (job: Job) => JobFolder | undefined;

/** A bare file has no folder of its own; one that is called alike belongs to another job. */
function folderFinder(folders: readonly JobFolder[]): FolderOf {
  const keyOf = (client: string, folder: string): string => `${client}/${folder}`;
  const byPlace = new Map(folders.map((one) => [keyOf(one.client, one.folder), one]));
  return (job) => (job.bare ? undefined : byPlace.get(keyOf(job.client, job.folder)));
}

type ClosingDesk = Pick<Desk, 'clock' | 'ledger' | 'office'>;

interface Terms {
  readonly patience: Patience;
  readonly desk: ClosingDesk;
}

/** Whether a job is over. `open`: only what comes in can end it. */
type JobEnd =
  | { readonly kind: 'now'; readonly closedBy: ClosedBy }
  | { readonly kind: 'later'; readonly inMs: number }
  | { readonly kind: 'open' };

async function endOf(
  job: Job,
  folder: JobFolder | undefined,
  { patience, desk }: Terms,
): Promise<JobEnd> {
  if (folder && folder.pending > 0) return { kind: 'open' };
  if (folder?.ready) return { kind: 'now', closedBy: 'ready-file' };
  if (folder?.expectedFiles) {
    const waitsFor = await missing(job, folder, desk.ledger);
    return waitsFor.length === 0 ? { kind: 'now', closedBy: 'job-file' } : { kind: 'open' };
  }
  if (patience === 'at-once') return { kind: 'now', closedBy: 'once' };
  const quietMs = job.bare ? desk.office.quietBareMs : desk.office.quietMs;
  const inMs = Date.parse(job.touchedAt) + quietMs - desk.clock.now().getTime();
  return inMs > 0 ? { kind: 'later', inMs } : { kind: 'now', closedBy: 'quiet-period' };
}

async function missing(
  job: Job,
  folder: JobFolder | undefined,
  ledger: Pick<Ledger, 'revisionsOf'>,
): Promise<readonly string[]> {
  if (!folder?.expectedFiles) return [];
  const here = new Set((await ledger.revisionsOf(job.id)).map(({ path }) => path));
  return folder.expectedFiles.filter((path) => !here.has(path));
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
