import type { DatabaseSync } from 'node:sqlite';
import { Kysely, type LogEvent } from 'kysely';
import { sqliteFlavour } from '../../../src/adapters/ledger/flavour.ts';
import { ledgerOver } from '../../../src/adapters/ledger/ledger.ts';
import { migrate } from '../../../src/adapters/ledger/migrate.ts';
import type { LedgerTables } from '../../../src/adapters/ledger/tables.ts';
import { connect } from '../../../src/adapters/sqlite/connect.ts';
import { sqliteDialect } from '../../../src/adapters/sqlite/dialect.ts';
import { integrityOf } from '../../../src/adapters/sqlite/integrity.ts';
import type { Ledger } from '../../../src/ports.ts';
import { newId } from './new-id.ts';

/** A ledger whose connection the test holds too, put together as `openLedger` does it. */
export interface Opened {
  readonly ledger: Ledger;
  readonly connection: DatabaseSync;
}

export async function openByHand(file: string, log?: (event: LogEvent) => void): Promise<Opened> {
  const connection = connect(file);
  const db = new Kysely<LedgerTables>({
    dialect: sqliteDialect(connection),
    ...(log && { log }),
  });
  await migrate(db, sqliteFlavour);
  const ledger = ledgerOver({
    db,
    newId,
    checkIntegrity: () => Promise.resolve(integrityOf(connection)),
    foldLog: () => Promise.resolve(),
    close: () => db.destroy(),
  });
  return { ledger, connection };
}
