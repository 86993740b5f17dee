import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { index, key, required } from './columns.ts';

/** Bank statements, their movements, what each was given to, and the receipts. */
export function deposits(flavour: Flavour): Migration {
  return {
    async up(db) {
      const files = db.schema
        .createTable('bank_files')
        .addColumn('hash', 'text', key)
        .addColumn('name', 'text', required)
        .addColumn('format', 'text', required)
        .addColumn('imported_at', 'text', required);
      await flavour.strict(files).execute();
      const entries = db.schema
        .createTable('bank_entries')
        .addColumn('id', 'text', key)
        .addColumn('file', 'text', (column) => required(column).references('bank_files.hash'))
        .addColumn('booked_on', 'text', required)
        .addColumn('currency', 'text', required)
        .addColumn('amount', 'text', required)
        .addColumn('payer', 'text')
        .addColumn('words', 'text', required)
        .addColumn('state', 'text', (column) =>
          required(column).check(sql`state in ('allocated', 'open', 'ignored')`),
        )
        .addColumn('remark', 'text');
      await flavour.strict(entries).execute();
      await index(db, 'bank_entries_open', 'bank_entries')
        .columns(['booked_on'])
        .where(sql.ref('state'), '=', sql.lit('open'))
        .execute();
      const allocations = db.schema
        .createTable('allocations')
        .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
        .addColumn('entry_id', 'text', (column) => required(column).references('bank_entries.id'))
        .addColumn('number', 'text', (column) => required(column).references('invoices.number'))
        .addColumn('amount', 'text', required)
        .addColumn('decided_by', 'text', required)
        .addColumn('at', 'text', required);
      await flavour.strict(allocations).execute();
      await index(db, 'allocations_number', 'allocations').columns(['number']).execute();
      const receipts = db.schema
        .createTable('receipts')
        .addColumn('number', 'text', (column) => key(column).references('invoices.number'))
        .addColumn('state', 'text', (column) =>
          required(column).check(sql`state in ('intended', 'issued', 'void')`),
        )
        .addColumn('paid_on', 'text', required);
      await flavour.strict(receipts).execute();
    },
  };
}
