import { sql } from 'kysely';
import type { Flavour } from '../flavour.ts';
import { type History, index, key, ofRevision, required } from './columns.ts';

export async function makeDocuments(db: History, flavour: Flavour): Promise<void> {
  const documents = db.schema
    .createTable('documents')
    .addColumn('id', 'text', key)
    .addColumn('client', 'text', (column) => required(column).references('clients.name'))
    .addColumn('folder', 'text', required)
    .addColumn('path', 'text', required)
    .addUniqueConstraint('documents_place', ['client', 'folder', 'path']);
  await flavour.strict(documents).execute();
}

export async function makeRevisions(db: History, flavour: Flavour): Promise<void> {
  const revisions = db.schema
    .createTable('revisions')
    .addColumn('id', 'text', key)
    .addColumn('document_id', 'text', (column) => required(column).references('documents.id'))
    .addColumn('job_id', 'text', (column) => required(column).references('jobs.id'))
    .addColumn('number', 'integer', (column) => required(column).check(sql`number >= 1`))
    .addColumn('state', 'text', (column) => required(column).check(revisionStates))
    .addColumn('profile', 'text', required)
    .addColumn('size_bytes', flavour.wholeType, required)
    .addColumn('received_at', 'text', required)
    .addColumn('words', 'integer')
    .addColumn('failure_code', 'text')
    .addColumn('failure_detail', 'text')
    .addCheckConstraint('revisions_reason', sql`state <> 'quarantined' or failure_code is not null`)
    .addCheckConstraint('revisions_failure', sql`(failure_code is null) = (failure_detail is null)`)
    .addUniqueConstraint('revisions_number', ['document_id', 'number']);
  await flavour.strict(revisions).execute();
  await index(db, 'revisions_job', 'revisions')
    .columns(['job_id', 'document_id', 'number', 'state'])
    .execute();
  await index(db, 'revisions_quarantined', 'revisions')
    .columns(['job_id', 'received_at'])
    .where(sql.ref('state'), '=', sql.lit('quarantined'))
    .execute();
}

const revisionStates = sql`state in ('received', 'extracted', 'proofread', 'arbitrated', 'applied',
  'delivered', 'quarantined', 'withdrawn', 'superseded')`;

export async function makeArtifacts(db: History, flavour: Flavour): Promise<void> {
  const artifacts = db.schema
    .createTable('artifacts')
    .addColumn('revision_id', 'text', ofRevision)
    .addColumn('kind', 'text', required)
    .addColumn('hash', 'text', required)
    .addPrimaryKeyConstraint('artifacts_key', ['revision_id', 'kind']);
  await flavour.strict(artifacts).execute();
  await index(db, 'artifacts_hash', 'artifacts').columns(['hash', 'kind']).execute();
}
