import type { AuditFindings, AuditHead } from '../../job/audit.ts';
import { digestOf, headText, sealOf } from './audit-chain.ts';
import type { Db } from './tables.ts';

/** So many records are read at a time; a trail of years need not fit into memory. */
const pageLength = 2_000;

/** Where the trail stands, or undefined while there are no records. */
export async function auditHead(db: Db): Promise<AuditHead | undefined> {
  const last = await lastRecord(db);
  return last && headText(last.seq, last.seal);
}

/** The newest record; within a transaction nobody writes another after it. */
export async function lastRecord(
  db: Db,
): Promise<{ readonly seq: number; readonly seal: string } | undefined> {
  return db
    .selectFrom('events')
    .select(['seq', 'seal'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/**
 * Seals every record anew and compares, up to the first that is not as it was written.
 * `noted` are heads that were noted outside of the ledger; each must be in the trail.
 */
export async function checkAudit(db: Db, noted: readonly AuditHead[]): Promise<AuditFindings> {
  const strangers = new Set(noted);
  let seal = '';
  let records = 0;
  let erased = 0;
  let head: AuditHead | undefined;
  for await (const row of recordsOf(db)) {
    const sentence = faultOf(row, seal);
    if (sentence) {
      const broken = { record: row.seq, sentence };
      return { records, erased, ...(head && { head }), broken, strangers: [...strangers] };
    }
    records += 1;
    seal = row.seal;
    head = headText(row.seq, seal);
    strangers.delete(head);
    if (row.data === null && row.data_digest !== null) erased += 1;
  }
  return { records, erased, ...(head && { head }), strangers: [...strangers] };
}

type EventRow = Awaited<ReturnType<typeof page>>[number];

async function* recordsOf(db: Db): AsyncGenerator<EventRow> {
  let last = 0;
  for (;;) {
    const rows = await page(db, last);
    yield* rows;
    const end = rows.at(-1);
    if (!end) return;
    last = end.seq;
  }
}

async function page(db: Db, after: number) {
  return db
    .selectFrom('events')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(pageLength)
    .execute();
}

function faultOf(row: EventRow, before: string): string | undefined {
  const { code, at, job_id: jobId, revision_id: revisionId, data, data_digest: dataDigest } = row;
  const name = `Record ${row.seq} (${code}, ${at})`;
  if (sealOf(before, { code, at, jobId, revisionId, dataDigest }) !== row.seal) {
    return `${name} is not as it was written, or a record before it was changed, added or taken away.`;
  }
  if (data !== null && !isAsWritten(data, row)) {
    return `The details of record ${row.seq} (${code}, ${at}) are not as they were written.`;
  }
  return undefined;
}

/** What no program of ours wrote cannot be read either. */
function isAsWritten(data: string, { data_salt: salt, data_digest: digest }: EventRow): boolean {
  try {
    return salt !== null && digestOf(salt, data) === digest;
  } catch {
    return false;
  }
}
