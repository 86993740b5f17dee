import type { JobId, RevisionId } from '../../job/job.ts';
import type { PlacedKind } from '../../job/reviews.ts';
import type { Db } from './tables.ts';

/** The documents of a job that the client accepted as they are now. */
export async function acceptedRevisions(db: Db, jobId: JobId): Promise<ReadonlySet<RevisionId>> {
  const rows = await db
    .selectFrom('acceptances')
    .innerJoin('revisions', 'revisions.id', 'acceptances.revision_id')
    .select('acceptances.revision_id')
    .where('revisions.job_id', '=', jobId)
    .execute();
  return new Set(rows.map(({ revision_id }) => revision_id));
}

export async function acceptRevision(
  db: Db,
  revisionId: RevisionId,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  await db
    .insertInto('acceptances')
    .values({ revision_id: revisionId, accepted_by: by, at })
    .onConflict((conflict) => conflict.column('revision_id').doNothing())
    .execute();
}

/** Where the files of a document lie in the outbox. */
export async function placed(
  db: Db,
  revisionId: RevisionId,
): Promise<readonly { readonly kind: PlacedKind; readonly path: string }[]> {
  return db
    .selectFrom('placed')
    .select(['kind', 'path'])
    .where('revision_id', '=', revisionId)
    .orderBy('kind')
    .execute();
}

/** A step that runs again replaces what it noted. */
export async function putPlaced(
  db: Db,
  revisionId: RevisionId,
  { kind, path }: { readonly kind: PlacedKind; readonly path: string },
): Promise<void> {
  await db
    .insertInto('placed')
    .values({ revision_id: revisionId, kind, path })
    .onConflict((conflict) => conflict.columns(['revision_id', 'kind']).doUpdateSet({ path }))
    .execute();
}
