import { sql } from 'kysely';
import type { ClientName, RevisionId } from '../../job/job.ts';
import type { Lease, Pending, QueueReads, TaskRequest } from '../../job/records.ts';
import { instant, later } from './instants.ts';
import type { Mint } from './mint.ts';
import { profilesUnderWay } from './revisions.ts';
import type { Db, TaskState } from './tables.ts';

/** Literals, for only then does SQLite use the indices that hold tasks of one state. */
const waiting = sql.lit<TaskState>('waiting');
const leased = sql.lit<TaskState>('leased');

/** Queues a task; false when the same one waits already. One in hand does not count: it may have seen too little. */
export async function enqueue(db: Db, request: TaskRequest, mint: Mint): Promise<boolean> {
  const { kind, revisionId } = request;
  const runAt = instant(request.runAt);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('tasks')
    .values({
      id: mint(),
      revision_id: revisionId,
      client: (eb) =>
        eb
          .selectFrom('revisions')
          .innerJoin('jobs', 'jobs.id', 'revisions.job_id')
          .select('jobs.client')
          .where('revisions.id', '=', revisionId),
      kind,
      state: 'waiting',
      run_at: runAt,
      due_at: runAt,
      attempts: 0,
    })
    .onConflict((conflict) =>
      conflict.columns(['revision_id', 'kind']).where('state', '=', waiting).doNothing(),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export interface Claim {
  readonly now: string;
  readonly leaseMs: number;
  /** Never used before: it fences off whoever held the task earlier. */
  readonly token: string;
}

/**
 * Takes a due task. The client with the fewest tasks in hand comes first, so that one client's thousand documents
 * do not hold up another's single one; then the task that has been due longest; then the one queued first.
 * A lease that has run out is due since its end.
 */
export async function claim(db: Db, { now, leaseMs, token }: Claim): Promise<Lease | undefined> {
  const row = await db
    .updateTable('tasks')
    .set((eb) => ({
      state: 'leased',
      due_at: later(now, leaseMs),
      token,
      attempts: eb('attempts', '+', 1),
    }))
    .where('seq', '=', nextDue(db, instant(now)))
    .returning(['id', 'kind', 'revision_id', 'attempts'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, kind, revision_id: revisionId, attempts } = row;
  return { taskId: id, kind, revisionId, token, attempts };
}

/** Holds a task for longer; false when it was taken away meanwhile. */
export async function heartbeat(db: Db, lease: Lease, until: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tasks')
    .set({ due_at: instant(until) })
    .where('id', '=', lease.taskId)
    .where('token', '=', lease.token)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function complete(db: Db, lease: Lease): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('tasks')
    .where('id', '=', lease.taskId)
    .where('token', '=', lease.token)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Puts a task back, with its attempts. One queued meanwhile for the same work is the same work: it goes. */
export async function retryLater(db: Db, lease: Lease, trouble: Trouble): Promise<boolean> {
  if (!(await holds(db, lease))) return false;
  await db
    .deleteFrom('tasks')
    .where('revision_id', '=', lease.revisionId)
    .where('kind', '=', lease.kind)
    .where('state', '=', waiting)
    .execute();
  const runAt = instant(trouble.runAt);
  await db
    .updateTable('tasks')
    .set({ state: 'waiting', run_at: runAt, due_at: runAt, token: null, error: trouble.error })
    .where('id', '=', lease.taskId)
    .execute();
  return true;
}

export interface Trouble {
  readonly runAt: string;
  readonly error: string;
}

/**
 * Takes every task out of the hands of a process that has ended: they are due since they were queued. What was cut off
 * is no failure, so it does not count as an attempt. How many there were.
 */
export async function freeLeases(db: Db): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('tasks')
    .set((eb) => ({
      state: 'waiting',
      due_at: eb.ref('run_at'),
      token: null,
      attempts: eb('attempts', '-', 1),
    }))
    .where('state', '=', leased)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('tasks as others')
            .select('others.seq')
            .whereRef('others.revision_id', '=', 'tasks.revision_id')
            .whereRef('others.kind', '=', 'tasks.kind')
            .where('others.state', '=', waiting),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Gives a task up for good; it stays on record until its revision is retried or superseded. */
export async function bury(db: Db, lease: Lease, error: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tasks')
    .set({ state: 'buried', due_at: null, token: null, error })
    .where('id', '=', lease.taskId)
    .where('token', '=', lease.token)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** How many tasks are waiting or in hand, and when the next may be taken. */
async function pending(db: Db): Promise<Pending> {
  const { count, next } = await db
    .selectFrom('tasks')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('due_at').as('next')])
    .where('due_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const oldest = await db
    .selectFrom('tasks')
    .select('run_at')
    .where('due_at', 'is not', null)
    .orderBy('run_at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return {
    count: Number(count),
    ...(next !== null && { nextAt: next }),
    ...(oldest && { oldestAt: oldest.run_at }),
  };
}

/** A task in quarantine counts for nothing, and neither does a document that waits for an approval: it has no task. */
async function inWorkByClient(db: Db): Promise<ReadonlyMap<ClientName, number>> {
  const rows = await db
    .selectFrom('tasks')
    .select((eb) => ['client', eb.fn.countAll<number>().as('count')])
    .where('due_at', 'is not', null)
    .groupBy('client')
    .execute();
  return new Map(rows.map(({ client, count }) => [client, Number(count)]));
}

/** What is told of the queue, outside of transactions. */
export function queueReads(outside: () => Db): QueueReads {
  return {
    pending: async () => pending(outside()),
    inWorkByClient: async () => inWorkByClient(outside()),
    profilesUnderWay: async () => profilesUnderWay(outside()),
  };
}

/** Takes all tasks of a revision away, whoever has them in hand. */
export async function dropTasks(db: Db, revisionId: RevisionId): Promise<void> {
  await db.deleteFrom('tasks').where('revision_id', '=', revisionId).execute();
}

/** Looks at the first due task of each client only, so that a long queue costs no more than a short one. */
function nextDue(db: Db, now: string) {
  return db
    .selectFrom(firstsByClient(db, now).as('firsts'))
    .innerJoin('tasks', 'tasks.seq', 'firsts.first')
    .select('tasks.seq')
    .orderBy('firsts.in_hand')
    .orderBy('tasks.due_at')
    .orderBy('tasks.seq')
    .limit(1);
}

function firstsByClient(db: Db, now: string) {
  return db.selectFrom('clients').select((eb) => [
    eb
      .selectFrom('tasks')
      .select('tasks.seq')
      .whereRef('tasks.client', '=', 'clients.name')
      .where('tasks.due_at', '<=', now)
      .orderBy('tasks.due_at')
      .orderBy('tasks.seq')
      .limit(1)
      .as('first'),
    eb
      .selectFrom('tasks')
      .select((tasks) => tasks.fn.countAll<number>().as('count'))
      .whereRef('tasks.client', '=', 'clients.name')
      .where('tasks.state', '=', leased)
      .where('tasks.due_at', '>', now)
      .as('in_hand'),
  ]);
}

async function holds(db: Db, lease: Lease): Promise<boolean> {
  const row = await db
    .selectFrom('tasks')
    .select('id')
    .where('id', '=', lease.taskId)
    .where('token', '=', lease.token)
    .executeTakeFirst();
  return row !== undefined;
}
