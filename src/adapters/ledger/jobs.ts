import { sql } from 'kysely';
import type { ClientName, ClosedBy, DocumentState, Job, JobId, JobState } from '../../job/job.ts';
import type { Mint } from './mint.ts';
import type { Db } from './tables.ts';

/** Where a job's documents come from, and when the first of them came. */
export interface JobPlace {
  readonly client: ClientName;
  readonly folder: string;
  readonly bare: boolean;
  readonly at: string;
  /** The document that comes, relative to the folder. */
  readonly path: string;
}

/** The columns of a job under names that no joined table has. */
export const jobColumns = [
  'jobs.id as job_id',
  'jobs.client',
  'jobs.folder',
  'jobs.name as job_name',
  'jobs.bare',
  'jobs.state as job_state',
  'jobs.opened_at',
  'jobs.touched_at',
  'jobs.closed_by',
] as const;

export interface JobRow {
  readonly job_id: JobId;
  readonly client: ClientName;
  readonly folder: string;
  readonly job_name: string;
  readonly bare: 0 | 1;
  readonly job_state: JobState;
  readonly opened_at: string;
  readonly touched_at: string;
  readonly closed_by: ClosedBy | null;
}

export function jobOf(row: JobRow): Job {
  return {
    id: row.job_id,
    client: row.client,
    folder: row.folder,
    name: row.job_name,
    bare: row.bare === 1,
    state: row.job_state,
    openedAt: row.opened_at,
    touchedAt: row.touched_at,
    ...(row.closed_by && { closedBy: row.closed_by }),
  };
}

export async function job(db: Db, id: JobId): Promise<Job | undefined> {
  const row = await selectJobs(db).where('id', '=', id).executeTakeFirst();
  return row && jobOf(row);
}

/** The jobs that still take documents, the oldest first. */
export async function gatheringJobs(db: Db): Promise<readonly Job[]> {
  const rows = await selectGathering(db).orderBy('opened_at').orderBy('id').execute();
  return rows.map(jobOf);
}

/** The gathering job of a place, or a new one. A bare file and a folder of the same name never share a job. */
export async function gatheringJob(db: Db, place: JobPlace, mint: Mint): Promise<Job> {
  const row = await selectGathering(db)
    .where('client', '=', place.client)
    .where('folder', '=', place.folder)
    .where('bare', '=', place.bare ? 1 : 0)
    .executeTakeFirst();
  if (row) return jobOf(row);
  return (await jobAwaiting(db, place)) ?? openJob(db, place, mint);
}

/** A closed job that is held up by a document in quarantine takes the one that is sent in its place. */
async function jobAwaiting(db: Db, place: JobPlace): Promise<Job | undefined> {
  const rows = await db
    .selectFrom('jobs')
    .innerJoin('revisions', 'revisions.job_id', 'jobs.id')
    .innerJoin('documents', 'documents.id', 'revisions.document_id')
    .select([...jobColumns, 'documents.path'])
    .where('jobs.client', '=', place.client)
    .where('jobs.folder', '=', place.folder)
    .where('jobs.bare', '=', place.bare ? 1 : 0)
    .where('jobs.state', '=', 'working')
    .where('revisions.state', '=', sql.lit<DocumentState>('quarantined'))
    .orderBy('jobs.id', 'desc')
    .execute();
  const row = rows.find(({ path }) => mayReplace(place.path, path));
  return row && jobOf(row);
}

/** Whether a document can be the better copy of another: the same path, but for the ending. */
export function mayReplace(path: string, other: string): boolean {
  return withoutEnding(path) === withoutEnding(other);
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]*$/, '').toLowerCase();
}

/** Ends the gathering; a job that is closed already keeps what closed it first. */
export async function closeJob(db: Db, jobId: JobId, closing: Closing): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state: 'working', closed_by: closing.closedBy, closed_at: closing.at })
    .where('id', '=', jobId)
    .where('state', '=', 'gathering')
    .execute();
}

export interface Closing {
  readonly closedBy: ClosedBy;
  readonly at: string;
}

/** Notes that all of a closed job went back. */
export async function markDelivered(db: Db, jobId: JobId): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state: 'delivered' })
    .where('id', '=', jobId)
    .where('state', '=', 'working')
    .execute();
}

function selectJobs(db: Db) {
  return db.selectFrom('jobs').select(jobColumns);
}

/** The state is a literal, for only then does SQLite use the index of gathering jobs. */
function selectGathering(db: Db) {
  return selectJobs(db).where('state', '=', sql.lit<JobState>('gathering'));
}

async function openJob(db: Db, place: JobPlace, mint: Mint): Promise<Job> {
  const { client, folder, at } = place;
  await db
    .insertInto('clients')
    .values({ name: client, first_seen_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ erased_at: null }))
    .execute();
  const row = await db
    .insertInto('jobs')
    .values({
      id: mint<JobId>(),
      client,
      folder,
      name: await freeName(db, client, folder),
      bare: place.bare ? 1 : 0,
      state: 'gathering',
      opened_at: at,
      touched_at: at,
    })
    .returning(jobColumns)
    .executeTakeFirstOrThrow();
  return jobOf(row);
}

/**
 * `name`, `name (2)`, `name (3)`. Each earlier job of the folder has one of them, so the search starts after as many;
 * it goes on only where a client's own folder is called `name (2)`.
 */
async function freeName(db: Db, client: ClientName, folder: string): Promise<string> {
  const { earlier } = await db
    .selectFrom('jobs')
    .select((eb) => eb.fn.countAll<number>().as('earlier'))
    .where('client', '=', client)
    .where('folder', '=', folder)
    .executeTakeFirstOrThrow();
  for (let number = Number(earlier) + 1; ; number += 1) {
    const name = number === 1 ? folder : `${folder} (${number})`;
    const taken = await db
      .selectFrom('jobs')
      .select('id')
      .where('client', '=', client)
      .where('name', '=', name)
      .executeTakeFirst();
    if (!taken) return name;
  }
}
