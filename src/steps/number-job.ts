import type { Invoice } from '../billing/invoice.ts';
import type { InvoiceTask } from '../billing/invoice-task.ts';
import { invoiceOf } from '../billing/make-invoice.ts';
import type { Terms } from '../billing/terms.ts';
import type { ClientName, JobId } from '../job/job.ts';
import type { LedgerWrites } from '../ports.ts';
import { lockAccount } from './account.ts';
import { dayOf } from './days.ts';
import { nextNumber } from './next-number.ts';
import type { Desk } from './step.ts';
import { timeForJob } from './time-for-job.ts';

/** An invoice that was taken back, and in whose place another is made. */
export type Replaced = NonNullable<Invoice['replaces']>;

interface Numbering {
  readonly terms: Terms;
  readonly tx: LedgerWrites;
  readonly desk: Pick<Desk, 'clock'>;
  readonly replaces?: Replaced;
}

/**
 * In one transaction: the number, the invoice, and that the job has it. Nothing of it without the rest.
 * Undefined when the job has its invoice: another is made only in the place of one that was taken back.
 */
export async function numberJob(
  task: InvoiceTask,
  { terms, tx, desk, replaces }: Numbering,
): Promise<string | undefined> {
  const jobId = task.jobId as JobId;
  const [still] = await tx.invoiceTasks({ jobId });
  if (!still || still.number !== replaces?.number) return undefined;
  await lockAccount(terms.account, { tx, at: desk.clock.now().toISOString() });
  const approved = (await tx.quotes({ jobId, state: 'approved' })).at(-1)?.quote;
  const { ordinal, issuedOn, ...place } = await nextNumber(terms.series.invoice, { tx, desk });
  const between = (await tx.deliveredBetween(jobId)) ?? { from: task.queuedAt, to: task.queuedAt };
  const delivered = { from: dayOf(new Date(between.from)), to: dayOf(new Date(between.to)) };
  const wanted = { jobId, client: task.client, takenBack: replaces?.number };
  const time = await timeForJob(wanted, terms, tx);
  const roundsMinutes = await minutesOfRounds(jobId, tx);
  const basis = { terms, approved, time, roundsMinutes };
  const made = invoiceOf(task, basis, { ordinal, issuedOn, delivered });
  const invoice = await tied(replaces ? { ...made, replaces } : made, tx);
  await tx.intendInvoice({ ...place, ordinal, invoice, client: task.client as ClientName, jobId });
  await tx.billTime(time.ids, invoice.number);
  await tx.endInvoiceTask(jobId, invoice.number);
  return invoice.number;
}

/** Of the rounds in which the client sent something back: a plain yes is no round of changes. */
export async function minutesOfRounds(jobId: JobId, tx: LedgerWrites): Promise<readonly number[]> {
  const back = new Set((await tx.returns(jobId)).map(({ round }) => round));
  return (await tx.rounds(jobId)).flatMap(({ round, minutes }) => (back.has(round) ? minutes : []));
}

/** With the head of the audit trail as it is now: who holds the paper can show that nothing before it was changed. */
export async function tied(
  invoice: Invoice,
  tx: Pick<LedgerWrites, 'auditHead'>,
): Promise<Invoice> {
  const { auditHead: _of, ...untied } = invoice;
  const auditHead = await tx.auditHead();
  return auditHead ? { ...untied, auditHead } : untied;
}
