import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the ledger says, read with nothing of the program's own. */
export interface LedgerFacts {
  readonly revisions: readonly RevisionFact[];
  readonly jobs: readonly JobFact[];
  readonly invoices: readonly InvoiceFact[];
  /** Events that must be there once and are there more often, each as `code of id`. */
  readonly repeatedEvents: readonly string[];
  /** Files that were worked on before, each time one was set aside: `client/folder/path`. */
  readonly setAside: readonly string[];
  readonly intents: number;
  readonly tasks: number;
}

export interface RevisionFact {
  readonly id: string;
  readonly client: string;
  readonly job: string;
  readonly folder: string;
  readonly path: string;
  readonly state: string;
  readonly original: string;
  readonly words: number | null;
  /** How often it was told that this one was delivered. */
  readonly deliveries: number;
}

export interface JobFact {
  readonly id: string;
  readonly client: string;
  readonly name: string;
  readonly state: string;
  readonly invoiceTasks: number;
  /** The lines of its invoice task, as `path: words`. */
  readonly lines: readonly string[];
}

interface InvoiceFact {
  readonly number: string;
  readonly series: string;
  readonly year: number;
  readonly ordinal: number;
  readonly state: string;
  readonly jobId: string | null;
}

export function ledgerFacts(root: string): LedgerFacts {
  return looking(root, (all) => ({
    revisions: all<RevisionFact>(revisionsSql),
    jobs: all<JobFact & { taskLines: string | null }>(jobsSql).map(({ taskLines, ...job }) => ({
      ...job,
      lines: linesOf(taskLines),
    })),
    invoices: all<InvoiceFact>(
      'select number, series, year, ordinal, state, job_id as jobId from invoices order by series, year, ordinal',
    ),
    repeatedEvents: all<{ what: string }>(repeatedSql).map(({ what }) => what),
    setAside: all<{ data: string }>(
      "select data from events where code = 'document-same-before'",
    ).map(({ data }) => placeOf(JSON.parse(data))),
    intents: all('select id from intents').length,
    tasks: all("select id from tasks where state <> 'buried'").length,
  }));
}

/** How far a desk has come; quick to find out however much it has done. */
export interface Progress {
  readonly documents: number;
  /** Delivered or in quarantine. */
  readonly done: number;
  readonly open: number;
  /** Jobs that quarantine does not hold up and that are not invoiced. */
  readonly jobsLeft: number;
}

export function progressOf(root: string): Progress {
  return looking(root, (all) => {
    const [progress] = all<Progress>(progressSql);
    if (!progress) throw new Error('the ledger says nothing');
    return progress;
  });
}

/** `ok`, or what is wrong with the ledger. */
export function ledgerIntegrity(root: string): string {
  return looking(root, (all) =>
    all<{ integrity_check: string }>('pragma integrity_check')
      .map((row) => row.integrity_check)
      .join('; '),
  );
}

type All = <Row>(sql: string) => readonly Row[];

function looking<T>(root: string, look: (all: All) => T): T {
  const file = join(root, '.proofdesk', 'ledger.sqlite');
  const ledger = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  try {
    return look(<Row>(sql: string) => ledger.prepare(sql).all() as unknown as readonly Row[]);
  } finally {
    ledger.close();
  }
}

function placeOf(data: { client: string; folder: string; path: string }): string {
  return `${data.client}/${data.folder}/${data.path}`;
}

interface Line {
  readonly description: string;
  readonly quantity: number;
  readonly twin?: true;
}

function linesOf(text: string | null): readonly string[] {
  const lines = JSON.parse(text ?? '[]') as readonly Line[];
  return lines
    .map(({ description, quantity, twin }) =>
      twin ? `${description} (the same text)` : `${description}: ${quantity}`,
    )
    .sort();
}

const revisionsSql = `
  select r.id, j.client, j.name as job, d.folder, d.path, r.state, a.hash as original, r.words,
    (select count(*) from events e where e.revision_id = r.id and e.code = 'document-delivered') as deliveries
  from revisions r join documents d on d.id = r.document_id join jobs j on j.id = r.job_id
  join artifacts a on a.revision_id = r.id and a.kind = 'original'`;

const jobsSql = `
  select j.id, j.client, j.name, j.state,
    (select count(*) from invoice_tasks t where t.job_id = j.id) as invoiceTasks,
    (select lines from invoice_tasks t where t.job_id = j.id) as taskLines
  from jobs j`;

const repeatedSql = `
  select code || ' of ' || coalesce(revision_id, job_id) as what from events
  where code in ('document-received', 'document-delivered', 'invoice-queued', 'job-closed', 'invoice-issued')
  group by code, coalesce(revision_id, job_id) having count(*) > 1`;

const progressSql = `
  select (select count(*) from revisions) as documents,
    (select count(*) from revisions where state in ('delivered', 'quarantined')) as done,
    (select count(*) from intents) + (select count(*) from tasks where state <> 'buried') as open,
    (select count(*) from jobs j
      where not exists (select 1 from revisions r where r.job_id = j.id and r.state = 'quarantined')
      and not exists (select 1 from invoices i where i.job_id = j.id and i.state = 'issued')) as jobsLeft`;
