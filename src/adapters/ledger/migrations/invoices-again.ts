import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { index, key, required } from './columns.ts';

/** On which invoice each job is, so that another can be made in its place; and how long work by the hour is to take. */
export function invoicesAgain(flavour: Flavour): Migration {
  return {
    async up(db) {
      await db.schema
        .alterTable('invoice_tasks')
        .addColumn('number', 'text', (column) => column.references('invoices.number'))
        .execute();
      await index(db, 'invoice_tasks_number', 'invoice_tasks').columns(['number']).execute();
      const estimates = db.schema
        .createTable('estimates')
        .addColumn('job_id', 'text', (column) => key(column).references('jobs.id'))
        .addColumn('minutes', 'integer', required);
      await flavour.strict(estimates).execute();
      // One that was approved holds while one for more is open.
      await db.schema.dropIndex('quotes_standing').execute();
      await index(db, 'quotes_standing', 'quotes')
        .unique()
        .columns(['job_id', 'state'])
        .where(sql.ref('state'), 'in', [sql.lit('open'), sql.lit('approved')])
        .execute();
      await noteNumbers(db as Kysely<Then>);
    },
  };
}

/** The tables as they are at this point of history, as far as they are read here. */
interface Then {
  readonly invoices: {
    readonly number: string;
    readonly kind: string;
    readonly client: string;
    readonly job_id: string | null;
    readonly document: string;
  };
  readonly jobs: { readonly id: string; readonly client: string; readonly name: string };
  readonly invoice_tasks: {
    readonly job_id: string;
    readonly state: string;
    readonly number: string | null;
  };
}

/** Jobs that were invoiced before: an invoice of a job knows it; that of a month names its jobs before their documents. */
async function noteNumbers(db: Kysely<Then>): Promise<void> {
  const invoices = await db
    .selectFrom('invoices')
    .select(['number', 'client', 'job_id', 'document'])
    .where('kind', '=', 'invoice')
    .execute();
  for (const { number, client, job_id, document } of invoices) {
    const jobs = db.selectFrom('jobs').select('id');
    const names = jobsNamedIn(document);
    if (job_id === null && names.length === 0) continue;
    const named = jobs.where('client', '=', client).where('name', 'in', names);
    await db
      .updateTable('invoice_tasks')
      .set({ number })
      .where('state', '=', 'done')
      .where('job_id', 'in', job_id === null ? named : jobs.where('id', '=', job_id))
      .execute();
  }
}

function jobsNamedIn(document: string): readonly string[] {
  const { lines } = JSON.parse(document) as {
    readonly lines: readonly { readonly documents: readonly { readonly path: string }[] }[];
  };
  const paths = lines.flatMap(({ documents }) => documents.map(({ path }) => path));
  return [...new Set(paths.map((path) => path.split('/')[0] ?? ''))];
}
