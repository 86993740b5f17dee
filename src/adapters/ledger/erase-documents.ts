import type { LeftoverKind } from '../../job/erasures.ts';
import type { JobId, RevisionId } from '../../job/job.ts';
import type { Db } from './tables.ts';

/** Takes the documents of a job out of the ledger. False when they were taken out before. */
export async function eraseDocuments(
  db: Db,
  jobId: JobId,
  { at, paths }: { readonly at: string; readonly paths: readonly string[] },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set({ erased_at: at })
    .where('id', '=', jobId)
    .where('erased_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  const rows = await db
    .selectFrom('revisions')
    .select(['id', 'profile'])
    .where('job_id', '=', jobId)
    .execute();
  const ids = rows.map(({ id }) => id);
  await addLeftover(db, 'path', paths);
  if (ids.length === 0) return true;
  const hashes = new Set([...(await hashesOf(db, ids)), ...rows.map(({ profile }) => profile)]);
  await addLeftover(db, 'content', [...hashes].filter(Boolean));
  await eraseReturns(db, ids);
  await db.deleteFrom('findings').where('revision_id', 'in', ids).execute();
  await db.deleteFrom('placed').where('revision_id', 'in', ids).execute();
  await db.deleteFrom('artifacts').where('revision_id', 'in', ids).execute();
  await db.deleteFrom('tasks').where('revision_id', 'in', ids).execute();
  await db.updateTable('revisions').set({ profile: '' }).where('id', 'in', ids).execute();
  await db
    .updateTable('revisions')
    .set({ failure_detail: '' })
    .where('id', 'in', ids)
    .where('failure_detail', 'is not', null)
    .execute();
  await db.updateTable('events').set({ data: null }).where('revision_id', 'in', ids).execute();
  await eraseNames(db, ids);
  return true;
}

/** Notes what is to be taken from the disk once the ledger no longer names it. */
export async function addLeftover(
  db: Db,
  kind: LeftoverKind,
  all: readonly string[],
): Promise<void> {
  for (const what of all) await db.insertInto('leftovers').values({ kind, what }).execute();
}

async function hashesOf(db: Db, ids: readonly RevisionId[]): Promise<readonly string[]> {
  const made = await db
    .selectFrom('artifacts')
    .select('hash')
    .where('revision_id', 'in', ids)
    .execute();
  const returned = await db
    .selectFrom('returns')
    .select('hash')
    .where('revision_id', 'in', ids)
    .execute();
  return [...made, ...returned].map(({ hash }) => hash);
}

async function eraseReturns(db: Db, ids: readonly RevisionId[]): Promise<void> {
  const mine = db.selectFrom('returns').select('seq').where('revision_id', 'in', ids);
  await db.deleteFrom('queries').where('return_seq', 'in', mine).execute();
  await db.deleteFrom('returns').where('revision_id', 'in', ids).execute();
}

/** A document's name goes when no job that still has its documents holds a revision of it. */
async function eraseNames(db: Db, ids: readonly RevisionId[]): Promise<void> {
  const rows = await db
    .selectFrom('documents')
    .select(['documents.id'])
    .where('documents.id', 'in', (eb) =>
      eb.selectFrom('revisions').select('document_id').where('id', 'in', ids),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('revisions')
            .innerJoin('jobs', 'jobs.id', 'revisions.job_id')
            .select('revisions.id')
            .whereRef('revisions.document_id', '=', 'documents.id')
            .where('jobs.erased_at', 'is', null),
        ),
      ),
    )
    .execute();
  for (const { id } of rows) {
    await db
      .updateTable('documents')
      .set({ path: `erased/${id}` })
      .where('id', '=', id)
      .execute();
  }
}
