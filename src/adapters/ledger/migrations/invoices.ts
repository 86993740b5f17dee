import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { index, key, required } from './columns.ts';

/** Invoices and credit notes: numbered when they are issued, then never changed. */
export function invoices(flavour: Flavour): Migration {
  return {
    async up(db) {
      const table = db.schema
        .createTable('invoices')
        .addColumn('number', 'text', key)
        .addColumn('series', 'text', required)
        .addColumn('year', 'integer', required)
        .addColumn('ordinal', 'integer', (column) => required(column).check(sql`ordinal >= 1`))
        .addColumn('kind', 'text', (column) =>
          required(column).check(sql`kind in ('invoice', 'credit-note')`),
        )
        .addColumn('state', 'text', (column) =>
          required(column).check(sql`state in ('intended', 'issued')`),
        )
        .addColumn('client', 'text', (column) => required(column).references('clients.name'))
        .addColumn('job_id', 'text', (column) => column.references('jobs.id'))
        .addColumn('credits', 'text', (column) => column.unique().references('invoices.number'))
        .addColumn('issued_on', 'text', required)
        .addColumn('due_on', 'text', required)
        .addColumn('currency', 'text', required)
        .addColumn('gross', 'text', required)
        .addColumn('reference', 'text', (column) => required(column).unique())
        .addColumn('document', 'text', required)
        .addCheckConstraint('invoices_credits', sql`(kind = 'credit-note') = (credits is not null)`)
        .addUniqueConstraint('invoices_ordinal', ['series', 'year', 'ordinal']);
      await flavour.strict(table).execute();
      await index(db, 'invoices_intended', 'invoices')
        .columns(['state'])
        .where(sql.ref('state'), '=', sql.lit('intended'))
        .execute();
      await index(db, 'invoices_job', 'invoices').columns(['job_id']).execute();
      await index(db, 'events_job', 'events').columns(['job_id', 'code']).execute();
    },
  };
}
