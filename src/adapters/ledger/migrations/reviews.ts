import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { type History, index, ofRevision, required } from './columns.ts';

/** Rounds of review, what clients send back, what has to be asked, and what they accepted. */
export function reviews(flavour: Flavour): Migration {
  return {
    async up(db) {
      await makeRounds(db, flavour);
      await makeReturns(db, flavour);
      await makeQueries(db, flavour);
      await makeAcceptances(db, flavour);
    },
  };
}

async function makeRounds(db: History, flavour: Flavour): Promise<void> {
  const rounds = db.schema
    .createTable('reviews')
    .addColumn('job_id', 'text', (column) => required(column).references('jobs.id'))
    .addColumn('round', 'integer', (column) => required(column).check(sql`round >= 1`))
    .addColumn('state', 'text', (column) =>
      required(column).check(sql`state in ('pending', 'open', 'returned', 'accepted', 'closed')`),
    )
    .addColumn('opened_at', 'text', required)
    .addColumn('returned_at', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('minutes', 'integer', (column) => required(column).check(sql`minutes >= 0`))
    .addPrimaryKeyConstraint('reviews_key', ['job_id', 'round']);
  await flavour.strict(rounds).execute();
  await index(db, 'reviews_going_on', 'reviews')
    .columns(['job_id', 'round'])
    .where(sql.ref('state'), '<>', sql.lit('closed'))
    .execute();
  const placed = db.schema
    .createTable('placed')
    .addColumn('revision_id', 'text', ofRevision)
    .addColumn('kind', 'text', required)
    .addColumn('path', 'text', required)
    .addPrimaryKeyConstraint('placed_key', ['revision_id', 'kind']);
  await flavour.strict(placed).execute();
}

async function makeReturns(db: History, flavour: Flavour): Promise<void> {
  const returns = db.schema
    .createTable('returns')
    .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
    .addColumn('job_id', 'text', (column) => required(column).references('jobs.id'))
    .addColumn('round', 'integer', required)
    .addColumn('revision_id', 'text', ofRevision)
    .addColumn('path', 'text', required)
    .addColumn('hash', 'text', required)
    .addColumn('changes', 'text', required)
    .addColumn('at', 'text', required);
  await flavour.strict(returns).execute();
  await index(db, 'returns_job', 'returns').columns(['job_id', 'seq']).execute();
  await index(db, 'returns_revision', 'returns').columns(['revision_id', 'seq']).execute();
}

async function makeQueries(db: History, flavour: Flavour): Promise<void> {
  const queries = db.schema
    .createTable('queries')
    .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
    .addColumn('return_seq', flavour.wholeType, (column) =>
      required(column).references('returns.seq'),
    )
    .addColumn('kind', 'text', (column) =>
      required(column).check(sql`kind in ('left-open', 'change', 'wording')`),
    )
    .addColumn('finding_id', 'text', (column) => column.references('findings.id'))
    .addColumn('edit', 'text', required)
    .addColumn('makeable', 'integer', (column) => required(column).check(sql`makeable in (0, 1)`))
    .addColumn('note', 'text', required)
    .addColumn('answer', 'text', (column) => column.check(sql`answer in ('yes', 'no')`))
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text');
  await flavour.strict(queries).execute();
  await index(db, 'queries_finding', 'queries').columns(['finding_id']).execute();
  await index(db, 'queries_return', 'queries').columns(['return_seq']).execute();
}

async function makeAcceptances(db: History, flavour: Flavour): Promise<void> {
  const acceptances = db.schema
    .createTable('acceptances')
    .addColumn('revision_id', 'text', (column) => ofRevision(column).primaryKey())
    .addColumn('accepted_by', 'text', required)
    .addColumn('at', 'text', required);
  await flavour.strict(acceptances).execute();
}
