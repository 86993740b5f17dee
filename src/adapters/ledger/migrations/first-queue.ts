import { sql } from 'kysely';
import type { Flavour } from '../flavour.ts';
import { type History, index, key, ofRevision, required } from './columns.ts';

export async function makeTasks(db: History, flavour: Flavour): Promise<void> {
  const tasks = db.schema
    .createTable('tasks')
    .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
    .addColumn('id', 'text', (column) => required(column).unique())
    .addColumn('revision_id', 'text', ofRevision)
    .addColumn('client', 'text', (column) => required(column).references('clients.name'))
    .addColumn('kind', 'text', required)
    .addColumn('state', 'text', (column) =>
      required(column).check(sql`state in ('waiting', 'leased', 'buried')`),
    )
    .addColumn('run_at', 'text', required)
    .addColumn('due_at', 'text')
    .addColumn('token', 'text')
    .addColumn('attempts', 'integer', (column) => required(column).check(sql`attempts >= 0`))
    .addColumn('error', 'text')
    .addCheckConstraint('tasks_due', sql`(state = 'buried') = (due_at is null)`)
    .addCheckConstraint('tasks_token', sql`(state = 'leased') = (token is not null)`);
  await flavour.strict(tasks).execute();
  await index(db, 'tasks_due_of_client', 'tasks').columns(['client', 'due_at', 'seq']).execute();
  await index(db, 'tasks_revision', 'tasks').columns(['revision_id']).execute();
  await index(db, 'tasks_in_hand', 'tasks')
    .columns(['client', 'due_at'])
    .where(sql.ref('state'), '=', sql.lit('leased'))
    .execute();
  await index(db, 'tasks_waiting_once', 'tasks')
    .unique()
    .columns(['revision_id', 'kind'])
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();
}

export async function makeInvoiceTasks(db: History, flavour: Flavour): Promise<void> {
  const invoiceTasks = db.schema
    .createTable('invoice_tasks')
    .addColumn('job_id', 'text', (column) => key(column).references('jobs.id'))
    .addColumn('state', 'text', (column) =>
      required(column).check(sql`state in ('queued', 'done')`),
    )
    .addColumn('queued_at', 'text', required)
    .addColumn('lines', 'text', required);
  await flavour.strict(invoiceTasks).execute();
}

/** An intent comes before the ledger knows anything of the file, so it points at nothing. */
export async function makeIntents(db: History, flavour: Flavour): Promise<void> {
  const intents = db.schema
    .createTable('intents')
    .addColumn('id', 'text', key)
    .addColumn('client', 'text', required)
    .addColumn('folder', 'text', required)
    .addColumn('bare', 'integer', (column) => required(column).check(sql`bare in (0, 1)`))
    .addColumn('path', 'text', required)
    .addColumn('inbox_path', 'text', required)
    .addColumn('inode', 'text', required)
    .addColumn('size_bytes', flavour.wholeType, required)
    .addColumn('work_path', 'text', required)
    .addColumn('at', 'text', required);
  await flavour.strict(intents).execute();
}

export async function makeEvents(db: History, flavour: Flavour): Promise<void> {
  const events = db.schema
    .createTable('events')
    .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
    .addColumn('code', 'text', required)
    .addColumn('at', 'text', required)
    .addColumn('job_id', 'text', (column) => column.references('jobs.id'))
    .addColumn('revision_id', 'text', (column) => column.references('revisions.id'))
    .addColumn('data', 'text');
  await flavour.strict(events).execute();
}
