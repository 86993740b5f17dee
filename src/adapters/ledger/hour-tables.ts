import type { Generated } from 'kysely';
import type { ClientName, JobId } from '../../job/job.ts';

/** The tables of time and of months. */
export interface HourTables {
  readonly time_entries: TimeEntriesTable;
  readonly retainers: RetainersTable;
  readonly invoiced_months: InvoicedMonthsTable;
  readonly estimates: EstimatesTable;
}

/** A clock that runs has no minutes yet. */
interface TimeEntriesTable {
  seq: Generated<number>;
  person: string;
  client: ClientName;
  job_id: JobId | null;
  service: string | null;
  training: string | null;
  day: string;
  started_at: string | null;
  minutes: number | null;
  note: string;
  /** The invoice that it is on. */
  number: string | null;
  /** Why it is not charged. */
  dropped: string | null;
}

/** How long the office thinks that a job will take, where its documents are charged by the hour. */
interface EstimatesTable {
  job_id: JobId;
  minutes: number;
}

/** Since which month a client has a retainer. */
interface RetainersTable {
  client: ClientName;
  since: string;
}

/** A month is invoiced once; what was used of a retainer decides what is left for the next. */
interface InvoicedMonthsTable {
  client: ClientName;
  period: string;
  number: string;
  retainer: string | null;
  included_words: number;
  used_words: number;
  included_minutes: number;
  used_minutes: number;
}
