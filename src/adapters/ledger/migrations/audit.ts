import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { digestOf, newSalt, sealOf } from '../audit-chain.ts';
import type { History } from './columns.ts';

/** Events become a chain; those that are there are sealed as they are. */
export function audit(): Migration {
  return {
    async up(db) {
      await addColumn(db, 'data_salt');
      await addColumn(db, 'data_digest');
      await addColumn(db, 'seal');
      await sealAll(db.withTables<{ readonly events: OldEvents }>());
    },
  };
}

interface OldEvents {
  readonly seq: number;
  readonly code: string;
  readonly at: string;
  readonly job_id: string | null;
  readonly revision_id: string | null;
  readonly data: string | null;
  readonly data_salt: string | null;
  readonly data_digest: string | null;
  readonly seal: string;
}

async function addColumn(db: History, name: 'data_salt' | 'data_digest' | 'seal'): Promise<void> {
  await db.schema
    .alterTable('events')
    .addColumn(name, 'text', (column) =>
      name === 'seal' ? column.notNull().defaultTo(sql`''`) : column,
    )
    .execute();
}

async function sealAll(db: Kysely<{ readonly events: OldEvents }>): Promise<void> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'code', 'at', 'job_id', 'revision_id', 'data'])
    .orderBy('seq')
    .execute();
  let seal = '';
  for (const { seq, code, at, job_id: jobId, revision_id: revisionId, data } of rows) {
    const salt = data === null ? null : newSalt();
    const dataDigest = salt === null || data === null ? null : digestOf(salt, data);
    seal = sealOf(seal, { code, at, jobId, revisionId, dataDigest });
    await db
      .updateTable('events')
      .set({ data_salt: salt, data_digest: dataDigest, seal })
      .where('seq', '=', seq)
      .execute();
  }
}
