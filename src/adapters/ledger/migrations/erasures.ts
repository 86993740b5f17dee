import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { required } from './columns.ts';

/** When a job's documents or a client's details were erased, and what of them is still to be taken from the disk. */
export function erasures(flavour: Flavour): Migration {
  return {
    async up(db) {
      await db.schema.alterTable('jobs').addColumn('erased_at', 'text').execute();
      await db.schema.alterTable('clients').addColumn('erased_at', 'text').execute();
      const leftovers = db.schema
        .createTable('leftovers')
        .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
        .addColumn('kind', 'text', (column) =>
          required(column).check(sql`kind in ('content', 'path')`),
        )
        .addColumn('what', 'text', required);
      await flavour.strict(leftovers).execute();
    },
  };
}
