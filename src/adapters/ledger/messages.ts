import { sql } from 'kysely';
import type { ClientName, JobId } from '../../job/job.ts';
import type { Message, MessageMove, MessageState, PastEvent } from '../../job/messages.ts';
import type { Db, LedgerTables } from './tables.ts';

/** Records a message as it was made. False when there is one of that key. */
export async function addMessage(db: Db, message: Message): Promise<boolean> {
  const { messageId, client, jobId, remark, runAt, madeAt, ...same } = message;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('messages')
    .values({
      ...same,
      message_id: messageId,
      client: client ?? null,
      job_id: jobId ?? null,
      remark: remark ?? null,
      run_at: runAt,
      made_at: madeAt,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Moves a message on if it is where it is thought to be. */
export async function moveMessage(db: Db, key: string, move: MessageMove): Promise<boolean> {
  const { from, to, remark, attempts, runAt } = move;
  const { numUpdatedRows } = await db
    .updateTable('messages')
    .set({
      state: to,
      remark: remark ?? null,
      ...(attempts !== undefined && { attempts }),
      ...(runAt !== undefined && { run_at: runAt }),
    })
    .where('key', '=', key)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Messages in the order in which they were made. */
export async function messages(
  db: Db,
  which: { readonly state?: MessageState } = {},
): Promise<readonly Message[]> {
  let query = db.selectFrom('messages').selectAll();
  if (which.state) query = query.where('state', '=', sql.lit(which.state));
  const rows = await query.orderBy('seq').execute();
  return rows.map(({ seq: _, message_id, client, job_id, remark, run_at, made_at, ...same }) => ({
    ...same,
    messageId: message_id,
    runAt: run_at,
    madeAt: made_at,
    ...(client !== null && { client }),
    ...(job_id !== null && { jobId: job_id }),
    ...(remark !== null && { remark }),
  }));
}

/** Events that no client was told of yet: those that were held back, and those after the mark. */
export async function untoldEvents(db: Db, limit: number): Promise<readonly PastEvent[]> {
  const held = await eventsIn(db)
    .where('events.seq', 'in', db.selectFrom('held_events').select('held_events.seq'))
    .orderBy('events.seq')
    .execute();
  const fresh = await eventsIn(db)
    .where('events.seq', '>', (eb) => eb.selectFrom('told_events').select('told_events.seq'))
    .orderBy('events.seq')
    .limit(limit)
    .execute();
  return [...held, ...fresh].map(eventOf);
}

/** Everything up to `seq` is told, but for what is held back. */
export async function markTold(db: Db, seq: number, held: readonly number[]): Promise<void> {
  await db.updateTable('told_events').set({ seq }).where('seq', '<', seq).execute();
  await db.deleteFrom('held_events').execute();
  if (held.length === 0) return;
  await db
    .insertInto('held_events')
    .values(held.map((one) => ({ seq: one })))
    .execute();
}

/** What happened to a client's jobs, the newest first. */
export async function clientEvents(
  db: Db,
  client: ClientName,
  limit: number,
): Promise<readonly PastEvent[]> {
  const rows = await eventsIn(db)
    .where('jobs.client', '=', client)
    .orderBy('events.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(eventOf);
}

/** All events of one code, the oldest first. */
export async function eventsCalled(
  db: Db,
  code: string,
  jobId?: JobId,
): Promise<readonly PastEvent[]> {
  let query = eventsIn(db).where('events.code', '=', code);
  if (jobId) query = query.where('events.job_id', '=', jobId);
  return (await query.orderBy('events.seq').execute()).map(eventOf);
}

/** When a bank statement was last read. */
export async function lastStatementAt(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('bank_files')
    .select((eb) => eb.fn.max('imported_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}

interface EventRow {
  readonly seq: number;
  readonly code: string;
  readonly at: string;
  readonly job_id: LedgerTables['events']['job_id'];
  readonly revision_id: LedgerTables['events']['revision_id'];
  readonly data: string | null;
  readonly client: ClientName | null;
  readonly job: string | null;
}

function eventsIn(db: Db) {
  return db
    .selectFrom('events')
    .leftJoin('jobs', 'jobs.id', 'events.job_id')
    .select([
      'events.seq',
      'events.code',
      'events.at',
      'events.job_id',
      'events.revision_id',
      'events.data',
      'jobs.client',
      'jobs.name as job',
    ]);
}

function eventOf({ job_id, revision_id, data, client, job, ...row }: EventRow): PastEvent {
  return {
    ...row,
    ...(job_id !== null && { jobId: job_id }),
    ...(revision_id !== null && { revisionId: revision_id }),
    ...(data !== null && { data: dataIn(data) }),
    ...(client !== null && { client }),
    ...(job !== null && { job }),
  };
}

/** Only `addEvent` writes this column. */
function dataIn(json: string): Readonly<Record<string, string | number | boolean>> {
  return JSON.parse(json) as Readonly<Record<string, string | number | boolean>>;
}
