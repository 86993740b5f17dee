import { DocumentProblem } from '../../core/problem.ts';
import type { Revision } from '../../job/job.ts';
import type { Lease } from '../../job/records.ts';
import { DeskProblem } from '../../job/trouble.ts';
import type { LedgerWrites } from '../../ports.ts';
import { profileOf } from '../../steps/artifacts.ts';
import { dueSince } from '../../steps/days.ts';
import { stepAfter, stepNamed } from '../../steps/index.ts';
import { queueInvoiceWhenReturned } from '../../steps/invoice.ts';
import { quarantine } from '../../steps/quarantine.ts';
import type { Desk, Outcome, Step } from '../../steps/step.ts';
import { isWorldDown, troubleOf } from './trouble.ts';

/** How a document's task ended. */
export type TaskEnd =
  | { readonly kind: 'moved-on'; readonly revision: Revision; readonly step: string }
  | { readonly kind: 'delivered'; readonly revision: Revision }
  /** It was looked through; what follows waits for the client's approval. */
  | { readonly kind: 'waits'; readonly revision: Revision }
  | { readonly kind: 'quarantined'; readonly revision: Revision; readonly code: string }
  | { readonly kind: 'later'; readonly revision: Revision; readonly error: string }
  | { readonly kind: 'stale' };

/** A lease is renewed while its step runs; a process that dies gives its tasks back after this time, and the next one waits for it. */
export const leaseMs = 20_000;

/** A document that failed this often is put aside; the fault may be its own. */
const attemptsMax = 4;

/** A document that passed its deadline or ran out of memory this often is taken for the cause. */
const limitAttemptsMax = 2;

/** Works on one task and records how it ended. Throws only what stops the desk: a full or write-protected disk, a broken ledger. */
export async function carryOutTask(lease: Lease, desk: Desk): Promise<TaskEnd> {
  const step = stepNamed(lease.kind);
  const revision = await desk.ledger.revision(lease.revisionId);
  if (!step || !revision || revision.state !== step.from) {
    await desk.ledger.transaction((tx) => tx.complete(lease));
    return { kind: 'stale' };
  }
  const startedMs = desk.clock.now().getTime();
  const beat = keepLease(lease, desk);
  const work = { lease, step, revision };
  try {
    const outcome = await step.run(revision, desk);
    const end = await record({ ...work, outcome }, desk);
    const tookMs = desk.clock.now().getTime() - startedMs;
    desk.log.info({ ...namesOf(revision), step: step.name, tookMs }, 'step done');
    return end;
  } catch (error) {
    return await orGivenBack(lease, desk, async () => {
      if (isWorldDown(error)) throw error;
      return failed(work, error, desk);
    });
  } finally {
    clearInterval(beat);
  }
}

interface Work {
  readonly lease: Lease;
  readonly step: Step;
  readonly revision: Revision;
}

function keepLease(lease: Lease, { clock, ledger, log }: Desk): NodeJS.Timeout {
  return setInterval(() => {
    ledger
      .heartbeat(lease, clock.now().toISOString(), leaseMs)
      .catch((error: unknown) => log.warn({ error: String(error) }, 'a lease was not renewed'));
  }, leaseMs / 3);
}

/** Everything a step leads to is in one transaction; when the lease was lost meanwhile, none of it is recorded. */
async function record(work: Work & { readonly outcome: Outcome }, desk: Desk): Promise<TaskEnd> {
  const { lease, step, revision, outcome } = work;
  const at = desk.clock.now().toISOString();
  const waits = step.name === 'extract' && (await profileOf(desk.store, revision)).needsApproval;
  const recorded = await fenced(desk, async (tx) => {
    if (!(await tx.complete(lease))) return false;
    const progress = await outcome(tx);
    const moved = await tx.advance({
      revisionId: revision.id,
      from: step.from,
      to: step.to,
      ...progress,
    });
    if (!moved) return false;
    if (!waits) await goOn(work, { tx, at, desk });
    return true;
  });
  if (!recorded) return { kind: 'stale' };
  if (waits) return { kind: 'waits', revision };
  return stepAfter(step)
    ? { kind: 'moved-on', revision, step: step.name }
    : { kind: 'delivered', revision };
}

/** The next task is as old as the document, so that one document is finished before a younger one is begun. */
async function goOn(
  { step, revision }: Work,
  { tx, at, desk }: { readonly tx: LedgerWrites; readonly at: string; readonly desk: Desk },
): Promise<void> {
  const next = stepAfter(step);
  if (next) {
    const runAt = dueSince(revision.receivedAt, at);
    await tx.enqueue({ kind: next.name, revisionId: revision.id, runAt });
    return;
  }
  const event = { at, jobId: revision.job.id, revisionId: revision.id };
  await tx.addEvent({ ...event, code: 'document-delivered' });
  await queueInvoiceWhenReturned(revision.job.id, tx, desk);
}

/** Rolls back, by an error of its own, when `work` answers false. */
async function fenced(
  { ledger }: Desk,
  work: (tx: LedgerWrites) => Promise<boolean>,
): Promise<boolean> {
  const lost = new Error('the lease was lost');
  try {
    await ledger.transaction(async (tx) => {
      if (!(await work(tx))) throw lost;
    });
    return true;
  } catch (error) {
    if (error === lost) return false;
    throw error;
  }
}

/**
 * Where the world is down, also for putting a document aside, the task is free again at once: whoever comes next, after
 * the trouble, need not wait for the lease to run out.
 */
async function orGivenBack<T>(lease: Lease, desk: Desk, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isWorldDown(error)) throw error;
    const now = desk.clock.now().toISOString();
    await desk.ledger.transaction((tx) => tx.retryLater(lease, now, troubleOf(error)));
    throw error;
  }
}

async function failed(work: Work, error: unknown, desk: Desk): Promise<TaskEnd> {
  const problem = problemOf(error, work.lease.attempts);
  if (problem) return putAside(work, problem, desk);
  const trouble = troubleOf(error);
  const waitMs = 1_000 * 4 ** work.lease.attempts;
  const runAt = new Date(desk.clock.now().getTime() + waitMs).toISOString();
  desk.log.warn(
    { ...namesOf(work.revision), step: work.step.name, attempts: work.lease.attempts, trouble },
    'a step failed and will be tried again',
  );
  await desk.ledger.transaction((tx) => tx.retryLater(work.lease, runAt, trouble));
  return { kind: 'later', revision: work.revision, error: trouble };
}

/** Which errors are the document's: its own problems at once, anything else when it comes again and again. */
function problemOf(error: unknown, attempts: number): DocumentProblem | undefined {
  if (error instanceof DocumentProblem) {
    const isLimit = error.code === 'took-too-long' || error.code === 'crashed';
    return isLimit && attempts < limitAttemptsMax ? undefined : error;
  }
  if (error instanceof DeskProblem) return new DocumentProblem('crashed', error.message);
  if (attempts < attemptsMax) return undefined;
  const name = error instanceof Error ? error.name : 'unknown error';
  return new DocumentProblem('crashed', `It failed ${attempts} times (${name}).`);
}

async function putAside(work: Work, problem: DocumentProblem, desk: Desk): Promise<TaskEnd> {
  const { lease, revision } = work;
  const write = await quarantine(revision, problem, desk);
  const recorded = await fenced(
    desk,
    async (tx) => (await tx.bury(lease, problem.message)) && (await write(tx)),
  );
  if (!recorded) return { kind: 'stale' };
  desk.log.warn({ ...namesOf(revision), code: problem.code }, 'put into quarantine');
  return { kind: 'quarantined', revision, code: problem.code };
}

function namesOf({ job, path }: Revision): Readonly<Record<string, string>> {
  return { client: job.client, job: job.name, file: path };
}
