import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { sqliteFlavour } from '../../../src/adapters/ledger/flavour.ts';
import { migrations } from '../../../src/adapters/ledger/migrations.ts';
import { connect } from '../../../src/adapters/sqlite/connect.ts';
import { sqliteDialect } from '../../../src/adapters/sqlite/dialect.ts';
import { openLedger } from '../../../src/adapters/sqlite/open-ledger.ts';
import { newId } from '../../../src/adapters/system/ids.ts';

const at = '2026-11-24T10:00:00.000Z';

it('jobs that were invoiced before are found on their invoices, those of a month too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-'));
  const file = join(folder, 'ledger.sqlite');
  const db = new Kysely<unknown>({ dialect: sqliteDialect(connect(file)) });
  const old = Object.entries(migrations).filter(([name]) => name < '0010');
  const made = Object.fromEntries(old.map(([name, make]) => [name, make(sqliteFlavour)]));
  const provider = { getMigrations: () => Promise.resolve(made) };
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
  await sql`insert into clients (name, first_seen_at) values ('anna', ${at})`.execute(db);
  const document = (...paths: readonly string[]) =>
    JSON.stringify({ lines: [{ documents: paths.map((path) => ({ path, words: 4 })) }] });
  const invoice = (number: string, job: string | null, text: string) =>
    sql`insert into invoices (number, series, year, ordinal, kind, state, client, job_id, issued_on, due_on, currency, gross, reference, document)
      values (${number}, 'INV', 2026, ${Number(number.slice(-1))}, 'invoice', 'issued', 'anna', ${job}, '2026-11-24', '2026-12-24', 'EUR', '10', ${number}, ${text})`.execute(
      db,
    );
  for (const job of ['a', 'b', 'c', 'd']) {
    await sql`insert into jobs (id, client, folder, name, bare, state, opened_at, touched_at, closed_by, closed_at) values (${job}, 'anna', ${job}, ${`job ${job}`}, 0, 'delivered', ${at}, ${at}, 'once', ${at})`.execute(
      db,
    );
    const state = job === 'd' ? 'queued' : 'done';
    await sql`insert into invoice_tasks (job_id, state, queued_at, lines) values (${job}, ${state}, ${at}, '[]')`.execute(
      db,
    );
  }
  await invoice('INV-2026-0001', 'a', document('job b/a.txt'));
  await invoice('INV-2026-0002', null, document('job b/a.txt', 'job c/sub/a.txt'));
  await invoice('INV-2026-0003', null, JSON.stringify({ lines: [] }));
  await db.destroy();
  const ledger = await openLedger({ file, newId });
  const tasks = await ledger.invoiceTasks();
  await ledger.close();
  rmSync(folder, { recursive: true });
  expect(Object.fromEntries(tasks.map(({ jobId, number }) => [jobId, number]))).toEqual({
    a: 'INV-2026-0001',
    b: 'INV-2026-0002',
    c: 'INV-2026-0002',
    d: undefined,
  });
});
