import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { asTrouble } from './trouble.ts';

/** The ledger has some eighty statements; room for all of them and for lists of various lengths. */
const preparedMax = 200;

/** node:sqlite as Kysely's driver wants it. Statements are prepared once, and a full disk is told apart from other errors. */
export function statementsOf(connection: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => connection.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = asTrouble(() => adapted(connection.prepare(sql)));
      forgetOldest(prepared);
      prepared.set(sql, statement);
      return statement;
    },
  };
}

function adapted(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => asTrouble(() => statement.all(...parameters.map(bindable))),
    run: (parameters) => asTrouble(() => statement.run(...parameters.map(bindable))),
    iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
  };
}

/** By the order of insertion, which is near enough: what is used all the time was prepared at the start and comes back at once. */
function forgetOldest(prepared: Map<string, unknown>): void {
  if (prepared.size < preparedMax) return;
  for (const oldest of prepared.keys()) {
    prepared.delete(oldest);
    return;
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint' || value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}`);
}
