import type { TextEdit } from '../../core/edit.ts';
import type { DecidedFinding } from '../../core/finding.ts';
import type { RevisionId } from '../../job/job.ts';
import type { Mint } from './mint.ts';
import type { Db } from './tables.ts';

/**
 * Rows in one statement. Databases take some tens of thousands of values a statement, and these have up to eleven
 * a row; beyond a hundred rows nothing gets faster, and a statement of always the same length is prepared once.
 */
const rowsPerInsertMax = 100;

/** Who decides first: the pipeline's policy. A client's word comes as a further decision. */
const policy = 'policy';

/** Replaces the findings of a revision, and with them all decisions on the old ones. */
export async function putFindings(db: Db, proofread: Findings, mint: Mint): Promise<void> {
  const { revisionId, findings: decided, at } = proofread;
  await db.deleteFrom('findings').where('revision_id', '=', revisionId).execute();
  for (let from = 0; from < decided.length; from += rowsPerInsertMax) {
    const rows = decided.slice(from, from + rowsPerInsertMax).map((finding, index) => {
      return { ...finding, id: mint(), ordinal: from + index };
    });
    const found = rows.map((row) => findingRow(revisionId, row));
    await db.insertInto('findings').values(found).execute();
    const decisions = rows.map(({ id, decision, reason }) => {
      return { finding_id: id, decided_by: policy, decision, reason: reason ?? null, at };
    });
    await db.insertInto('decisions').values(decisions).execute();
  }
}

export interface Findings {
  readonly revisionId: RevisionId;
  readonly findings: readonly DecidedFinding[];
  readonly at: string;
}

/** The findings of a revision in the order they were put, each with its newest decision. */
export async function findings(db: Db, revisionId: RevisionId): Promise<readonly DecidedFinding[]> {
  const rows = await db
    .selectFrom('findings')
    .innerJoin('decisions', 'decisions.finding_id', 'findings.id')
    .selectAll('findings')
    .select(['decisions.decision', 'decisions.reason'])
    .where('findings.revision_id', '=', revisionId)
    .where('decisions.seq', '=', (eb) =>
      eb
        .selectFrom('decisions as later')
        .select((newest) => newest.fn.max('later.seq').as('seq'))
        .whereRef('later.finding_id', '=', 'findings.id'),
    )
    .orderBy('findings.ordinal')
    .execute();
  return rows.map((row) => ({
    stage: row.stage,
    rule: row.rule,
    span: { start: row.start, end: row.end },
    message: row.message,
    confidence: row.confidence,
    corrections: editsIn(row.corrections),
    ...(row.url !== null && { url: row.url }),
    decision: row.decision,
    ...(row.reason !== null && { reason: row.reason }),
  }));
}

type NumberedFinding = DecidedFinding & { readonly id: string; readonly ordinal: number };

function findingRow(revisionId: RevisionId, finding: NumberedFinding) {
  return {
    id: finding.id,
    revision_id: revisionId,
    ordinal: finding.ordinal,
    stage: finding.stage,
    rule: finding.rule,
    start: finding.span.start,
    end: finding.span.end,
    message: finding.message,
    confidence: finding.confidence,
    corrections: JSON.stringify(finding.corrections),
    url: finding.url ?? null,
  };
}

/** Only `findingRow` writes this column. */
function editsIn(json: string): readonly TextEdit[] {
  return JSON.parse(json) as readonly TextEdit[];
}
