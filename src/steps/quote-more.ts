import { isWithin, orderOf } from '../billing/make-invoice.ts';
import type { Order } from '../billing/order.ts';
import { type Quote, quoteWith } from '../billing/quote.ts';
import type { JobId } from '../job/job.ts';
import type { QuoteRecord } from '../job/quotes.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { approve, renew } from './approval.ts';
import { dayOf } from './days.ts';
import { byAgreement, hashOf, holds, isAgreed } from './quoted.ts';
import type { Desk } from './step.ts';
import { unbilledTime } from './time-for-job.ts';

type MoreDesk = Pick<Desk, 'clock' | 'ledger' | 'store'>;

/**
 * Quotes a job anew. Where a quote was approved and the work comes to more than it allows, another is made beside it,
 * at the agreed prices; the approved one holds until the client has approved the other. Resolves to the number of that
 * one; undefined where the desk makes the next. Throws DeskProblem.
 */
export async function quoteAnew(number: string, desk: MoreDesk): Promise<string | undefined> {
  const [record] = await desk.ledger.quotes({ number });
  if (record?.state !== 'approved') {
    await renew(number, desk);
    return undefined;
  }
  const fresh = await desk.ledger.transaction((tx) => quoteMore(record, tx, desk));
  if (isAgreed(fresh)) {
    await approve(fresh.number, { by: byAgreement }, desk);
  }
  return fresh.number;
}

async function quoteMore(
  { quote, jobId }: QuoteRecord,
  tx: LedgerWrites,
  desk: MoreDesk,
): Promise<Quote> {
  await refuseUnfit({ quote, jobId }, tx);
  const at = desk.clock.now().toISOString();
  const madeOn = dayOf(desk.clock.now());
  const ordinal = (await tx.lastQuoteOrdinal(Number(madeOn.slice(0, 4)))) + 1;
  const { client, job, unreadable, contents, intake } = quote;
  const head = { ordinal, madeOn, client, job, unreadable, contents, ...(intake && { intake }) };
  const fresh = quoteWith(await orderNow({ quote, jobId }, tx), quote.terms, head);
  if (isWithin(fresh.totals, quote)) {
    throw new DeskProblem(
      `The quote ${quote.number} allows what is recorded for ${job} and what it is estimated to take. Record the time, or say with “proofdesk quote estimate” how long it will take.`,
    );
  }
  const hash = await hashOf(fresh, desk);
  await tx.addQuote({ quote: fresh, ordinal, jobId, hash });
  const data = { number: fresh.number, hash, beyond: quote.number };
  await tx.addEvent({ code: 'quote-made', at, jobId, data });
  return fresh;
}

interface Agreed {
  readonly quote: Quote;
  readonly jobId: JobId;
}

async function refuseUnfit({ quote, jobId }: Agreed, tx: LedgerWrites): Promise<void> {
  const open = (await tx.quotes({ jobId, state: 'open' })).at(-1);
  if (open) {
    throw new DeskProblem(
      `The quote ${open.quote.number} for more is open already. When it is declined or no longer right, set it aside with “proofdesk quote renew ${open.quote.number}”.`,
    );
  }
  const [task] = await tx.invoiceTasks({ jobId });
  if (task?.number !== undefined) {
    throw new DeskProblem(`The invoice ${task.number} of this job is made already.`);
  }
  if (!holds(quote, await tx.revisionsOf(jobId))) {
    throw new DeskProblem(
      `The documents of the job have changed since the quote ${quote.number} was made. The desk makes another when it next works.`,
    );
  }
}

/** What was agreed, with the time that was recorded for it, or is estimated where that is more. */
async function orderNow({ quote, jobId }: Agreed, tx: LedgerWrites): Promise<Order> {
  const { terms, client } = quote;
  const ofJob = (await unbilledTime({ client }, tx)).filter((one) => one.jobId === jobId);
  const documents = quote.order.items[0]?.documents ?? [];
  const order = orderOf(documents, { terms, approved: quote, time: { ofJob, others: [] } });
  const [first, ...others] = order.items;
  const estimate = (await tx.estimate(jobId)) ?? 0;
  if (!first || terms.card.services.get(first.service)?.model !== 'per-hour') return order;
  if ((first.minutes ?? 0) >= estimate) return order;
  return { ...order, items: [{ ...first, minutes: estimate, estimated: true }, ...others] };
}
