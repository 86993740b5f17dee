import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { LedgerRefused } from '../../job/trouble.ts';
import type { Flavour } from './flavour.ts';
import { migrations } from './migrations.ts';
import type { Db } from './tables.ts';

const noted = 'kysely_migration';

/**
 * How many migrations the database lacks.
 * Throws LedgerRefused when it has one that is unknown here: a newer Proofdesk has used it, and what that changed
 * could be ruined by code that does not know of it.
 */
export async function migrationsMissing(db: Db): Promise<number> {
  const done = await migrationsDone(db);
  const unknown = done.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) {
    throw new LedgerRefused(
      'This desk was last used by a newer version of Proofdesk. Update Proofdesk, or restore the desk from a backup made before the update.',
    );
  }
  return Object.keys(migrations).length - done.length;
}

/** Brings the tables up to date, all of it or nothing. One process at a time, which is the caller's care. */
export async function migrate(db: Db, flavour: Flavour): Promise<void> {
  const flavoured = Object.entries(migrations).map(
    ([name, make]) => [name, make(flavour)] as const,
  );
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(flavoured)) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}

async function migrationsDone(db: Db): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === noted)) return [];
  const names = await withHistory(db).selectFrom(noted).select('name').execute();
  return names.map(({ name }) => name);
}

/** Kysely's own table is not among ours. */
function withHistory(db: Db): Kysely<{ readonly [noted]: { readonly name: string } }> {
  return db.withTables<{ readonly [noted]: { readonly name: string } }>();
}
