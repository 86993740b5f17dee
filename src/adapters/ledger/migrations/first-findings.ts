import { sql } from 'kysely';
import type { Flavour } from '../flavour.ts';
import { type History, index, key, ofRevision, required } from './columns.ts';

export async function makeFindings(db: History, flavour: Flavour): Promise<void> {
  const findings = db.schema
    .createTable('findings')
    .addColumn('id', 'text', key)
    .addColumn('revision_id', 'text', ofRevision)
    .addColumn('ordinal', 'integer', required)
    .addColumn('stage', 'text', required)
    .addColumn('rule', 'text', required)
    .addColumn('start', 'integer', required)
    .addColumn('end', 'integer', required)
    .addColumn('message', 'text', required)
    .addColumn('confidence', sql.raw(flavour.realType), (column) =>
      required(column).check(sql`confidence between 0 and 1`),
    )
    .addColumn('corrections', 'text', required)
    .addColumn('url', 'text')
    .addCheckConstraint('findings_span', sql`"start" >= 0 and "end" >= "start"`)
    .addUniqueConstraint('findings_order', ['revision_id', 'ordinal']);
  await flavour.strict(findings).execute();
}

export async function makeDecisions(db: History, flavour: Flavour): Promise<void> {
  const decisions = db.schema
    .createTable('decisions')
    .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
    .addColumn('finding_id', 'text', (column) =>
      required(column).references('findings.id').onDelete('cascade'),
    )
    .addColumn('decided_by', 'text', required)
    .addColumn('decision', 'text', (column) =>
      required(column).check(sql`decision in ('applied', 'suggested', 'noted')`),
    )
    .addColumn('reason', 'text')
    .addColumn('at', 'text', required);
  await flavour.strict(decisions).execute();
  await index(db, 'decisions_finding', 'decisions').columns(['finding_id', 'seq']).execute();
}
