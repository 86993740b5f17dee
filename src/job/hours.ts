import type { RetainerMonth } from '../billing/retainer-left.ts';
import type { ClientName, JobId } from './job.ts';

/** Time that somebody spent for a client. Without `minutes` its clock is running. */
export interface TimeEntry {
  readonly id: number;
  readonly person: string;
  readonly client: ClientName;
  readonly jobId?: JobId;
  readonly job?: string;
  /** A service of the rate card; where there is none, the only one that is charged by the hour. */
  readonly service?: string;
  /** The kind of a training session. */
  readonly training?: string;
  readonly day: string;
  readonly startedAt?: string;
  readonly minutes?: number;
  readonly note: string;
  /** The invoice that it is on. */
  readonly number?: string;
  /** Why it is not charged. */
  readonly dropped?: string;
}

export type NewTime = Omit<TimeEntry, 'id' | 'job' | 'number' | 'dropped'>;

export interface TimeFilter {
  readonly client?: ClientName;
  /** Only what is to be charged and is on no invoice. */
  readonly unbilled?: true;
  /** What is on this invoice counts as unbilled: it was taken back. */
  readonly takenBack?: string;
}

/** A month that a client was invoiced for, with what of a retainer was used. */
export interface InvoicedMonth extends RetainerMonth {
  readonly client: ClientName;
  readonly number: string;
  readonly retainer?: string;
}

/** What the ledger tells of time and of months. */
export interface HourReads {
  timeEntries(which?: TimeFilter): Promise<readonly TimeEntry[]>;
  /** The month in which each client’s retainer began. */
  retainers(): Promise<ReadonlyMap<ClientName, string>>;
  invoicedMonths(client?: ClientName): Promise<readonly InvoicedMonth[]>;
  /** How many minutes the office thinks that a job will take. */
  estimate(jobId: JobId): Promise<number | undefined>;
}

export interface HourWrites extends HourReads {
  /** The newest job of this name. */
  jobNamed(client: ClientName, name: string): Promise<JobId | undefined>;
  /** Makes sure that the ledger knows a client that has sent nothing yet. */
  knowClient(client: ClientName, at: string): Promise<void>;
  /** Records time; the id. A second clock that runs for the same person is refused by the table. */
  addTime(fresh: NewTime): Promise<number>;
  /** Ends a clock. False when it does not run any more. */
  endTime(id: number, minutes: number): Promise<boolean>;
  /** Leaves time uncharged. False when it was dropped before, or is on an invoice that was not taken back. */
  dropTime(id: number, because: string): Promise<boolean>;
  /** Time is on an invoice from now on. */
  billTime(ids: readonly number[], number: string): Promise<void>;
  putEstimate(jobId: JobId, minutes: number): Promise<void>;
  beginRetainer(client: ClientName, since: string): Promise<void>;
  endRetainer(client: ClientName): Promise<void>;
  /** Records the invoice of a month, or the one that is made in its place. */
  putInvoicedMonth(month: InvoicedMonth): Promise<void>;
}
