import { PricingProblem } from '../billing/order.ts';
import { type Deadline, quoteOf, quotePaper } from '../billing/quote.ts';
import type { Terms } from '../billing/terms.ts';
import type { Job, Revision } from '../job/job.ts';
import type { QuoteRecord } from '../job/quotes.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { approve, setAside } from './approval.ts';
import { profileOf } from './artifacts.ts';
import { chargedOnce } from './charged-once.ts';
import { dayOf, deadlineOf } from './days.ts';
import type { WaitingInvoice } from './issue.ts';
import { letGoOn } from './let-go-on.ts';
import { printed } from './printed.ts';
import {
  byAgreement,
  contentsOf,
  hashOf,
  holds,
  isAgreed,
  readable,
  waitingFor,
} from './quoted.ts';
import { findingsPerThousand } from './sample.ts';
import type { Desk } from './step.ts';

/** What a round of quotes led to: how many jobs may begin, and which cannot be quoted yet. */
export interface QuoteRound {
  readonly begun: number;
  readonly waiting: readonly WaitingInvoice[];
}

/**
 * Quotes every complete job whose documents were looked through and whose client approves prices first.
 * A quote that no longer fits the documents, or has run out, is replaced or ended; what the client's agreement
 * allows is approved with it.
 */
export async function quoteJobs(desk: Desk): Promise<QuoteRound> {
  await endExpired(desk);
  const waiting: WaitingInvoice[] = [];
  let begun = 0;
  let trouble: unknown;
  for (const job of await desk.ledger.jobsAwaitingApproval()) {
    try {
      const outcome = await outcomeOf(job, desk);
      if (outcome === 'begun') begun += 1;
      else waiting.push({ client: job.client, job: job.name, reasons: outcome });
    } catch (error) {
      trouble ??= error;
    }
  }
  const unwritten = await writeQuotes(desk);
  if (trouble !== undefined) throw trouble;
  return { begun, waiting: [...waiting, ...unwritten] };
}

type JobOutcome = 'begun' | readonly string[];

/** What only the operator can mend is a reason to wait. */
async function outcomeOf(job: Job, desk: Desk): Promise<JobOutcome> {
  try {
    return await quoteJob(job, desk);
  } catch (error) {
    if (error instanceof PricingProblem || error instanceof DeskProblem) return [error.message];
    throw error;
  }
}

async function quoteJob(job: Job, desk: Desk): Promise<JobOutcome> {
  const revisions = await desk.ledger.revisionsOf(job.id);
  if (revisions.some(({ state }) => state === 'received')) {
    return ['Its documents are being looked through.'];
  }
  // The client may have agreed otherwise since the documents came in.
  if (!(await desk.profiles.of(job.client, job.folder)).needsApproval) return begin(job, desk);
  const quotes = await desk.ledger.quotes({ jobId: job.id });
  // One that was approved holds, though more was quoted since and the client has not decided on that.
  const standing = quotes.findLast(({ state }) => state === 'approved') ?? quotes.at(-1);
  if (standing && holds(standing.quote, revisions)) {
    if (standing.state === 'approved') return begin(job, desk);
    // The desk may have stopped after the quote was made and before it was approved.
    if (standing.state === 'open' && isAgreed(standing.quote)) return beginAgreed(standing, desk);
    if (standing.state !== 'void') return [waitingFor(standing)];
  }
  return makeQuote(job, revisions, { desk, standing: quotes });
}

interface Making {
  readonly desk: Desk;
  readonly standing: readonly QuoteRecord[];
}

async function makeQuote(
  job: Job,
  revisions: readonly Revision[],
  { desk, standing }: Making,
): Promise<JobOutcome> {
  const found = await desk.billing.termsFor(job.client);
  if (found.kind === 'lacking') return found.sentences;
  await desk.billing.phrasesFor(found.terms.language);
  return record(job, { terms: found.terms, revisions, standing }, desk);
}

interface Basis {
  readonly terms: Terms;
  readonly revisions: readonly Revision[];
  readonly standing: readonly QuoteRecord[];
}

async function record(
  job: Job,
  { terms, revisions, standing }: Basis,
  desk: Desk,
): Promise<JobOutcome> {
  const density = await findingsPerThousand(readable(revisions), desk);
  const at = desk.clock.now().toISOString();
  const madeOn = dayOf(desk.clock.now());
  const minutes = await desk.ledger.estimate(job.id);
  const deadline = await soonest(readable(revisions), desk);
  const request = {
    madeOn,
    client: job.client,
    job: job.name,
    documents: await chargeable(job, readable(revisions), desk),
    unreadable: revisions.filter(({ state }) => state === 'quarantined').map(({ path }) => path),
    contents: contentsOf(revisions),
    findingsPerThousand: density,
    ...(minutes !== undefined && { minutes }),
    ...(deadline && { deadline }),
  };
  const year = Number(madeOn.slice(0, 4));
  const made = await desk.ledger.transaction(async (tx) => {
    await voided(standing, at, tx);
    const ordinal = (await tx.lastQuoteOrdinal(year)) + 1;
    const quote = quoteOf({ ...request, ordinal }, terms);
    const hash = await hashOf(quote, desk);
    await tx.addQuote({ quote, ordinal, jobId: job.id, hash });
    const data = { number: quote.number, hash };
    await tx.addEvent({ code: 'quote-made', at, jobId: job.id, data });
    return { quote, jobId: job.id, hash, state: 'open' } as const;
  });
  desk.log.info({ client: job.client, job: job.name, quote: made.quote.number }, 'quoted');
  return isAgreed(made.quote) ? beginAgreed(made, desk) : [waitingFor(made)];
}

async function beginAgreed({ quote }: QuoteRecord, desk: Desk): Promise<'begun'> {
  await approve(quote.number, { by: byAgreement }, desk);
  return 'begun';
}

/** A job is needed when the first of its documents is. */
async function soonest(
  revisions: readonly Revision[],
  { clock, store }: Pick<Desk, 'clock' | 'store'>,
): Promise<Deadline | undefined> {
  const profiles = await Promise.all(revisions.map((revision) => profileOf(store, revision)));
  const [first] = profiles.flatMap(({ dueAt }) => dueAt ?? []).sort();
  return first === undefined ? undefined : deadlineOf(new Date(first), clock.now());
}

/** What was charged before is listed, and costs nothing. */
async function chargeable(job: Job, revisions: readonly Revision[], desk: Desk) {
  const documents = await desk.ledger.transaction((tx) => chargedOnce(job, revisions, tx));
  return documents.map(({ path, words, twin }) =>
    twin ? { path, words: 0, twin } : { path, words },
  );
}

async function voided(
  standing: readonly QuoteRecord[],
  at: string,
  tx: LedgerWrites,
): Promise<void> {
  for (const { quote, state: from, jobId } of standing) {
    if (from !== 'open' && from !== 'approved') continue;
    await setAside(quote.number, { jobId, from, by: 'proofdesk', at }, tx);
  }
}

async function endExpired(desk: Desk): Promise<void> {
  const now = desk.clock.now();
  const at = now.toISOString();
  for (const { quote, jobId } of await desk.ledger.quotes({ state: 'open' })) {
    if (quote.validUntil >= dayOf(now)) continue;
    await desk.ledger.transaction(async (tx) => {
      const decision = { from: 'open', to: 'expired', by: 'proofdesk', at } as const;
      if (!(await tx.decideQuote(quote.number, decision))) return;
      await tx.addEvent({ code: 'quote-expired', at, jobId, data: { number: quote.number } });
    });
  }
}

/** An approved job some of whose documents were looked through only later goes on with them. */
async function begin({ id, client, name }: Job, desk: Desk): Promise<'begun'> {
  const at = desk.clock.now().toISOString();
  await desk.ledger.transaction((tx) => letGoOn(id, at, tx));
  desk.log.info({ client, job: name }, 'work begins, or goes on');
  return 'begun';
}

async function writeQuotes(desk: Desk): Promise<readonly WaitingInvoice[]> {
  const waiting: WaitingInvoice[] = [];
  for (const { quote, hash } of await desk.ledger.quotes({ written: false })) {
    const { client, job, number, madeOn } = quote;
    const pdf = await printed(number, async () => {
      const phrases = await desk.billing.phrasesFor(quote.terms.language);
      return desk.billing.printPaper(quotePaper(quote, hash, phrases), madeOn);
    });
    if ('because' in pdf) {
      waiting.push({ client, job, reasons: [pdf.because] });
      continue;
    }
    await desk.outbox.place([client, job, 'quote', `${number}.pdf`], pdf.made);
    await desk.ledger.transaction((tx) => tx.markQuoteWritten(number));
  }
  return waiting;
}
