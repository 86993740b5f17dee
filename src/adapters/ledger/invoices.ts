import { sql } from 'kysely';
import { frozen, thawed } from '../../billing/frozen.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { InvoiceFilter } from '../../job/books.ts';
import type { InvoiceRecord, LastNumber, NumberSeries } from '../../job/invoices.ts';
import type { ClientName, JobId } from '../../job/job.ts';
import type { Db } from './tables.ts';

/** The last number of a series. Within the transaction that reads it, nobody else takes the next. */
export async function lastNumber(db: Db, series: string): Promise<LastNumber | undefined> {
  const row = await db
    .selectFrom('invoices')
    .select(['year', 'ordinal', 'issued_on'])
    .where('series', '=', series)
    .orderBy('year', 'desc')
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { year: row.year, ordinal: row.ordinal, issuedOn: row.issued_on };
}

/** A numbered invoice whose files are still to be written. */
export interface NewInvoice extends NumberSeries {
  readonly invoice: Invoice;
  readonly ordinal: number;
  readonly client: ClientName;
  readonly jobId?: JobId;
}

/** Records an invoice with its number; from now on it is issued, whatever happens to this process. */
export async function intendInvoice(db: Db, fresh: NewInvoice): Promise<void> {
  const { invoice, series, year, ordinal, client, jobId } = fresh;
  await db
    .insertInto('invoices')
    .values({
      number: invoice.number,
      series,
      year,
      ordinal,
      kind: invoice.kind,
      state: 'intended',
      client,
      job_id: jobId ?? null,
      credits: invoice.credits?.number ?? null,
      issued_on: invoice.issuedOn,
      due_on: invoice.dueOn,
      currency: invoice.currency.code,
      gross: invoice.totals.gross.toString(),
      reference: invoice.reference,
      document: frozen(invoice),
    })
    .execute();
}

/** The invoice task of a job is done: it is on this invoice. */
export async function endInvoiceTask(db: Db, jobId: JobId, number: string): Promise<void> {
  await db
    .updateTable('invoice_tasks')
    .set({ state: 'done', number })
    .where('job_id', '=', jobId)
    .execute();
}

/** Its files are there. False when it was issued before. */
export async function markIssued(db: Db, number: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invoices')
    .set({ state: 'issued' })
    .where('number', '=', number)
    .where('state', '=', 'intended')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Invoices and credit notes, in the order of their numbers. */
export async function invoices(
  db: Db,
  which: InvoiceFilter = {},
): Promise<readonly InvoiceRecord[]> {
  let query = db
    .selectFrom('invoices')
    .leftJoin('invoices as credit', 'credit.credits', 'invoices.number')
    .select([
      'invoices.state',
      'invoices.client',
      'invoices.job_id',
      'invoices.document',
      'credit.number as credited_by',
    ]);
  if (which.state) query = query.where('invoices.state', '=', sql.lit(which.state));
  if (which.number !== undefined) query = query.where('invoices.number', '=', which.number);
  if (which.client !== undefined) query = query.where('invoices.client', '=', which.client);
  const rows = await query
    .orderBy('invoices.series')
    .orderBy('invoices.year')
    .orderBy('invoices.ordinal')
    .execute();
  return rows.map(({ state, client, job_id, document, credited_by }) => ({
    invoice: thawed<Invoice>(document),
    state,
    client,
    ...(job_id !== null && { jobId: job_id }),
    ...(credited_by !== null && { creditedBy: credited_by }),
  }));
}

/** When the documents of a job went back: the first and the last time. */
export async function deliveredBetween(
  db: Db,
  jobId: JobId,
): Promise<{ readonly from: string; readonly to: string } | undefined> {
  const { first, last } = await db
    .selectFrom('events')
    .select((eb) => [eb.fn.min('at').as('first'), eb.fn.max('at').as('last')])
    .where('job_id', '=', jobId)
    .where('code', '=', 'document-delivered')
    .executeTakeFirstOrThrow();
  return first === null || last === null ? undefined : { from: first, to: last };
}
