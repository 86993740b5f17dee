import { sql } from 'kysely';
import type { MessageState } from '../../job/messages.ts';
import { instant, later } from './instants.ts';
import type { Db, TaskState } from './tables.ts';

/** No task that failed waits for longer than some minutes, and no lease is longer. */
const taskAheadMs = 600_000;

/** A message is tried again after half a day at most, and one that no server was asked to take, after a minute. */
const messageAheadMs = 13 * 3_600_000;
const freshMessageAheadMs = 90_000;

/**
 * A clock that was ahead for a while leaves tasks and messages that are due in the future, and jobs that were touched
 * there. What was put off by nothing else counts from now. How many there were.
 */
export async function mendTimes(db: Db, at: string): Promise<number> {
  const now = instant(at);
  const touched = await db
    .updateTable('jobs')
    .set({ touched_at: now })
    .where('state', '=', 'gathering')
    .where('touched_at', '>', now)
    .executeTakeFirstOrThrow();
  return (
    Number(touched.numUpdatedRows) + (await mendTasks(db, now)) + (await mendMessages(db, now))
  );
}

/** What never failed is due since it was queued, and so never in the future. */
async function mendTasks(db: Db, now: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('tasks')
    .set({ run_at: now, due_at: now })
    .where(({ and, eb, or }) =>
      or([
        eb('due_at', '>', later(now, taskAheadMs)),
        and([
          eb('state', '=', sql.lit<TaskState>('waiting')),
          eb('attempts', '=', 0),
          eb('due_at', '>', now),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

async function mendMessages(db: Db, now: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('messages')
    .set({ run_at: now })
    .where('state', '=', sql.lit<MessageState>('pending'))
    .where(({ and, eb, or }) =>
      or([
        eb('run_at', '>', later(now, messageAheadMs)),
        and([eb('attempts', '=', 0), eb('run_at', '>', later(now, freshMessageAheadMs))]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
