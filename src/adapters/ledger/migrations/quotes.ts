import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { index, key, required } from './columns.ts';

/** Quotes, and what the client decided of them. */
export function quotes(flavour: Flavour): Migration {
  return {
    async up(db) {
      const table = db.schema
        .createTable('quotes')
        .addColumn('number', 'text', key)
        .addColumn('year', 'integer', required)
        .addColumn('ordinal', 'integer', required)
        .addColumn('job_id', 'text', (column) => required(column).references('jobs.id'))
        .addColumn('hash', 'text', required)
        .addColumn('state', 'text', (column) =>
          required(column).check(sql`state in ('open', 'approved', 'declined', 'expired', 'void')`),
        )
        .addColumn('written', 'integer', (column) => required(column).check(sql`written in (0, 1)`))
        .addColumn('document', 'text', required)
        .addColumn('decided_by', 'text')
        .addColumn('decided_at', 'text')
        .addUniqueConstraint('quotes_ordinal', ['year', 'ordinal']);
      await flavour.strict(table).execute();
      await index(db, 'quotes_standing', 'quotes')
        .unique()
        .columns(['job_id'])
        .where(sql.ref('state'), 'in', [sql.lit('open'), sql.lit('approved')])
        .execute();
      await index(db, 'quotes_job', 'quotes').columns(['job_id']).execute();
    },
  };
}
