import { frozen } from '../billing/frozen.ts';
import type { Quote } from '../billing/quote.ts';
import type { Revision } from '../job/job.ts';
import type { QuoteRecord } from '../job/quotes.ts';
import type { Desk } from './step.ts';

/** A quote is for these contents and no others. */
export function holds(quote: Quote, revisions: readonly Revision[]): boolean {
  return JSON.stringify(quote.contents) === JSON.stringify(contentsOf(revisions));
}

/** What a quote is for: the content and the path of every document that can be proofread. */
export function contentsOf(revisions: readonly Revision[]): readonly string[] {
  return readable(revisions)
    .map(({ path, artifacts }) => `${artifacts.original ?? ''} ${path}`)
    .sort();
}

/** The documents that were looked through and are to be proofread. */
export function readable(revisions: readonly Revision[]): readonly Revision[] {
  return revisions.filter(
    ({ state }) => !['quarantined', 'withdrawn', 'superseded', 'received'].includes(state),
  );
}

/** The store knows contents by their SHA-256, and keeps what was approved for ever. */
export function hashOf(quote: Quote, { store }: Pick<Desk, 'store'>): Promise<string> {
  return store.put(new TextEncoder().encode(frozen(quote)));
}

/** Who approved a quote that needed no word of the client. */
export const byAgreement = 'the agreement with the client';

/** Whether the client's agreement approves a quote by itself. */
export function isAgreed({ terms, totals }: Quote): boolean {
  const { autoApproveUpTo: upTo } = terms;
  return upTo !== undefined && totals.gross <= upTo;
}

/** For what a job with this quote waits. */
export function waitingFor({ quote, state }: QuoteRecord): string {
  const { number, validUntil } = quote;
  switch (state) {
    case 'declined':
      return `The client declined the quote ${number}. “proofdesk quote renew” makes another.`;
    case 'expired':
      return `The quote ${number} ran out on ${validUntil}. “proofdesk quote renew” makes another.`;
    default:
      return `It waits for the client’s approval of the quote ${number}, which holds until ${validUntil}.`;
  }
}
