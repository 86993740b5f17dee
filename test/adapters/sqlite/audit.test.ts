import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { sqliteFlavour } from '../../../src/adapters/ledger/flavour.ts';
import { migrations } from '../../../src/adapters/ledger/migrations.ts';
import { connect } from '../../../src/adapters/sqlite/connect.ts';
import { sqliteDialect } from '../../../src/adapters/sqlite/dialect.ts';
import { openLedger } from '../../../src/adapters/sqlite/open-ledger.ts';
import { temporaryFolder } from './folder.ts';
import { newId } from './new-id.ts';

const folder = temporaryFolder();
const at = '2026-01-05T09:00:00.000Z';

/** A ledger of so many records, closed. */
async function trail(records: number) {
  const file = join(folder, `${newId()}.sqlite`);
  const ledger = await openLedger({ file, newId });
  await ledger.transaction(async (tx) => {
    for (let number = 1; number <= records; number += 1) {
      const data = { number, client: 'anna', closed: true };
      await tx.addEvent({ code: 'document-received', at, ...(number % 3 > 0 && { data }) });
    }
  });
  const head = await ledger.auditHead();
  await ledger.close();
  return { file, head };
}

async function check(file: string, heads: readonly string[] = []) {
  const ledger = await openLedger({ file, newId, role: 'visitor' });
  const found = await ledger.checkAudit(heads);
  await ledger.close();
  return found;
}

/** Changes a ledger behind the back of the program. */
function tamper(file: string, statement: string): void {
  const connection = new DatabaseSync(file);
  connection.exec(statement);
  connection.close();
}

describe('the audit trail', () => {
  it('is whole as it was written, and holds the heads that it had', async () => {
    const { file, head } = await trail(9);
    expect(await check(file, [String(head)])).toEqual({
      records: 9,
      erased: 0,
      head,
      strangers: [],
    });
  });

  it.each([
    ['a code that was changed', `update events set code = 'x' where seq = 4`, 4],
    ['a time that was changed', `update events set at = 'x' where seq = 4`, 4],
    ['details that were changed', `update events set data = '{"number":9}' where seq = 4`, 4],
    ['details that are not JSON', `update events set data = '{' where seq = 4`, 4],
    ['details without their salt', `update events set data_salt = null where seq = 4`, 4],
    ['details that were added', `update events set data = '{}' where seq = 3`, 3],
    ['a digest that was changed', `update events set data_digest = 'x' where seq = 4`, 4],
    ['a seal that was changed', `update events set seal = 'x' where seq = 4`, 4],
    ['a record that was taken away', 'delete from events where seq = 4', 5],
    [
      'two records that changed places',
      'update events set seq = 100 where seq = 4; update events set seq = 4 where seq = 5; update events set seq = 5 where seq = 100',
      4,
    ],
    [
      'a record that was put between',
      `update events set seq = seq + 100 where seq > 4; insert into events (seq, code, at, seal) values (5, 'x', 'x', 'x')`,
      5,
    ],
  ])('shows %s, and which', async (_what, statement, record) => {
    const { file } = await trail(9);
    tamper(file, statement);
    expect((await check(file)).broken?.record).toBe(record);
  });

  it('shows an end that was cut off, by a head that was noted', async () => {
    const { file, head } = await trail(9);
    tamper(file, 'delete from events where seq > 6');
    expect((await check(file)).broken).toBeUndefined();
    expect((await check(file, [String(head)])).strangers).toEqual([head]);
  });

  it('holds when the details of a record are erased, and counts it', async () => {
    const { file, head } = await trail(9);
    tamper(file, 'update events set data = null, data_salt = null where seq = 4');
    expect(await check(file)).toMatchObject({ records: 9, erased: 1, head });
  });

  it('records nothing of a transaction that was rolled back', async () => {
    const { file, head } = await trail(3);
    const ledger = await openLedger({ file, newId });
    const failing = ledger.transaction(async (tx) => {
      await tx.addEvent({ code: 'document-lost', at });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ledger.auditHead()).toBe(head);
    await ledger.close();
  });

  it('checks 10,000 records in under a second', async () => {
    const { file } = await trail(10_000);
    const ledger = await openLedger({ file, newId });
    const start = performance.now();
    expect((await ledger.checkAudit([])).records).toBe(10_000);
    expect(performance.now() - start).toBeLessThan(1_000);
    await ledger.close();
  });

  it('begins with the records of a desk that had none sealed', async () => {
    const file = join(folder, `${newId()}.sqlite`);
    const db = new Kysely<unknown>({ dialect: sqliteDialect(connect(file)) });
    const old = Object.entries(migrations).filter(([name]) => name < '0005');
    const made = Object.fromEntries(old.map(([name, make]) => [name, make(sqliteFlavour)]));
    const provider = { getMigrations: () => Promise.resolve(made) };
    expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
    await sql`insert into events (code, at, data) values ('job-closed', ${at}, '{"closedBy":"once"}'), ('x', ${at}, null)`.execute(
      db,
    );
    await db.destroy();
    await (await openLedger({ file, newId })).close();
    expect(await check(file)).toMatchObject({ records: 2, strangers: [] });
    tamper(file, `update events set data = '{"closedBy":"ready-file"}' where seq = 1`);
    expect((await check(file)).broken?.record).toBe(1);
  });
});
