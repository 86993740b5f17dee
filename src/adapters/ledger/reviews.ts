import { sql } from 'kysely';
import type { TextEdit } from '../../core/edit.ts';
import type { ClientName, Job, JobId, RevisionId } from '../../job/job.ts';
import type {
  ClientVerdict,
  NewQuery,
  NewReturn,
  Proposal,
  ReturnRecord,
  Round,
  RoundState,
} from '../../job/reviews.ts';
import { findings } from './findings.ts';
import { jobColumns, jobOf } from './jobs.ts';
import type { Db } from './tables.ts';

/** Who decides on a finding after the pipeline's policy. */
const client = 'client';

/** A job by its name in the outbox. */
export async function jobCalled(db: Db, owner: ClientName, name: string): Promise<Job | undefined> {
  const row = await db
    .selectFrom('jobs')
    .select(jobColumns)
    .where('client', '=', owner)
    .where('name', '=', name)
    .executeTakeFirst();
  return row && jobOf(row);
}

export async function rounds(db: Db, jobId: JobId): Promise<readonly Round[]> {
  const rows = await db
    .selectFrom('reviews')
    .selectAll()
    .where('job_id', '=', jobId)
    .orderBy('round')
    .execute();
  return rows.map(roundOf);
}

/** The last round of every job whose invoice is not queued yet. */
export async function lastRounds(db: Db): Promise<readonly Round[]> {
  const rows = await db
    .selectFrom('reviews')
    .innerJoin('jobs', 'jobs.id', 'reviews.job_id')
    .selectAll('reviews')
    .where('reviews.state', '<>', sql.lit<RoundState>('closed'))
    .where('jobs.state', '=', 'working')
    .orderBy('reviews.job_id')
    .orderBy('reviews.round')
    .execute();
  return [...new Map(rows.map((row) => [row.job_id, roundOf(row)])).values()];
}

interface RoundRow {
  readonly job_id: JobId;
  readonly round: number;
  readonly state: Round['state'];
  readonly opened_at: string;
  readonly returned_at: string | null;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
  readonly minutes: number;
}

function roundOf({ job_id, opened_at, returned_at, closed_at, closed_by, ...row }: RoundRow) {
  return {
    ...row,
    jobId: job_id,
    openedAt: opened_at,
    ...(returned_at !== null && { returnedAt: returned_at }),
    ...(closed_at !== null && { closedAt: closed_at }),
    ...(closed_by !== null && { closedBy: closed_by }),
  };
}

export async function putRound(db: Db, round: Round): Promise<void> {
  const known = {
    state: round.state,
    opened_at: round.openedAt,
    returned_at: round.returnedAt ?? null,
    closed_at: round.closedAt ?? null,
    closed_by: round.closedBy ?? null,
    minutes: round.minutes,
  };
  await db
    .insertInto('reviews')
    .values({ job_id: round.jobId, round: round.round, ...known })
    .onConflict((conflict) => conflict.columns(['job_id', 'round']).doUpdateSet(known))
    .execute();
}

/** The findings of a revision, each with its newest decision, and whether it was ever applied. */
export async function proposals(db: Db, revisionId: RevisionId): Promise<readonly Proposal[]> {
  const decided = await findings(db, revisionId);
  const rows = await db
    .selectFrom('findings')
    .select(['id'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('decisions')
            .select('decisions.seq')
            .whereRef('decisions.finding_id', '=', 'findings.id')
            .where('decisions.decision', '=', 'applied'),
        )
        .as('proposed'),
    )
    .where('revision_id', '=', revisionId)
    .orderBy('ordinal')
    .execute();
  return rows.flatMap(({ id, proposed }, index) => {
    const finding = decided[index];
    return finding ? [{ id, finding, proposed: Boolean(proposed) }] : [];
  });
}

export async function returns(db: Db, jobId: JobId): Promise<readonly ReturnRecord[]> {
  const rows = await db
    .selectFrom('returns')
    .selectAll()
    .where('job_id', '=', jobId)
    .orderBy('seq')
    .execute();
  return rows.map(({ job_id, revision_id, changes, seq, ...row }) => ({
    ...row,
    seq: Number(seq),
    jobId: job_id,
    revisionId: revision_id,
    changes: editsIn(changes),
  }));
}

/** Only this file writes the columns that it reads as edits. */
function editsIn(json: string): readonly TextEdit[] {
  return JSON.parse(json) as readonly TextEdit[];
}

export interface FreshReturn extends NewReturn {
  readonly verdicts: readonly ClientVerdict[];
  readonly queries: readonly NewQuery[];
}

export async function addReturn(db: Db, fresh: FreshReturn): Promise<void> {
  const { seq } = await db
    .insertInto('returns')
    .values({
      job_id: fresh.jobId,
      round: fresh.round,
      revision_id: fresh.revisionId,
      path: fresh.path,
      hash: fresh.hash,
      changes: JSON.stringify(fresh.changes),
      at: fresh.at,
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  await addVerdicts(db, fresh.verdicts, fresh.at);
  for (const { kind, findingId, edit, makeable, note } of fresh.queries) {
    await db
      .insertInto('queries')
      .values({
        return_seq: seq,
        kind,
        finding_id: findingId ?? null,
        edit: JSON.stringify(edit),
        makeable: makeable ? 1 : 0,
        note,
        answer: null,
        wording: null,
        answered_by: null,
        answered_at: null,
      })
      .execute();
  }
  await db.deleteFrom('acceptances').where('revision_id', '=', fresh.revisionId).execute();
}

export async function addVerdicts(
  db: Db,
  verdicts: readonly ClientVerdict[],
  at: string,
): Promise<void> {
  for (const { findingId, decision, reason } of verdicts) {
    await db
      .insertInto('decisions')
      .values({ finding_id: findingId, decided_by: client, decision, reason, at })
      .execute();
  }
}
