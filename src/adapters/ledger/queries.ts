import type { TextEdit } from '../../core/edit.ts';
import type { JobId } from '../../job/job.ts';
import type { NewAnswer, QueryRecord } from '../../job/reviews.ts';
import type { Db } from './tables.ts';

/** The queries of the newest return of each document: an older one no longer speaks for the client. */
export async function queries(
  db: Db,
  which: { readonly jobId?: JobId } = {},
): Promise<readonly QueryRecord[]> {
  const rows = await db
    .selectFrom('queries')
    .innerJoin('returns', 'returns.seq', 'queries.return_seq')
    .innerJoin('jobs', 'jobs.id', 'returns.job_id')
    .innerJoin('revisions', 'revisions.id', 'returns.revision_id')
    .innerJoin('documents', 'documents.id', 'revisions.document_id')
    .selectAll('queries')
    .select(['returns.job_id', 'jobs.client', 'jobs.name', 'documents.path'])
    .$if(which.jobId !== undefined, (query) => query.where('jobs.id', '=', which.jobId ?? null))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('returns as newer')
            .select('newer.seq')
            .whereRef('newer.revision_id', '=', 'returns.revision_id')
            .whereRef('newer.seq', '>', 'returns.seq'),
        ),
      ),
    )
    .orderBy('queries.seq')
    .execute();
  return rows.map((row) => ({
    id: Number(row.seq),
    jobId: row.job_id,
    client: row.client,
    job: row.name,
    path: row.path,
    returnSeq: Number(row.return_seq),
    kind: row.kind,
    edit: JSON.parse(row.edit) as TextEdit,
    makeable: row.makeable === 1,
    note: row.note,
    ...(row.finding_id !== null && { findingId: row.finding_id }),
    ...(row.answer !== null && { answer: row.answer }),
    ...(row.wording !== null && { wording: JSON.parse(row.wording) as TextEdit }),
  }));
}

export async function answerQuery(db: Db, id: number, given: NewAnswer): Promise<boolean> {
  const { answer, wording, by, at } = given;
  const { numUpdatedRows } = await db
    .updateTable('queries')
    .set({
      answer,
      wording: wording ? JSON.stringify(wording) : null,
      answered_by: by,
      answered_at: at,
    })
    .where('seq', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
