import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Ledger } from '../../ports.ts';
import { sqliteFlavour } from '../ledger/flavour.ts';
import { ledgerOver } from '../ledger/ledger.ts';
import { migrate, migrationsMissing } from '../ledger/migrate.ts';
import type { Db, LedgerTables } from '../ledger/tables.ts';
import { connect } from './connect.ts';
import { sqliteDialect } from './dialect.ts';
import { integrityOf } from './integrity.ts';
import { asTrouble } from './trouble.ts';
import { guardWriter } from './writer-guard.ts';

export interface OpenLedger {
  /** A path on a local disk, never on a share; or `:memory:`. */
  readonly file: string;
  /** Gives a fresh id each time, such as a ULID. */
  readonly newId: () => string;
  /**
   * `worker`, the default, keeps every other worker out until the ledger is closed.
   * `visitor` comes in beside a worker, to look or to write a little, as the commands for status and retry do.
   */
  readonly role?: 'worker' | 'visitor';
}

/**
 * Opens a ledger in a SQLite file, made or brought up to date where needed.
 * Throws LedgerRefused, with a sentence for a person, when another worker has it, when a newer Proofdesk has used it,
 * or when it cannot be read.
 */
export async function openLedger({ file, newId, role = 'worker' }: OpenLedger): Promise<Ledger> {
  const connection = connect(file);
  const db = new Kysely<LedgerTables>({ dialect: sqliteDialect(connection) });
  try {
    const release = await guarded(db, file, role);
    const checkIntegrity = () => db.connection().execute(async () => integrityOf(connection));
    const fold = (): void => foldLogOf(connection);
    const atClose = role === 'worker' ? fold : () => {};
    const close = closing({ db, foldLog: atClose, release });
    const foldLog = () => db.connection().execute(async () => fold());
    return ledgerOver({ db, newId, checkIntegrity, foldLog, close });
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Migrates under the guard only, so that no worker finds the tables changed under its hands. */
async function guarded(db: Db, file: string, role: 'worker' | 'visitor'): Promise<() => void> {
  const missing = await migrationsMissing(db);
  if (role === 'visitor' && missing === 0) return () => {};
  const release = file === ':memory:' ? () => {} : guardWriter(file);
  try {
    await migrate(db, sqliteFlavour);
  } catch (error) {
    release();
    throw error;
  }
  if (role === 'worker') return release;
  release();
  return () => {};
}

/** Moves all of the log into the file. A visitor leaves that be: it would make the worker wait. */
function foldLogOf(connection: DatabaseSync): void {
  asTrouble(() => connection.exec('pragma wal_checkpoint(truncate)'));
}

interface Closing {
  readonly db: Db;
  readonly foldLog: () => void;
  readonly release: () => void;
}

/** Waits for the transaction in hand and lets go, whatever happens; a second call does nothing more. */
function closing({ db, foldLog, release }: Closing): () => Promise<void> {
  const close = async () => {
    try {
      await db.connection().execute(async () => foldLog());
    } finally {
      await db.destroy();
      release();
    }
  };
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= close();
    return closed;
  };
}
