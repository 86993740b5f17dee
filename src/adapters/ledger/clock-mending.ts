import { instant, later } from './instants.ts';
import type { Db } from './tables.ts';

/** No task waits longer than some minutes and no lease is longer, so what is due later was put there by a wrong clock. */
const aheadMs = 3_600_000;

/**
 * A clock that was ahead for a while leaves tasks that are due in a far future, and jobs that were touched there.
 * They count from now. How many there were.
 */
export async function mendTimes(db: Db, at: string): Promise<number> {
  const now = instant(at);
  const limit = later(now, aheadMs);
  const tasks = await db
    .updateTable('tasks')
    .set({ run_at: now, due_at: now })
    .where('due_at', '>', limit)
    .executeTakeFirstOrThrow();
  const jobs = await db
    .updateTable('jobs')
    .set({ touched_at: now })
    .where('state', '=', 'gathering')
    .where('touched_at', '>', limit)
    .executeTakeFirstOrThrow();
  return Number(tasks.numUpdatedRows + jobs.numUpdatedRows);
}
