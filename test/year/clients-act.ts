import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QuoteRecord } from '../../src/job/quotes.ts';
import type { Round } from '../../src/job/reviews.ts';
import { DeskProblem } from '../../src/job/trouble.ts';
import { approve, decline } from '../../src/steps/approval.ts';
import { quoteAnew } from '../../src/steps/quote-more.ts';
import { accept, addMinutes, answer, openQueries } from '../../src/steps/review.ts';
import { noonOf } from './calendar.ts';
import type { YearOffice } from './office.ts';

const by = 'the client, by e-mail';

/** Days from a date of the books until today. */
export function daysSince(date: string, office: Pick<YearOffice, 'day'>): number {
  const [day = ''] = date.split('T');
  return Math.round((noonOf(office.day()).getTime() - Date.parse(`${day}T12:00:00`)) / 86_400_000);
}

/** What clients drop, approve, decline, leave unanswered and send back today. */
export async function clientsAct(office: YearOffice, since: number): Promise<void> {
  for (const job of office.jobs.values()) {
    if (job.day <= since || job.day > office.day()) continue;
    await office.step(async () => drop(office, job.client.name, job.name, job.files));
  }
  await answerQuotes(office);
  for (const round of await office.desk().ledger.lastRounds()) {
    if (round.state === 'open') await answerReview(office, round);
  }
}

function drop(
  office: YearOffice,
  client: string,
  ...[job, files]: readonly [string, Readonly<Record<string, string>>]
): void {
  for (const [path, content] of Object.entries(files)) {
    office.put(`inbox/${client}/${job}/${path}`, content);
  }
}

async function answerQuotes(office: YearOffice): Promise<void> {
  const ofJob = Map.groupBy(await office.desk().ledger.quotes(), ({ jobId }) => jobId);
  for (const quotes of ofJob.values()) {
    const last = quotes.at(-1);
    if (!last) continue;
    const job = office.jobs.get(last.quote.job);
    const { name } = job?.client ?? { name: '' };
    const unreadable = last.quote.unreadable.length > 0;
    const isStanding = last.state === 'open' || last.state === 'approved';
    if (job?.mended && unreadable && isStanding && daysSince(last.quote.madeOn, office) >= 6) {
      const { mended } = job;
      await office.step(async () => drop(office, name, job.name, mended));
    } else if (last.state === 'open') await answerQuote(office, last, quotes);
    else if (last.state === 'declined' || last.state === 'expired') await ask(office, last, quotes);
  }
}

async function answerQuote(
  office: YearOffice,
  { quote, hash }: QuoteRecord,
  all: readonly QuoteRecord[],
): Promise<void> {
  const { number, madeOn } = quote;
  const chance = office.chance(`quote/${number}`);
  if (daysSince(madeOn, office) < chance.whole(1, 5)) return;
  const isMore = all.some(({ state }) => state === 'approved');
  const before = all.some(({ state }) => state !== 'open');
  const verdict = isMore
    ? chance.weighed({ approve: 70, decline: 30, silence: 0 })
    : chance.weighed(
        before
          ? { approve: 100, decline: 0, silence: 0 }
          : { approve: 76, decline: 10, silence: 14 },
      );
  if (verdict === 'silence') return;
  if (verdict === 'decline') {
    await office.step((desk) => decline(number, { by }, desk));
    return;
  }
  if (chance.whole(1, 8) === 1) await refused(office, number);
  await office.step((desk) => approve(number, { by, hash: hash.slice(0, 16) }, desk));
}

/** An approval of another text counts for nothing. */
async function refused(office: YearOffice, number: string): Promise<void> {
  const wrong = office.step((desk) => approve(number, { by, hash: '0123456789abcdef' }, desk));
  const reason = await wrong.then(
    () => '',
    (error: unknown) => (error instanceof DeskProblem ? error.message : ''),
  );
  if (!reason.includes('another text')) throw new Error(`${number} was approved by a wrong hash`);
}

/** Of those who declined or said nothing, every other asks again. */
async function ask(
  office: YearOffice,
  { quote, decidedAt = quote.validUntil }: QuoteRecord,
  all: readonly QuoteRecord[],
): Promise<void> {
  if (all.some(({ state }) => state === 'approved')) return;
  if (daysSince(decidedAt, office) < 3) return;
  const asks = office.chance(`ask/${quote.job}`).whole(1, 2) === 1;
  if (asks) await office.step((desk) => quoteAnew(quote.number, desk));
}

async function answerReview(office: YearOffice, round: Round): Promise<void> {
  const { ledger } = office.desk();
  const found = await ledger.transaction((tx) => tx.job(round.jobId));
  if (!found) throw new Error(`${round.jobId} is no job`);
  const name = { client: found.client, job: found.name };
  const before = (await ledger.rounds(round.jobId)).at(-2);
  if (before && before.minutes === 0) {
    const minutes = office.chance(`minutes/${found.name}/${round.round}`).whole(10, 50);
    await office.step((desk) => addMinutes(name, minutes, desk));
  }
  const chance = office.chance(`review/${found.name}/${round.round}`);
  if (daysSince(round.openedAt, office) < chance.whole(1, 5)) return;
  const weights = [
    { accept: 40, change: 35, reject: 15, take: 10 },
    { accept: 50, change: 50, reject: 0, take: 0 },
  ][round.round - 1] ?? { accept: 100, change: 0, reject: 0, take: 0 };
  switch (chance.weighed(weights)) {
    case 'accept':
      await office.step((desk) => accept(name, by, desk));
      return;
    case 'change':
      await office.step(async () => sendBack(office, name, round.round));
      return;
    case 'reject':
      await office.step(async () => decide(office, name, 'reject: all\n'));
      return;
    case 'take':
      await office.step(async () => decide(office, name, 'accept: all\n'));
  }
}

interface Name {
  readonly client: string;
  readonly job: string;
}

/** The client writes one word of its own into the newest copy. */
function sendBack(office: YearOffice, { client, job }: Name, round: number): void {
  const at = (kind: string): string => join(office.root, 'outbox', client, job, kind, 'text-1.txt');
  const newest = existsSync(at('final')) ? at('final') : at('corrected');
  const [old, fresh] = round === 1 ? ['alpha', 'apple'] : ['beta', 'berry'];
  const text = readFileSync(newest, 'utf8').replace(old, fresh);
  office.put(`returns/${client}/${job}/text-1.txt`, text);
}

/** Without a name it is about all documents of the job. */
function decide(office: YearOffice, { client, job }: Name, word: string): void {
  office.put(`returns/${client}/${job}/decisions.yaml`, word);
}

/** What has to be asked is answered at once. */
export async function answerQueries(office: YearOffice): Promise<void> {
  for (const { id, makeable } of await openQueries(undefined, office.desk())) {
    const word = { answer: makeable ? 'yes' : 'no', by } as const;
    await office.step((desk) => answer(id, word, desk));
  }
}
