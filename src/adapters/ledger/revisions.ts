import { type ExpressionBuilder, sql } from 'kysely';
import {
  type ArtifactKind,
  type ContentHash,
  documentStates,
  isAccountedFor,
  type JobId,
  type JobState,
  type Revision,
  type RevisionId,
} from '../../job/job.ts';
import type { UnderWay } from '../../job/records.ts';
import { type JobRow, jobColumns, jobOf } from './jobs.ts';
import type { Db, LedgerTables } from './tables.ts';

const accountedFor = documentStates.filter(isAccountedFor);

/** A revision with its job and artifacts, or undefined. */
export async function revision(db: Db, id: RevisionId): Promise<Revision | undefined> {
  const rows = await selectRevisions(db).where('revisions.id', '=', id).execute();
  return folded(rows)[0];
}

/** The newest revision of each document of a job, in the order of their paths. */
export async function revisionsOf(db: Db, jobId: JobId): Promise<readonly Revision[]> {
  const rows = await selectRevisions(db)
    .where('revisions.job_id', '=', jobId)
    .where(isNewestInJob)
    .orderBy('documents.path')
    .execute();
  return folded(rows);
}

/** Whether a document of a job is still to be done; with far less to read than all that is known of a large job. */
export async function isUnderWay(db: Db, jobId: JobId): Promise<boolean> {
  const open = await db
    .selectFrom('revisions')
    .select('state')
    .where('job_id', '=', jobId)
    .where('state', 'not in', accountedFor)
    .where(isNewestInJob)
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}

/** In one statement, however many jobs quarantine holds up: each once with each profile of what is not back. */
export async function profilesUnderWay(db: Db): Promise<readonly UnderWay[]> {
  const rows = await db
    .selectFrom('jobs')
    .innerJoin('revisions', 'revisions.job_id', 'jobs.id')
    .select(['jobs.id', 'revisions.profile'])
    .distinct()
    .where('jobs.state', '<>', sql.lit<JobState>('delivered'))
    .where('revisions.state', 'not in', accountedFor)
    .where(isNewestInJob)
    .orderBy('jobs.id')
    .execute();
  return rows.map(({ id, profile }) => ({ jobId: id, profile }));
}

/** Every revision there ever was, the oldest first. */
export async function allRevisions(db: Db): Promise<readonly Revision[]> {
  const query = selectRevisions(db).orderBy('revisions.received_at').orderBy('revisions.id');
  return folded(await query.execute());
}

/** What left the quarantine otherwise than by being tried again; a document with a revision in it is left out. */
export async function passedOver(db: Db): Promise<readonly Revision[]> {
  const rows = await selectRevisions(db)
    .where('revisions.state', 'in', ['withdrawn', 'superseded'])
    .where('revisions.failure_code', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('revisions as held')
            .select('held.id')
            .whereRef('held.document_id', '=', 'revisions.document_id')
            .where('held.state', '=', 'quarantined'),
        ),
      ),
    )
    .execute();
  return folded(rows);
}

/** Whether no later revision of the same document came into the same job. */
export function isNewestInJob(eb: ExpressionBuilder<LedgerTables, 'revisions'>) {
  const newer = eb
    .selectFrom('revisions as newer')
    .select('newer.id')
    .whereRef('newer.job_id', '=', 'revisions.job_id')
    .whereRef('newer.document_id', '=', 'revisions.document_id')
    .whereRef('newer.number', '>', 'revisions.number');
  return eb.not(eb.exists(newer));
}

/** One row an artifact, so that one statement, and so one state of the ledger, gives all of a revision. */
export function selectRevisions(db: Db) {
  return db
    .selectFrom('revisions')
    .innerJoin('documents', 'documents.id', 'revisions.document_id')
    .innerJoin('jobs', 'jobs.id', 'revisions.job_id')
    .leftJoin('artifacts', 'artifacts.revision_id', 'revisions.id')
    .select([
      'revisions.id as revision_id',
      'revisions.document_id',
      'revisions.number',
      'revisions.state as revision_state',
      'revisions.profile',
      'revisions.size_bytes',
      'revisions.received_at',
      'revisions.words',
      'revisions.failure_code',
      'revisions.failure_detail',
      'documents.path',
      'artifacts.kind',
      'artifacts.hash',
      ...jobColumns,
    ]);
}

type RevisionRow = JobRow &
  Awaited<ReturnType<ReturnType<typeof selectRevisions>['execute']>>[number];

/** Gathers the rows of each revision, whatever their order, keeping the order of the revisions. */
export function folded(rows: readonly RevisionRow[]): readonly Revision[] {
  const revisions = new Map<RevisionId, { row: RevisionRow; artifacts: Artifacts }>();
  for (const row of rows) {
    const known = revisions.get(row.revision_id) ?? { row, artifacts: {} };
    if (row.kind && row.hash) known.artifacts[row.kind] = row.hash;
    revisions.set(row.revision_id, known);
  }
  return [...revisions.values()].map(({ row, artifacts }) => revisionOf(row, artifacts));
}

type Artifacts = Partial<Record<ArtifactKind, ContentHash>>;

function revisionOf(row: RevisionRow, artifacts: Artifacts): Revision {
  const { failure_code: code, failure_detail: detail } = row;
  return {
    id: row.revision_id,
    documentId: row.document_id,
    job: jobOf(row),
    path: row.path,
    number: row.number,
    state: row.revision_state,
    profile: row.profile,
    sizeBytes: row.size_bytes,
    receivedAt: row.received_at,
    ...(row.words !== null && { words: row.words }),
    artifacts,
    ...(code !== null && detail !== null && { failure: { code, detail } }),
  };
}
