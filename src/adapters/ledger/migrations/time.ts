import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { index, key, required } from './columns.ts';

/** Time spent, clients with a retainer, and the months that were invoiced. */
export function time(flavour: Flavour): Migration {
  return {
    async up(db) {
      const entries = db.schema
        .createTable('time_entries')
        .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
        .addColumn('person', 'text', required)
        .addColumn('client', 'text', (column) => required(column).references('clients.name'))
        .addColumn('job_id', 'text', (column) => column.references('jobs.id'))
        .addColumn('service', 'text')
        .addColumn('training', 'text')
        .addColumn('day', 'text', required)
        .addColumn('started_at', 'text')
        .addColumn('minutes', 'integer', (column) => column.check(sql`minutes >= 1`))
        .addColumn('note', 'text', required)
        .addColumn('number', 'text', (column) => column.references('invoices.number'))
        .addColumn('dropped', 'text')
        .addCheckConstraint(
          'time_entries_known',
          sql`minutes is not null or started_at is not null`,
        );
      await flavour.strict(entries).execute();
      await index(db, 'time_entries_running', 'time_entries')
        .unique()
        .columns(['person'])
        .where(sql<boolean>`minutes is null and dropped is null`)
        .execute();
      await index(db, 'time_entries_client', 'time_entries').columns(['client']).execute();
      const retainers = db.schema
        .createTable('retainers')
        .addColumn('client', 'text', (column) => key(column).references('clients.name'))
        .addColumn('since', 'text', required);
      await flavour.strict(retainers).execute();
      const months = db.schema
        .createTable('invoiced_months')
        .addColumn('client', 'text', (column) => required(column).references('clients.name'))
        .addColumn('period', 'text', required)
        .addColumn('number', 'text', (column) => required(column).references('invoices.number'))
        .addColumn('retainer', 'text')
        .addColumn('included_words', 'integer', required)
        .addColumn('used_words', 'integer', required)
        .addColumn('included_minutes', 'integer', required)
        .addColumn('used_minutes', 'integer', required)
        .addUniqueConstraint('invoiced_months_once', ['client', 'period']);
      await flavour.strict(months).execute();
    },
  };
}
