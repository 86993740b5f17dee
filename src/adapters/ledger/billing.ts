import type { InvoiceLine, InvoiceTask } from '../../billing/invoice-task.ts';
import type { ClientName, ContentHash, JobId } from '../../job/job.ts';
import { isNewestInJob } from './revisions.ts';
import type { Db } from './tables.ts';

/** Queues the invoice of a job; false when it has one. */
export async function queueInvoice(db: Db, task: InvoiceTask): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('invoice_tasks')
    .values({
      job_id: jobIdOf(task),
      state: 'queued',
      number: null,
      queued_at: task.queuedAt,
      lines: JSON.stringify(task.lines),
    })
    .onConflict((conflict) => conflict.column('job_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Billing knows ids as plain text; the foreign key refuses one that is no job's. */
function jobIdOf(task: InvoiceTask): JobId {
  return task.jobId as JobId;
}

/** Invoice tasks, the oldest first. */
export async function invoiceTasks(
  db: Db,
  which: TaskFilter = {},
): Promise<readonly (InvoiceTask & { readonly state: string; readonly number?: string })[]> {
  let query = db
    .selectFrom('invoice_tasks')
    .innerJoin('jobs', 'jobs.id', 'invoice_tasks.job_id')
    .select(['job_id', 'client', 'name', 'queued_at', 'lines'])
    .select(['invoice_tasks.state', 'invoice_tasks.number'])
    .orderBy('queued_at')
    .orderBy('job_id');
  if (which.state) query = query.where('invoice_tasks.state', '=', which.state);
  if (which.jobId) query = query.where('job_id', '=', which.jobId);
  if (which.number !== undefined) query = query.where('invoice_tasks.number', '=', which.number);
  const rows = await query.execute();
  return rows.map(({ job_id, client, name, queued_at, lines, state, number }) => {
    const task = { jobId: job_id, client, job: name, queuedAt: queued_at, lines: linesIn(lines) };
    return { ...task, state, ...(number !== null && { number }) };
  });
}

interface TaskFilter {
  readonly state?: 'queued' | 'done';
  readonly jobId?: JobId;
  readonly number?: string;
}

/** What is to be billed: a content, for a client, by a job. */
export interface Billable {
  readonly client: ClientName;
  readonly original: ContentHash;
  readonly except: JobId;
}

/**
 * Whether another job's invoice holds this content. A delivery alone does not count: two jobs delivered
 * before either is invoiced would each leave the charge to the other, and nobody would be charged. An invoice that
 * was taken back does not count either, until another is made in its place.
 */
export async function billedBefore(db: Db, billable: Billable): Promise<boolean> {
  const twin = await db
    .selectFrom('artifacts')
    .innerJoin('revisions', 'revisions.id', 'artifacts.revision_id')
    .innerJoin('jobs', 'jobs.id', 'revisions.job_id')
    .innerJoin('invoice_tasks', 'invoice_tasks.job_id', 'jobs.id')
    .select('revisions.id')
    .where('artifacts.hash', '=', billable.original)
    .where('artifacts.kind', '=', 'original')
    .where('jobs.client', '=', billable.client)
    .where('jobs.id', '!=', billable.except)
    .where('revisions.state', '=', 'delivered')
    .where(isNewestInJob)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('invoices')
            .select('invoices.number')
            .whereRef('invoices.credits', '=', 'invoice_tasks.number'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return twin !== undefined;
}

/** Only `queueInvoice` writes this column. */
function linesIn(json: string): readonly InvoiceLine[] {
  return JSON.parse(json) as readonly InvoiceLine[];
}
