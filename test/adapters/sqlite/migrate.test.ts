import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../src/adapters/ledger/migrations.ts';
import { connect } from '../../../src/adapters/sqlite/connect.ts';
import { sqliteDialect } from '../../../src/adapters/sqlite/dialect.ts';
import { openLedger } from '../../../src/adapters/sqlite/open-ledger.ts';
import { LedgerRefused } from '../../../src/job/trouble.ts';
import { temporaryFolder } from './folder.ts';
import { newId } from './new-id.ts';

const folder = temporaryFolder();
const freshFile = () => join(folder, `${newId()}.sqlite`);

describe('migrations', () => {
  it('make strict tables out of nothing', async () => {
    const file = freshFile();
    await (await openLedger({ file, newId })).close();
    const connection = new DatabaseSync(file);
    const tables = connection
      .prepare(
        `select name, strict from pragma_table_list where type = 'table' and name not like 'sqlite_%'`,
      )
      .all();
    const strict = tables.filter((table) => table['strict'] === 1).map((table) => table['name']);
    const loose = tables.filter((table) => table['strict'] === 0).map((table) => table['name']);
    connection.close();
    expect(strict.sort()).toEqual([
      'acceptances',
      'allocations',
      'artifacts',
      'bank_entries',
      'bank_files',
      'clients',
      'credit_moves',
      'decisions',
      'documents',
      'estimates',
      'events',
      'findings',
      'held_events',
      'intents',
      'invoice_tasks',
      'invoiced_months',
      'invoices',
      'jobs',
      'leftovers',
      'messages',
      'placed',
      'queries',
      'quotes',
      'receipts',
      'retainers',
      'returns',
      'reviews',
      'revisions',
      'tasks',
      'time_entries',
      'told_events',
    ]);
    expect(loose.sort()).toEqual(['kysely_migration', 'kysely_migration_lock']);
  });

  it('have names that sort in the order they are listed', () => {
    const names = Object.keys(migrations);
    expect(names).toEqual(names.toSorted());
  });

  it('refuse a ledger that a newer version has used, and leave it as it is', async () => {
    const file = freshFile();
    await (await openLedger({ file, newId })).close();
    const connection = new DatabaseSync(file);
    connection
      .prepare('insert into kysely_migration (name, timestamp) values (?, ?)')
      .run('9999-from-the-future', '2031-01-01T00:00:00.000Z');
    connection.close();
    for (const role of ['worker', 'visitor'] as const) {
      const attempt = openLedger({ file, newId, role });
      await expect(attempt).rejects.toBeInstanceOf(LedgerRefused);
      await expect(attempt).rejects.toThrow('newer version of Proofdesk');
    }
  });

  it('leave nothing when they fail half-way', async () => {
    const connection = connect(freshFile());
    const db = new Kysely<unknown>({ dialect: sqliteDialect(connection) });
    const up = async (history: Kysely<unknown>) => {
      await history.schema.createTable('half').addColumn('id', 'integer').execute();
      await sql`create table half (id integer)`.execute(history);
    };
    const provider = { getMigrations: () => Promise.resolve({ '0001-half': { up } }) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    expect(String(error)).toMatch(/already exists/);
    expect(connection.prepare(`select name from sqlite_schema where name = 'half'`).all()).toEqual(
      [],
    );
    await db.destroy();
  });
});
