import { dateForReading } from '../../billing/invoice-paper.ts';
import { type Phrases, phrase } from '../../billing/phrases.ts';
import { daysAfter } from '../../billing/quote.ts';
import type { ClientName, JobId } from '../../job/job.ts';
import type { PastEvent } from '../../job/messages.ts';
import type { QueryRecord, Round } from '../../job/reviews.ts';
import { asked } from '../asked.ts';
import { dayOf } from '../days.ts';
import type { Occasion, Telling } from './occasion.ts';

/** What is told of a review, by the event that it is told on. */
const templates = {
  'job-delivered-for-review': 'review-delivered',
  'review-reminder': 'review-reminder',
  'revision-received': 'revision-received',
  'queries-asked': 'query-asked',
} as const;

type ReviewCode = keyof typeof templates;

export function isReviewCode(code: string): code is ReviewCode {
  return Object.hasOwn(templates, code);
}

/** A mail with more than these would not be read; the others are named by their number. */
const queriesMax = 25;

/** What a client is told of a review, as long as it is still so. */
export async function reviewOccasion(
  event: PastEvent & { readonly code: string },
  telling: Telling,
): Promise<Occasion | undefined> {
  const { code, jobId, client, job } = event;
  if (!isReviewCode(code) || !jobId || !client || job === undefined) return undefined;
  const last = (await telling.desk.ledger.rounds(jobId)).at(-1);
  const number = Number(event.data?.['round']);
  if (!last || (last.round !== number && code !== 'revision-received')) return undefined;
  const about = { event, code, jobId, client, round: last };
  const values = await valuesOf(about, telling);
  if (!values) return undefined;
  const newest = code === 'review-reminder' || code === 'job-delivered-for-review';
  return {
    template: templates[code],
    client,
    jobId,
    round: newest ? String(number) : `${number}/${event.seq}`,
    values: { job, ...values },
    attachments: async () => [],
  };
}

interface About {
  readonly event: PastEvent;
  readonly code: ReviewCode;
  readonly jobId: JobId;
  readonly client: ClientName;
  readonly round: Round;
}

async function valuesOf(about: About, telling: Telling): Promise<Occasion['values'] | undefined> {
  switch (about.code) {
    case 'job-delivered-for-review':
    case 'review-reminder':
      return deliveredValues(about, telling);
    case 'revision-received':
      return receivedValues(about, telling);
    case 'queries-asked':
      return queryValues(about, telling);
  }
}

/** `until`: the day after which no answer counts as acceptance, where the agreement says so. */
async function deliveredValues(
  { event, jobId, client, round }: About,
  { desk, terms }: Telling,
): Promise<Occasion['values'] | undefined> {
  if (round.state !== 'open') return undefined;
  const { language, silenceDays } = await terms(client);
  const promised = event.data?.['until'];
  const until =
    promised ?? (silenceDays && daysAfter(dayOf(new Date(round.openedAt)), silenceDays));
  return {
    documents: await namesIn(jobId, { desk }),
    round: String(round.round),
    again: round.round > 1 ? 'yes' : '',
    until: until ? dateForReading(String(until), { language, texts: new Map() }) : '',
  };
}

/** All that came back together is told once, with the last of it. */
async function receivedValues(
  { event, jobId }: About,
  { desk }: Telling,
): Promise<Occasion['values'] | undefined> {
  if (!(await isLast(event, desk.ledger))) return undefined;
  const round = event.data?.['round'];
  const returns = (await desk.ledger.returns(jobId)).filter((one) => one.round === round);
  const names = [...new Set(returns.map(({ path }) => path))].sort();
  return { documents: names, round: String(round) };
}

async function queryValues(
  { event, jobId, client }: About,
  { desk, terms }: Telling,
): Promise<Occasion['values'] | undefined> {
  if (!(await isLast(event, desk.ledger))) return undefined;
  const open = (await desk.ledger.queries({ jobId })).filter(({ answer }) => answer === undefined);
  if (open.length === 0) return undefined;
  const { language } = await terms(client);
  const phrases = await desk.billing.phrasesFor(language);
  const more = open.length - queriesMax;
  return {
    queries: (await asked(open.slice(0, queriesMax), desk)).map((one) => queryLine(one, phrases)),
    more: more > 0 ? String(more) : '',
  };
}

async function isLast({ seq, code, jobId }: PastEvent, ledger: Telling['desk']['ledger']) {
  const all = await ledger.eventsCalled(code, jobId);
  return all.at(-1)?.seq === seq;
}

/** So much of a long passage tells the client which it is. */
const wordsMax = 120;

function queryLine({ id, kind, path, edit, makeable }: QueryRecord, phrases: Phrases): string {
  const { before, after } = edit;
  const own = after.trim() === '' ? '-out' : before.trim() === '' ? '-in' : '';
  const key = kind === 'change' || !makeable ? `query-change${own}` : `query-${kind}`;
  const values = { id: String(id), path, before: shown(before), after: shown(after) };
  return phrase(phrases, key, values);
}

/** Mails take several spaces for one, and a query may be of just those. */
function shown(text: string): string {
  const short = text.length > wordsMax ? `${text.slice(0, wordsMax)} …` : text;
  return short.replace(/ {2,}/g, (spaces) => '␣'.repeat(spaces.length));
}

async function namesIn(jobId: JobId, { desk }: Pick<Telling, 'desk'>): Promise<readonly string[]> {
  const revisions = await desk.ledger.revisionsOf(jobId);
  return revisions
    .filter(({ state }) => state === 'delivered')
    .map(({ path }) => path)
    .sort();
}
