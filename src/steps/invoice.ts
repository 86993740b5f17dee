import { invoiceLines } from '../billing/invoice-task.ts';
import { wordRule } from '../core/words.ts';
import type { JobId, Revision } from '../job/job.ts';
import type { LedgerWrites } from '../ports.ts';
import { chargedOnce } from './charged-once.ts';
import type { Desk } from './step.ts';

/**
 * Queues the invoice of a job, once, when nothing more is to come and every document of it is back.
 * Runs in the transaction of what made it so: the last delivery, the closing of the job, or a withdrawal.
 */
export async function queueInvoiceWhenReturned(
  jobId: JobId,
  tx: LedgerWrites,
  desk: Pick<Desk, 'clock' | 'office'>,
): Promise<boolean> {
  const job = await tx.job(jobId);
  if (job?.state !== 'working') return false;
  if (await tx.isUnderWay(jobId)) return false;
  const delivered = (await tx.revisionsOf(jobId)).filter(({ state }) => state === 'delivered');
  const at = desk.clock.now().toISOString();
  if (delivered.length === 0) return endWithoutInvoice(jobId, at, tx);
  if (await isHeldByReview(jobId, { delivered, at, tx })) return false;
  const lines = invoiceLines(await chargedOnce(job, delivered, tx), desk.office.service, wordRule);
  const queued = await tx.queueInvoice({
    jobId,
    client: job.client,
    job: job.name,
    queuedAt: at,
    lines,
  });
  if (!queued) return false;
  await tx.markDelivered(jobId);
  await endReview(jobId, tx);
  await tx.addEvent({ code: 'invoice-queued', at, jobId, data: { documents: delivered.length } });
  return true;
}

interface Returned {
  readonly delivered: readonly Revision[];
  readonly at: string;
  readonly tx: LedgerWrites;
}

/**
 * Whether the client's word is still to come. A job under review is delivered for review when its last document is
 * done, and stays so until its last round is closed, all is accepted and no query is open.
 */
async function isHeldByReview(jobId: JobId, { delivered, at, tx }: Returned): Promise<boolean> {
  const last = (await tx.rounds(jobId)).at(-1);
  if (!last) return false;
  if (last.state === 'pending') {
    await tx.putRound({ ...last, state: 'open', openedAt: at });
    const data = { round: last.round };
    await tx.addEvent({ code: 'job-delivered-for-review', at, jobId, data });
  }
  if (last.state !== 'accepted') return true;
  const accepted = await tx.acceptedRevisions(jobId);
  if (delivered.some(({ id }) => !accepted.has(id))) return true;
  return (await tx.queries({ jobId })).some(({ answer }) => answer === undefined);
}

async function endReview(jobId: JobId, tx: LedgerWrites): Promise<void> {
  const last = (await tx.rounds(jobId)).at(-1);
  if (last) await tx.putRound({ ...last, state: 'closed' });
}

/** A job whose documents were all left out is over, and there is nothing to charge. */
async function endWithoutInvoice(jobId: JobId, at: string, tx: LedgerWrites): Promise<boolean> {
  await tx.markDelivered(jobId);
  await tx.addEvent({ code: 'job-ended-without-invoice', at, jobId });
  return false;
}
