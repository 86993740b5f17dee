import type { Invoice } from '../billing/invoice.ts';
import type { ClientName, JobId } from './job.ts';

/** An invoice as the ledger holds it. `intended`: it has its number, but its files may not be there yet. */
export interface InvoiceRecord {
  readonly invoice: Invoice;
  readonly state: 'intended' | 'issued';
  readonly client: ClientName;
  readonly jobId?: JobId;
  readonly creditedBy?: string;
}

/** Where the numbers of a series begin anew each year. */
export interface NumberSeries {
  readonly series: string;
  readonly year: number;
}

/** The last number that was taken in a series. */
export interface LastNumber {
  readonly year: number;
  readonly ordinal: number;
  readonly issuedOn: string;
}
