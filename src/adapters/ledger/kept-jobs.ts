import { sql } from 'kysely';
import type { KeptJob, Need } from '../../job/erasures.ts';
import { type JobRow, jobColumns, jobOf } from './jobs.ts';
import type { Db } from './tables.ts';

/** The jobs whose documents are still there, each with what still needs them. */
export async function keptJobs(db: Db): Promise<readonly KeptJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(jobColumns)
    .select((eb) => [
      eb
        .selectFrom('revisions')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('revisions.job_id', '=', 'jobs.id')
        .as('documents'),
      eb
        .selectFrom('events')
        .select((inner) => inner.fn.max('events.at').as('at'))
        .whereRef('events.job_id', '=', 'jobs.id')
        .as('last_at'),
      eb
        .selectFrom('revisions')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('revisions.job_id', '=', 'jobs.id')
        .where('revisions.state', 'not in', ['delivered', 'withdrawn', 'superseded'])
        .as('open_documents'),
      eb
        .selectFrom('reviews')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('reviews.job_id', '=', 'jobs.id')
        .where('reviews.state', '<>', sql.lit('closed'))
        .as('open_rounds'),
      eb
        .selectFrom('invoice_tasks')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('invoice_tasks.job_id', '=', 'jobs.id')
        .where('invoice_tasks.state', '=', 'queued')
        .as('open_tasks'),
    ])
    .where('jobs.erased_at', 'is', null)
    .orderBy('jobs.opened_at')
    .orderBy('jobs.id')
    .execute();
  return rows.map(keptJobOf);
}

interface KeptRow extends JobRow {
  readonly documents: number | null;
  readonly last_at: string | null;
  readonly open_documents: number | null;
  readonly open_rounds: number | null;
  readonly open_tasks: number | null;
}

function keptJobOf(row: KeptRow): KeptJob {
  const { id: jobId, client, folder, name, bare, touchedAt } = jobOf(row);
  const need = needOf(row);
  return {
    jobId,
    client,
    folder,
    name,
    bare,
    documents: Number(row.documents),
    lastAt: row.last_at ?? touchedAt,
    ...(need && { need }),
  };
}

function needOf(row: KeptRow): Need | undefined {
  if (Number(row.open_rounds) > 0) return 'review';
  if (row.job_state !== 'delivered' || Number(row.open_documents) > 0) return 'work';
  return Number(row.open_tasks) > 0 ? 'invoice' : undefined;
}
