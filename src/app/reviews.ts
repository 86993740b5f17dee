import { createContentStore } from '../adapters/fs/content-store.ts';
import { createShelf } from '../adapters/fs/shelf.ts';
import { systemClock } from '../adapters/system/clock.ts';
import type { QueryRecord } from '../job/reviews.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { ReviewDesk } from '../steps/finish-review.ts';
import {
  accept,
  addMinutes,
  answer,
  type ClientAnswer,
  type JobName,
  type JobReview,
  jobReview,
  openQueries,
} from '../steps/review.ts';
import { officeSettings } from './compose.ts';
import { looking } from './invoices.ts';

export async function showJob(folder: string, name: string): Promise<JobReview> {
  return reviewing(folder, (desk) => jobReview(jobNamed(name), desk));
}

/** Records that the client accepts a job as it is; whether its invoice is queued now, and else why not. */
export async function acceptJob(
  folder: string,
  name: string,
  by: string,
): Promise<{ readonly queued: boolean; readonly waitsFor: readonly string[] }> {
  return reviewing(folder, async (desk) => {
    const queued = await accept(jobNamed(name), by, desk);
    const { waitsFor } = await jobReview(jobNamed(name), desk);
    return { queued, waitsFor };
  });
}

/** The number of the round that the minutes were noted for. */
export async function noteMinutes(folder: string, name: string, minutes: number): Promise<number> {
  return reviewing(folder, (desk) => addMinutes(jobNamed(name), minutes, desk));
}

export async function listQueries(folder: string): Promise<readonly QueryRecord[]> {
  return reviewing(folder, (desk) => openQueries(undefined, desk));
}

/** Answers one query by its number, or all open ones of a job that can be answered so; how many. */
export async function answerQueries(
  folder: string,
  which: string,
  word: ClientAnswer,
): Promise<number> {
  return reviewing(folder, async (desk) => {
    if (/^\d+$/.test(which)) {
      await answer(Number(which), word, desk);
      return 1;
    }
    if (word.text !== undefined) throw new DeskProblem('Words answer one query: give its number.');
    const { queries } = await jobReview(jobNamed(which), desk);
    const fitting = queries.filter(({ makeable }) => makeable || word.answer === 'no');
    for (const { id } of fitting) await answer(id, word, desk);
    return fitting.length;
  });
}

/** Works with the ledger and looks at the outbox, while the desk may be running. */
function reviewing<T>(folder: string, work: (desk: ReviewDesk) => Promise<T>): Promise<T> {
  return looking(folder, async ({ ledger, paths }) =>
    work({
      ledger,
      clock: systemClock,
      office: await officeSettings(folder),
      outbox: createShelf({ folder: paths.outbox, deskFolder: paths.root }),
      store: createContentStore({ folder: paths.store }),
    }),
  );
}

/** `client/job`. Throws DeskProblem when it is something else. */
export function jobNamed(name: string): JobName {
  const [client, job, ...more] = name.split('/');
  if (client && job && more.length === 0) return { client, job };
  throw new DeskProblem(`“${name}” is no job: write client/job as in the outbox.`);
}
