import { daysAfter } from '../billing/quote.ts';
import type { JobId } from '../job/job.ts';
import { profileOf } from './artifacts.ts';
import { dayOf } from './days.ts';
import type { Desk } from './step.ts';

type NearingDesk = Pick<Desk, 'clock' | 'ledger' | 'store'>;

/** So many days before a quote runs out its client is reminded of it, once. */
const quoteNoticeDays = 3;

/** A quote that holds for less than twice the notice is too fresh to be reminded of. */
const quoteDaysMin = 2 * quoteNoticeDays;

/** So long before its deadline a job that is not back is at risk. */
const deadlineNoticeMs = 24 * 3_600_000;

/** Says once of each quote that it is about to run out, and of each job that its deadline is near. */
export async function sayWhatNears(desk: NearingDesk): Promise<void> {
  const now = desk.clock.now();
  const today = dayOf(now);
  for (const { quote, jobId } of await desk.ledger.quotes({ state: 'open' })) {
    const { number, madeOn, validUntil } = quote;
    if (validUntil < today || daysAfter(today, quoteNoticeDays) < validUntil) continue;
    if (daysAfter(madeOn, quoteDaysMin) > validUntil) continue;
    await sayOnce({ code: 'quote-reminder', jobId, data: { number } }, desk);
  }
  for (const [jobId, dueAt] of await deadlines(desk)) {
    if (Date.parse(dueAt) - now.getTime() > deadlineNoticeMs) continue;
    await sayOnce({ code: 'deadline-at-risk', jobId, data: { dueAt } }, desk);
  }
}

/** A job is needed when the first of its documents is that is not back yet. A profile is the same for many jobs. */
async function deadlines({ ledger, store }: NearingDesk): Promise<ReadonlyMap<JobId, string>> {
  const first = new Map<JobId, string>();
  const byProfile = Map.groupBy(await ledger.profilesUnderWay(), ({ profile }) => profile);
  for (const [profile, jobs] of byProfile) {
    const { dueAt } = await profileOf(store, { profile });
    if (dueAt === undefined) continue;
    for (const { jobId } of jobs) {
      const known = first.get(jobId);
      if (known === undefined || dueAt < known) first.set(jobId, dueAt);
    }
  }
  return first;
}

interface News {
  readonly code: string;
  readonly jobId: JobId;
  readonly data: Readonly<Record<string, string>>;
}

async function sayOnce(news: News, { clock, ledger }: NearingDesk): Promise<void> {
  const at = clock.now().toISOString();
  await ledger.transaction(async (tx) => {
    const said = await tx.eventsCalled(news.code, news.jobId);
    const [key = ''] = Object.keys(news.data);
    if (said.some(({ data }) => data?.[key] === news.data[key])) return;
    await tx.addEvent({ ...news, at });
  });
}
