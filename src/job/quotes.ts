import type { Quote } from '../billing/quote.ts';
import type { JobId } from './job.ts';

/** `void`: the documents changed after it was made, so that it no longer holds. */
export type QuoteState = 'open' | 'approved' | 'declined' | 'expired' | 'void';

/** A quote as the ledger holds it. */
export interface QuoteRecord {
  readonly quote: Quote;
  readonly jobId: JobId;
  /** SHA-256 of the quote: an approval names it. */
  readonly hash: string;
  readonly state: QuoteState;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
}

export interface QuoteDecision {
  readonly from: QuoteState;
  readonly to: QuoteState;
  readonly by: string;
  readonly at: string;
}
