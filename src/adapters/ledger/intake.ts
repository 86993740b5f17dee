import { sql } from 'kysely';
import type { Intent } from '../../job/intake.ts';
import {
  type DocumentId,
  type DocumentState,
  documentStates,
  isAccountedFor,
  type Job,
  type Revision,
  type RevisionId,
} from '../../job/job.ts';
import type { NewRevision } from '../../job/records.ts';
import { job, mayReplace } from './jobs.ts';
import type { Mint } from './mint.ts';
import { dropTasks } from './queue.ts';
import { revision } from './revisions.ts';
import type { Db } from './tables.ts';

/** Notes that a file is about to be moved. */
export async function addIntent(db: Db, intent: Intent, at: string): Promise<void> {
  const { id, file, workPath } = intent;
  await db
    .insertInto('intents')
    .values({
      id,
      client: file.client,
      folder: file.folder,
      bare: file.bare ? 1 : 0,
      path: file.path,
      inbox_path: file.inboxPath,
      inode: file.inode,
      size_bytes: file.sizeBytes,
      work_path: workPath,
      at,
    })
    .execute();
}

export async function removeIntent(db: Db, id: string): Promise<void> {
  await db.deleteFrom('intents').where('id', '=', id).execute();
}

/** The moves that are not finished, the oldest first. */
export async function intents(db: Db): Promise<readonly Intent[]> {
  const rows = await db.selectFrom('intents').selectAll().orderBy('at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    file: {
      client: row.client,
      folder: row.folder,
      bare: row.bare === 1,
      path: row.path,
      inboxPath: row.inbox_path,
      inode: row.inode,
      sizeBytes: row.size_bytes,
    },
    workPath: row.work_path,
  }));
}

/** Adds a revision, numbered after all earlier ones of its document, and puts what it replaces out of work. */
export async function addRevision(db: Db, fresh: NewRevision, mint: Mint): Promise<Revision> {
  const home = await job(db, fresh.jobId);
  if (!home) throw new Error(`there is no job ${fresh.jobId}`);
  const documentId = await documentAt(db, { job: home, path: fresh.path }, mint);
  await supersede(db, home, documentId);
  await replaceQuarantined(db, home, fresh.path);
  const id = mint<RevisionId>();
  await db
    .insertInto('revisions')
    .values({
      id,
      document_id: documentId,
      job_id: home.id,
      number: (await highestNumber(db, documentId)) + 1,
      state: 'received',
      profile: fresh.profile,
      size_bytes: fresh.sizeBytes,
      received_at: fresh.receivedAt,
    })
    .execute();
  await db
    .insertInto('artifacts')
    .values({ revision_id: id, kind: 'original', hash: fresh.original })
    .execute();
  await db
    .updateTable('jobs')
    .set({ touched_at: fresh.receivedAt })
    .where('id', '=', home.id)
    .execute();
  return added(db, id);
}

async function documentAt(
  db: Db,
  place: { readonly job: Job; readonly path: string },
  mint: Mint,
): Promise<DocumentId> {
  const { client, folder } = place.job;
  const known = await db
    .selectFrom('documents')
    .select('id')
    .where('client', '=', client)
    .where('folder', '=', folder)
    .where('path', '=', place.path)
    .executeTakeFirst();
  if (known) return known.id;
  const id = mint<DocumentId>();
  await db.insertInto('documents').values({ id, client, folder, path: place.path }).execute();
  return id;
}

const undelivered = documentStates.filter((state) => !isAccountedFor(state));

/** A task in hand is taken away too: whoever works on it finds the lease lost. */
async function supersede(db: Db, home: Job, documentId: DocumentId): Promise<void> {
  const replaced = await db
    .updateTable('revisions')
    .set({ state: 'superseded' })
    .where('job_id', '=', home.id)
    .where('document_id', '=', documentId)
    .where('state', 'in', undelivered)
    .returning('id')
    .execute();
  for (const { id } of replaced) await dropTasks(db, id);
}

/**
 * `plan.docx` takes the place of a `plan.pdf` that could not be worked on. The state is a literal, for only then does
 * SQLite use the index of quarantined ones, and not look at all documents of the job.
 */
async function replaceQuarantined(db: Db, home: Job, path: string): Promise<void> {
  const stuck = await db
    .selectFrom('revisions')
    .innerJoin('documents', 'documents.id', 'revisions.document_id')
    .select(['revisions.id', 'documents.path'])
    .where('revisions.job_id', '=', home.id)
    .where('revisions.state', '=', sql.lit<DocumentState>('quarantined'))
    .execute();
  const replaced = stuck.filter((one) => mayReplace(path, one.path)).map(({ id }) => id);
  if (replaced.length === 0) return;
  await db
    .updateTable('revisions')
    .set({ state: 'superseded' })
    .where('id', 'in', replaced)
    .execute();
}

async function highestNumber(db: Db, documentId: DocumentId): Promise<number> {
  const { highest } = await db
    .selectFrom('revisions')
    .select((eb) => eb.fn.max('number').as('highest'))
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  return highest ?? 0;
}

async function added(db: Db, id: RevisionId): Promise<Revision> {
  const found = await revision(db, id);
  if (!found) throw new Error(`the revision ${id} is gone right after it was added`);
  return found;
}
