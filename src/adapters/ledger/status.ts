import { sql } from 'kysely';
import type { DocumentState, JobId } from '../../job/job.ts';
import type { LedgerStatus } from '../../job/records.ts';
import { inReview } from '../../job/reviews.ts';
import { invoiceTasks } from './billing.ts';
import { lastRounds } from './reviews.ts';
import { isNewestInJob } from './revisions.ts';
import type { Db } from './tables.ts';

/** What a status page shows, in six statements however much there is. */
export async function status(db: Db): Promise<LedgerStatus> {
  const counts = await countsByJob(db);
  return {
    jobs: await jobs(db, counts),
    documents: total([...counts.values()]),
    quarantined: await quarantined(db),
    tasks: await openTasks(db),
    invoiceTasks: await invoiceTasks(db),
  };
}

type Counts = Readonly<Record<string, number>>;

/** Each document once, by the state of its newest revision. */
async function countsByJob(db: Db): Promise<ReadonlyMap<JobId, Counts>> {
  const rows = await db
    .selectFrom('revisions')
    .select((eb) => ['job_id', 'state', eb.fn.countAll<number>().as('count')])
    .where(isNewestInJob)
    .groupBy(['job_id', 'state'])
    .execute();
  const counts = new Map<JobId, Record<string, number>>();
  for (const { job_id, state, count } of rows) {
    const ofJob = counts.get(job_id) ?? {};
    ofJob[state] = Number(count);
    counts.set(job_id, ofJob);
  }
  return counts;
}

function total(all: readonly Counts[]): Counts {
  const sums: Record<string, number> = {};
  for (const counts of all) {
    for (const [state, count] of Object.entries(counts)) sums[state] = (sums[state] ?? 0) + count;
  }
  return sums;
}

async function jobs(db: Db, counts: ReadonlyMap<JobId, Counts>): Promise<LedgerStatus['jobs']> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'client', 'name', 'state', 'opened_at'])
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  const review = await reviewStates(db);
  return rows.map(({ id, client, name, state: own, opened_at }) => {
    const state = review.get(id) ?? own;
    return { client, name, state, documents: counts.get(id) ?? {}, openedAt: opened_at };
  });
}

async function reviewStates(db: Db): Promise<ReadonlyMap<JobId, string>> {
  return new Map(
    (await lastRounds(db)).flatMap(({ jobId, state }) =>
      state === 'pending' || state === 'closed' ? [] : [[jobId, inReview[state]] as const],
    ),
  );
}

async function quarantined(db: Db): Promise<LedgerStatus['quarantined']> {
  const rows = await db
    .selectFrom('revisions')
    .innerJoin('documents', 'documents.id', 'revisions.document_id')
    .innerJoin('jobs', 'jobs.id', 'revisions.job_id')
    .select(['revisions.id', 'jobs.client', 'jobs.name', 'path', 'failure_code', 'failure_detail'])
    .where('revisions.state', '=', sql.lit<DocumentState>('quarantined'))
    .orderBy('received_at')
    .orderBy('revisions.id')
    .execute();
  return rows.map(({ id, client, name, path, failure_code, failure_detail }) => ({
    client,
    job: name,
    path,
    code: failure_code ?? '',
    detail: failure_detail ?? '',
    revisionId: id,
  }));
}

/** A buried task is not listed: its revision is, in quarantine. */
async function openTasks(db: Db): Promise<LedgerStatus['tasks']> {
  const rows = await db
    .selectFrom('tasks')
    .innerJoin('revisions', 'revisions.id', 'tasks.revision_id')
    .innerJoin('documents', 'documents.id', 'revisions.document_id')
    .innerJoin('jobs', 'jobs.id', 'revisions.job_id')
    .select(['tasks.kind', 'jobs.client', 'jobs.name', 'path', 'attempts', 'run_at', 'error'])
    .where('due_at', 'is not', null)
    .orderBy('run_at')
    .orderBy('seq')
    .execute();
  return rows.map(({ kind, client, name, path, attempts, run_at, error }) => {
    const place = { kind, client, job: name, path };
    return { ...place, attempts, runAt: run_at, ...(error !== null && { error }) };
  });
}
