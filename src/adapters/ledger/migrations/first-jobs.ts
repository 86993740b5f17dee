import { sql } from 'kysely';
import type { Flavour } from '../flavour.ts';
import { type History, index, key, required } from './columns.ts';

/** Clients and their jobs. */
export async function makeJobs(db: History, flavour: Flavour): Promise<void> {
  const clients = db.schema
    .createTable('clients')
    .addColumn('name', 'text', key)
    .addColumn('first_seen_at', 'text', required);
  await flavour.strict(clients).execute();
  const jobs = db.schema
    .createTable('jobs')
    .addColumn('id', 'text', key)
    .addColumn('client', 'text', (column) => required(column).references('clients.name'))
    .addColumn('folder', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('bare', 'integer', (column) => required(column).check(sql`bare in (0, 1)`))
    .addColumn('state', 'text', (column) =>
      required(column).check(sql`state in ('gathering', 'working', 'delivered')`),
    )
    .addColumn('opened_at', 'text', required)
    .addColumn('touched_at', 'text', required)
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'text')
    .addCheckConstraint(
      'jobs_closed',
      sql`(state = 'gathering') = (closed_by is null) and (closed_by is null) = (closed_at is null)`,
    )
    .addUniqueConstraint('jobs_name', ['client', 'name']);
  await flavour.strict(jobs).execute();
  await index(db, 'jobs_folder', 'jobs').columns(['client', 'folder', 'bare']).execute();
  await index(db, 'jobs_gathering', 'jobs')
    .unique()
    .columns(['client', 'folder', 'bare'])
    .where(sql.ref('state'), '=', sql.lit('gathering'))
    .execute();
}
