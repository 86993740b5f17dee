import { sql } from 'kysely';
import type {
  Erased,
  ErasureReads,
  ErasureWrites,
  Leftover,
  OldMessages,
} from '../../job/erasures.ts';
import type { ContentHash } from '../../job/job.ts';
import { eraseClient } from './erase-client.ts';
import { addLeftover, eraseDocuments } from './erase-documents.ts';
import { keptJobs } from './kept-jobs.ts';
import type { Db } from './tables.ts';

/** What of erasing may be asked outside of transactions. */
export function erasureReads(outside: () => Db): ErasureReads {
  return {
    keptJobs: async () => keptJobs(outside()),
    oldMessages: async (which) => oldMessages(outside(), which),
    leftovers: async () => leftovers(outside()),
    erasures: async () => erasures(outside()),
    isNamed: async (hash) => isNamed(outside(), hash),
  };
}

/** What of erasing may be done within a transaction. */
export function erasureWrites(tx: Db): ErasureWrites {
  return {
    keptJobs: () => keptJobs(tx),
    oldMessages: (which) => oldMessages(tx, which),
    leftovers: () => leftovers(tx),
    erasures: () => erasures(tx),
    isNamed: (hash) => isNamed(tx, hash),
    eraseDocuments: (jobId, how) => eraseDocuments(tx, jobId, how),
    eraseMessages: (which) => eraseMessages(tx, which),
    eraseClient: (client, to) => eraseClient(tx, client, to),
    addLeftover: (kind, what) => addLeftover(tx, kind, [what]),
    async endLeftover(seq) {
      await tx.deleteFrom('leftovers').where('seq', '=', seq).execute();
    },
  };
}

/** Messages on their way, and those of which nobody knows whether they arrived, are never old. */
function selectOld(db: Db, { before, client }: OldMessages) {
  let query = db
    .selectFrom('messages')
    .select(['seq', 'mail'])
    .where('made_at', '<', before)
    .where('recipient', '<>', '')
    .where('state', 'in', ['sent', 'failed', 'skipped']);
  if (client !== undefined) query = query.where('client', '=', client);
  return query;
}

async function oldMessages(db: Db, which: OldMessages): Promise<number> {
  return (await selectOld(db, which).execute()).length;
}

/** The key holds the address too. Nothing is told twice for want of it: that an event was told is noted elsewhere. */
async function eraseMessages(db: Db, which: OldMessages): Promise<number> {
  const old = await selectOld(db, which).execute();
  for (const { seq } of old) {
    await db
      .updateTable('messages')
      .set({
        key: `erased/${seq}`,
        recipient: '',
        subject: '',
        mail: '' as ContentHash,
        remark: null,
      })
      .where('seq', '=', seq)
      .execute();
  }
  await addLeftover(
    db,
    'content',
    old.map(({ mail }) => mail),
  );
  return old.length;
}

async function leftovers(db: Db): Promise<readonly Leftover[]> {
  return db.selectFrom('leftovers').selectAll().orderBy('seq').execute();
}

async function erasures(db: Db): Promise<readonly Erased[]> {
  const rows = await db
    .selectFrom('events')
    .select(['at', 'data'])
    .where('code', '=', 'client-erased')
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ at, data }) => {
    const { mark } = (data === null ? {} : JSON.parse(data)) as { readonly mark?: string };
    return mark === undefined ? [] : [{ at, mark }];
  });
}

async function isNamed(db: Db, hash: ContentHash): Promise<boolean> {
  const { names } = await db
    .selectNoFrom((eb) => [
      sql<number>`
        exists ${eb.selectFrom('artifacts').select('hash').where('hash', '=', hash)}
        or exists ${eb.selectFrom('revisions').select('id').where('profile', '=', hash)}
        or exists ${eb.selectFrom('returns').select('seq').where('hash', '=', hash)}
        or exists ${eb.selectFrom('messages').select('seq').where('mail', '=', hash)}
        or exists ${eb.selectFrom('quotes').select('number').where('hash', '=', hash)}
      `.as('names'),
    ])
    .executeTakeFirstOrThrow();
  return Boolean(names);
}
