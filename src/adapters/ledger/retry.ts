import { sql } from 'kysely';
import type { DocumentState, RevisionId } from '../../job/job.ts';
import type { Mint } from './mint.ts';
import { addEvent } from './progress.ts';
import { dropTasks, enqueue } from './queue.ts';
import type { Db } from './tables.ts';

/** The task that a revision begins with. */
const firstTask = 'extract';

/** Which quarantined revisions are to be tried again, all unless one is named, and when. */
export interface Retry {
  readonly revisionId: RevisionId | undefined;
  readonly at: string;
}

/** Brings quarantined revisions back to where they came in, as if nothing had been tried; how many. */
export async function retry(db: Db, { revisionId, at }: Retry, mint: Mint): Promise<number> {
  const quarantined = await db
    .selectFrom('revisions')
    .select(['id', 'job_id'])
    .where('state', '=', sql.lit<DocumentState>('quarantined'))
    .$if(revisionId !== undefined, (query) => query.where('id', '=', revisionId ?? null))
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  for (const { id, job_id: jobId } of quarantined) {
    await receiveAgain(db, id);
    await dropTasks(db, id);
    await enqueue(db, { kind: firstTask, revisionId: id, runAt: at }, mint);
    await addEvent(db, { code: 'document-retried', at, jobId, revisionId: id });
  }
  return quarantined.length;
}

/** What earlier steps made goes too: a step that makes less this time must not leave an old redline standing. */
async function receiveAgain(db: Db, id: RevisionId): Promise<void> {
  await db
    .updateTable('revisions')
    .set({ state: 'received', words: null, failure_code: null, failure_detail: null })
    .where('id', '=', id)
    .execute();
  await db
    .deleteFrom('artifacts')
    .where('revision_id', '=', id)
    .where('kind', '!=', 'original')
    .execute();
  await db.deleteFrom('findings').where('revision_id', '=', id).execute();
}
