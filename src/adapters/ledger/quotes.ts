import { sql } from 'kysely';
import { frozen, thawed } from '../../billing/frozen.ts';
import type { Quote } from '../../billing/quote.ts';
import type { DocumentState, Job, JobId, JobState, RevisionId } from '../../job/job.ts';
import type { QuoteDecision, QuoteRecord, QuoteState } from '../../job/quotes.ts';
import { job } from './jobs.ts';
import { isNewestInJob } from './revisions.ts';
import type { Db } from './tables.ts';

/** The highest number of a year; 0 when there is none. */
export async function lastQuoteOrdinal(db: Db, year: number): Promise<number> {
  const { highest } = await db
    .selectFrom('quotes')
    .select((eb) => eb.fn.max('ordinal').as('highest'))
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return Number(highest ?? 0);
}

export interface NewQuote {
  readonly quote: Quote;
  readonly ordinal: number;
  readonly jobId: JobId;
  readonly hash: string;
}

export async function addQuote(db: Db, { quote, ordinal, jobId, hash }: NewQuote): Promise<void> {
  await db
    .insertInto('quotes')
    .values({
      number: quote.number,
      year: Number(quote.madeOn.slice(0, 4)),
      ordinal,
      job_id: jobId,
      hash,
      state: 'open',
      written: 0,
      document: frozen(quote),
      decided_by: null,
      decided_at: null,
    })
    .execute();
}

/** Its files are there. */
export async function markQuoteWritten(db: Db, number: string): Promise<void> {
  await db.updateTable('quotes').set({ written: 1 }).where('number', '=', number).execute();
}

/** Moves a quote on. False when it is not in `from` any more. */
export async function decideQuote(
  db: Db,
  number: string,
  { from, to, by, at }: QuoteDecision,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('quotes')
    .set({ state: to, decided_by: by, decided_at: at })
    .where('number', '=', number)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export interface QuoteFilter {
  readonly number?: string;
  readonly jobId?: JobId;
  readonly state?: QuoteState;
  readonly written?: false;
}

/** Quotes, the oldest first. */
export async function quotes(db: Db, which: QuoteFilter = {}): Promise<readonly QuoteRecord[]> {
  let query = db.selectFrom('quotes').selectAll();
  if (which.number !== undefined) query = query.where('number', '=', which.number);
  if (which.jobId) query = query.where('job_id', '=', which.jobId);
  if (which.state) query = query.where('state', '=', which.state);
  if (which.written === false) query = query.where('written', '=', 0);
  const rows = await query.orderBy('year').orderBy('ordinal').execute();
  return rows.map(({ job_id, hash, state, document, decided_by, decided_at }) => ({
    quote: thawed<Quote>(document),
    jobId: job_id,
    hash,
    state,
    ...(decided_by !== null && { decidedBy: decided_by }),
    ...(decided_at !== null && { decidedAt: decided_at }),
  }));
}

/** Complete jobs with a document that was looked through and has no task: it waits for the client's approval. */
export async function jobsAwaitingApproval(db: Db): Promise<readonly Job[]> {
  const rows = await db
    .selectFrom('revisions')
    .innerJoin('jobs', 'jobs.id', 'revisions.job_id')
    .select('revisions.job_id')
    .distinct()
    .where('revisions.state', '=', sql.lit<DocumentState>('extracted'))
    .where('jobs.state', '=', sql.lit<JobState>('working'))
    .where(isNewestInJob)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('tasks')
            .select('tasks.id')
            .whereRef('tasks.revision_id', '=', 'revisions.id')
            .where('tasks.due_at', 'is not', null),
        ),
      ),
    )
    .execute();
  const jobs: Job[] = [];
  for (const { job_id } of rows) {
    const found = await job(db, job_id);
    if (found) jobs.push(found);
  }
  return jobs;
}

/** Whether a document has a task, due or to come. */
export async function hasTask(db: Db, id: RevisionId): Promise<boolean> {
  const row = await db
    .selectFrom('tasks')
    .select('id')
    .where('revision_id', '=', id)
    .where('due_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
