import type { Allocation } from '../billing/deposits.ts';
import type { BankAccount, Invoice } from '../billing/invoice.ts';
import type { InvoiceTask } from '../billing/invoice-task.ts';
import type { Minor } from '../billing/money.ts';
import type { Paper } from '../billing/paper.ts';
import type { Phrases } from '../billing/phrases.ts';
import type { Quote } from '../billing/quote.ts';
import type { CsvProfile } from '../billing/statements/csv.ts';
import type { TermsOrLacking } from '../billing/terms.ts';
import type { CreditMove } from './credits.ts';
import type { BankEntry, GivenDeposit, NewBankEntry, Receipt } from './deposits.ts';
import type { HourReads, HourWrites } from './hours.ts';
import type { InvoiceRecord, LastNumber, NumberSeries } from './invoices.ts';
import type { ClientName, Job, JobId, RevisionId } from './job.ts';
import type { QuoteDecision, QuoteRecord, QuoteState } from './quotes.ts';

interface InvoiceTaskFilter {
  readonly state?: 'queued' | 'done';
  readonly jobId?: JobId;
  /** Those that are on this invoice. */
  readonly number?: string;
}

export interface InvoiceFilter {
  readonly state?: InvoiceRecord['state'];
  readonly number?: string;
  readonly client?: ClientName;
}

interface QuoteFilter {
  readonly number?: string;
  readonly jobId?: JobId;
  readonly state?: QuoteState;
  readonly written?: false;
}

/** What the ledger tells of money, outside of transactions and within. */
export interface BookReads extends HourReads {
  invoiceTasks(
    which?: InvoiceTaskFilter,
  ): Promise<readonly (InvoiceTask & { readonly state: string; readonly number?: string })[]>;
  /** All invoices and credit notes, by series, year and number. */
  invoices(which?: InvoiceFilter): Promise<readonly InvoiceRecord[]>;
  bankEntries(which?: { readonly state?: BankEntry['state'] }): Promise<readonly BankEntry[]>;
  allocations(): Promise<readonly GivenDeposit[]>;
  /** What became of clients' credit, move by move, the first first. */
  creditMoves(): Promise<readonly CreditMove[]>;
  paidAmounts(which?: { readonly number?: string }): Promise<ReadonlyMap<string, Minor>>;
  receipts(which?: { readonly number?: string }): Promise<readonly Receipt[]>;
  quotes(which?: QuoteFilter): Promise<readonly QuoteRecord[]>;
  /** Complete jobs with a document that was looked through and waits for the client's approval. */
  jobsAwaitingApproval(): Promise<readonly Job[]>;
}

/** What of money is written, and read in the same breath, within one transaction. */
export interface BookWrites extends BookReads, HourWrites {
  /** The job is on the invoice of this number. */
  endInvoiceTask(jobId: JobId, number: string): Promise<void>;
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
  addCreditMove(move: CreditMove, at: string): Promise<void>;
  putReceipt(receipt: Receipt): Promise<void>;
  /** The highest number of quotes of a year, 0 when there is none. */
  lastQuoteOrdinal(year: number): Promise<number>;
  addQuote(fresh: {
    readonly quote: Quote;
    readonly ordinal: number;
    readonly jobId: JobId;
    readonly hash: string;
  }): Promise<void>;
  /** The files of a quote are there. */
  markQuoteWritten(number: string): Promise<void>;
  /** False when the quote is not in the state it is thought to be. */
  decideQuote(number: string, decision: QuoteDecision): Promise<boolean>;
  /** Whether a document has a task, due or to come. */
  hasTask(revisionId: RevisionId): Promise<boolean>;
}

/** The settings and the printing of what has to do with money. Throws DeskProblem when a settings file has a fault. */
export interface Billing {
  termsFor(client: ClientName): Promise<TermsOrLacking>;
  /** Every client with a folder of settings. */
  clients(): Promise<readonly ClientSettings[]>;
  phrasesFor(language: string): Promise<Phrases>;
  /** The same invoice makes the same bytes. */
  print(invoice: Invoice, phrases: Phrases): Promise<Uint8Array>;
  printPaper(paper: Paper, madeOn: string): Promise<Uint8Array>;
  /** The designated account, and how the bank writes its CSV files; undefined while there is none. */
  account(): Promise<
    { readonly account: BankAccount; readonly profiles: readonly CsvProfile[] } | undefined
  >;
}

/** What a client’s settings say of a retainer; `fault` where they cannot be read. */
export interface ClientSettings {
  readonly client: ClientName;
  readonly retainer?: string;
  readonly fault?: string;
}

/** The folder that bank statements are dropped into. */
export interface BankFolder {
  /** The settled files, by name. `hash` is SHA-256 in hex. */
  files(): Promise<
    readonly { readonly name: string; readonly bytes: Uint8Array; readonly hash: string }[]
  >;
  /** The names of files that were written to a moment ago, and are not read yet. */
  settling(): Promise<readonly string[]>;
  /** A short name for a movement, the same for the same key. */
  idOf(key: string): string;
  /** Puts a file that was read under `processed/`. */
  done(name: string, hash: string): Promise<void>;
  /** Puts a file that cannot be read under `refused/`, with a sentence beside it. */
  refuse(name: string, sentence: string): Promise<void>;
}
