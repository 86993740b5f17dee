import { createContentStore } from '../adapters/fs/content-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { amountText } from '../billing/money.ts';
import type { QuoteRecord } from '../job/quotes.ts';
import { approve, type ClientWord, decline } from '../steps/approval.ts';
import { noteEstimate } from '../steps/estimate.ts';
import { quoteAnew } from '../steps/quote-more.ts';
import { looking } from './invoices.ts';
import { jobNamed } from './reviews.ts';

/** A quote as lists show it. */
export interface QuoteRow {
  readonly number: string;
  readonly client: string;
  readonly job: string;
  readonly madeOn: string;
  readonly validUntil: string;
  readonly gross: string;
  readonly currency: string;
  readonly state: string;
  readonly hash: string;
  readonly decidedBy?: string;
}

export async function listQuotes(folder: string): Promise<readonly QuoteRow[]> {
  return looking(folder, async ({ ledger }) => (await ledger.quotes()).map(quoteRowOf));
}

export function quoteRowOf({ quote, hash, state, decidedBy }: QuoteRecord): QuoteRow {
  const { currency } = quote.terms.card;
  return {
    number: quote.number,
    client: quote.client,
    job: quote.job,
    madeOn: quote.madeOn,
    validUntil: quote.validUntil,
    gross: amountText(quote.totals.gross, currency),
    currency: currency.code,
    state,
    hash,
    ...(decidedBy !== undefined && { decidedBy }),
  };
}

/** Records the client's written word on a quote. */
export async function decideQuote(
  folder: string,
  number: string,
  { word, verdict }: { readonly word: ClientWord; readonly verdict: 'approve' | 'decline' },
): Promise<void> {
  await looking(folder, ({ ledger }) => {
    const desk = { ledger, clock: systemClock };
    return verdict === 'approve' ? approve(number, word, desk) : decline(number, word, desk);
  });
}

/**
 * Sets a quote aside, and the desk makes another; for an approved one another is made beside it, and resolved to.
 */
export async function renewQuote(folder: string, number: string): Promise<string | undefined> {
  return looking(folder, ({ ledger, paths }) => {
    const store = createContentStore({ folder: paths.store });
    return quoteAnew(number, { ledger, clock: systemClock, store });
  });
}

/** Notes how long a job will take. */
export async function estimateJob(folder: string, name: string, minutes: number): Promise<void> {
  await looking(folder, ({ ledger }) =>
    noteEstimate(jobNamed(name), minutes, { ledger, clock: systemClock }),
  );
}
