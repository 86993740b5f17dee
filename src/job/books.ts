import type { Allocation } from '../billing/deposits.ts';
import type { Invoice } from '../billing/invoice.ts';
import type { InvoiceTask } from '../billing/invoice-task.ts';
import type { Minor } from '../billing/money.ts';
import type { BankEntry, NewBankEntry, Receipt } from './deposits.ts';
import type { InvoiceRecord, LastNumber, NumberSeries } from './invoices.ts';
import type { ClientName, JobId } from './job.ts';

interface InvoiceTaskFilter {
  readonly state?: 'queued' | 'done';
  readonly jobId?: JobId;
}

interface InvoiceFilter {
  readonly state?: InvoiceRecord['state'];
  readonly number?: string;
}

/** What the ledger tells of money, outside of transactions and within. */
export interface BookReads {
  invoiceTasks(
    which?: InvoiceTaskFilter,
  ): Promise<readonly (InvoiceTask & { readonly state: string })[]>;
  /** All invoices and credit notes, by series, year and number. */
  invoices(which?: InvoiceFilter): Promise<readonly InvoiceRecord[]>;
  bankEntries(which?: { readonly state?: BankEntry['state'] }): Promise<readonly BankEntry[]>;
  paidAmounts(): Promise<ReadonlyMap<string, Minor>>;
  receipts(): Promise<readonly Receipt[]>;
}

/** What of money is written, and read in the same breath, within one transaction. */
export interface BookWrites extends BookReads {
  /** The job's invoice has its number. */
  endInvoiceTask(jobId: JobId): Promise<void>;
  /** The last number of a series; nobody else takes the next while this transaction runs. */
  lastNumber(series: string): Promise<LastNumber | undefined>;
  /** Records an invoice under its number. It is issued from now on; its files may still have to be written. */
  intendInvoice(
    fresh: NumberSeries & {
      readonly invoice: Invoice;
      readonly ordinal: number;
      readonly client: ClientName;
      readonly jobId?: JobId;
    },
  ): Promise<void>;
  /** The files of an invoice are there. False when it was known before. */
  markIssued(number: string): Promise<boolean>;
  /** When the first and the last document of a job went back. */
  deliveredBetween(
    jobId: JobId,
  ): Promise<{ readonly from: string; readonly to: string } | undefined>;
  /** False when the very same file was imported before. */
  addBankFile(file: {
    readonly hash: string;
    readonly name: string;
    readonly format: string;
    readonly at: string;
  }): Promise<boolean>;
  hasBankEntry(id: string): Promise<boolean>;
  addBankEntry(entry: NewBankEntry, at: string): Promise<void>;
  /** False when the movement is not open any more. */
  settleBankEntry(
    id: string,
    to: { readonly state: 'allocated' | 'ignored'; readonly remark: string },
  ): Promise<boolean>;
  allocate(
    given: Allocation & {
      readonly entryId: string;
      readonly decidedBy: string;
      readonly at: string;
    },
  ): Promise<void>;
  putReceipt(receipt: Receipt): Promise<void>;
}
