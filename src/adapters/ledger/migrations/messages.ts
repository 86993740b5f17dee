import { type ColumnDefinitionBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { type History, index, key, required } from './columns.ts';

/** Messages to clients, and up to which event they were told. */
export function messages(flavour: Flavour): Migration {
  return {
    async up(db) {
      await makeMessages(db, flavour, (column) => required(column));
      const told = db.schema
        .createTable('told_events')
        .addColumn('id', 'integer', (column) => key(column).check(sql`id = 1`))
        .addColumn('seq', 'integer', required);
      await flavour.strict(told).execute();
      const held = db.schema
        .createTable('held_events')
        .addColumn('seq', 'integer', (column) => key(column));
      await flavour.strict(held).execute();
      await index(db, 'events_code', 'events').columns(['code']).execute();
      // What happened before there were messages is history, not news.
      await sql`insert into told_events (id, seq) select 1, coalesce(max(seq), 0) from events`.execute(
        db,
      );
    },
  };
}

/** The table with its index; `client` says whether a message must belong to one. */
export async function makeMessages(
  db: History,
  flavour: Flavour,
  client: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder,
): Promise<void> {
  const table = db.schema
    .createTable('messages')
    .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
    .addColumn('key', 'text', (column) => required(column).unique())
    .addColumn('message_id', 'text', (column) => required(column).unique())
    .addColumn('about', 'text', required)
    .addColumn('client', 'text', (column) => client(column).references('clients.name'))
    .addColumn('job_id', 'text', (column) => column.references('jobs.id'))
    .addColumn('recipient', 'text', required)
    .addColumn('subject', 'text', required)
    .addColumn('mail', 'text', required)
    .addColumn('state', 'text', (column) =>
      required(column).check(
        sql`state in ('pending', 'sending', 'sent', 'uncertain', 'failed', 'skipped')`,
      ),
    )
    .addColumn('remark', 'text')
    .addColumn('attempts', 'integer', (column) => required(column).check(sql`attempts >= 0`))
    .addColumn('run_at', 'text', required)
    .addColumn('made_at', 'text', required);
  await flavour.strict(table).execute();
  await index(db, 'messages_under_way', 'messages')
    .columns(['state'])
    .where(sql.ref('state'), 'in', [sql.lit('pending'), sql.lit('sending')])
    .execute();
}
