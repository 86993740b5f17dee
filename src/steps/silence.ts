import { daysAfter } from '../billing/quote.ts';
import type { Job } from '../job/job.ts';
import type { PastEvent } from '../job/messages.ts';
import type { Round } from '../job/reviews.ts';
import { dayOf } from './days.ts';
import type { ReviewDesk } from './finish-review.ts';
import { accept } from './review.ts';
import type { Desk } from './step.ts';

type SilenceDesk = ReviewDesk & Pick<Desk, 'log' | 'notices'>;

/** So many days before the day the client is reminded, at the latest. */
const noticeDays = 2;

const code = 'review-reminder';

/**
 * Where the client's agreement says that a review without an answer counts as accepted, the client is reminded with the
 * day on which it will, and after that day the round is accepted. What was not told to the client accepts nothing.
 */
export async function heedSilence(desk: SilenceDesk): Promise<void> {
  for (const round of await desk.ledger.lastRounds()) {
    if (round.state !== 'open') continue;
    const job = await desk.ledger.transaction((tx) => tx.job(round.jobId));
    if (!job) continue;
    const { silenceDays } = await desk.notices.of(job.client);
    if (silenceDays === undefined) continue;
    const reminder = (await desk.ledger.eventsCalled(code, job.id)).find(
      ({ data }) => data?.['round'] === round.round,
    );
    if (!reminder) await remindWhenDue({ job, round, silenceDays }, desk);
    else await acceptWhenOver({ job, round, reminder }, desk);
  }
}

interface Waiting {
  readonly job: Job;
  readonly round: Round;
}

/** The desk may have been off on the day: the client has the days of notice whenever the reminder comes. */
async function remindWhenDue(
  { job, round, silenceDays }: Waiting & { readonly silenceDays: number },
  { clock, ledger }: SilenceDesk,
): Promise<void> {
  const now = clock.now();
  const agreed = daysAfter(dayOf(new Date(round.openedAt)), silenceDays);
  const latest = daysAfter(dayOf(now), noticeDays);
  if (agreed > latest) return;
  const data = { round: round.round, until: latest };
  await ledger.transaction(async (tx) => {
    const last = (await tx.rounds(job.id)).at(-1);
    if (last?.round !== round.round || last.state !== 'open') return;
    await tx.addEvent({ code, at: now.toISOString(), jobId: job.id, data });
  });
}

async function acceptWhenOver(
  { job, round, reminder }: Waiting & { readonly reminder: PastEvent },
  desk: SilenceDesk,
): Promise<void> {
  const until = String(reminder.data?.['until']);
  if (dayOf(desk.clock.now()) <= until || !(await wasTold(job, reminder, desk))) return;
  const name = { client: job.client, job: job.name };
  await accept(name, `no answer until ${until}, by the agreement with the client`, desk);
  desk.log.info({ ...name, round: round.round }, 'the review ended without an answer, as agreed');
}

/** A mail that did not go out told nobody anything; one that lies as a file is in the operator's hands. */
async function wasTold(
  job: Job,
  { seq }: PastEvent,
  { ledger, notices }: SilenceDesk,
): Promise<boolean> {
  if ((await ledger.untoldEvents(1)).some((event) => event.seq <= seq)) return false;
  const { recipient, page } = await notices.of(job.client);
  if (recipient === undefined) return page;
  const messages = await ledger.messages();
  return messages.some(
    ({ about, jobId, state }) =>
      about === code && jobId === job.id && (state === 'sent' || state === 'skipped'),
  );
}
