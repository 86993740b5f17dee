import type { Generated, Kysely } from 'kysely';
import type { Decision } from '../../core/finding.ts';
import type {
  ArtifactKind,
  ClientName,
  ClosedBy,
  ContentHash,
  DocumentId,
  DocumentState,
  JobId,
  JobState,
  RevisionId,
} from '../../job/job.ts';
import type { QuoteState } from '../../job/quotes.ts';
import type { CreditMovesTable } from './credit-tables.ts';
import type { ErasureTables } from './erasure-tables.ts';
import type { HourTables } from './hour-tables.ts';
import type { HeldEventsTable, MessagesTable, ToldEventsTable } from './message-tables.ts';
import type { ReviewTables } from './review-tables.ts';

/** A handle on the ledger's tables: the database itself, or a transaction on it. */
export type Db = Kysely<LedgerTables>;

/**
 * The ledger's tables as every database holds them. Times are ISO 8601 in UTC with milliseconds, so that they
 * sort as text; booleans are 0 or 1; JSON is text. Migrations are the other half of this file.
 */
export interface LedgerTables extends ErasureTables, HourTables, ReviewTables {
  readonly credit_moves: CreditMovesTable;
  readonly clients: ClientsTable;
  readonly jobs: JobsTable;
  readonly documents: DocumentsTable;
  readonly revisions: RevisionsTable;
  readonly artifacts: ArtifactsTable;
  readonly findings: FindingsTable;
  readonly decisions: DecisionsTable;
  readonly tasks: TasksTable;
  readonly invoice_tasks: InvoiceTasksTable;
  readonly invoices: InvoicesTable;
  readonly quotes: QuotesTable;
  readonly bank_files: BankFilesTable;
  readonly bank_entries: BankEntriesTable;
  readonly allocations: AllocationsTable;
  readonly receipts: ReceiptsTable;
  readonly intents: IntentsTable;
  readonly events: EventsTable;
  readonly messages: MessagesTable;
  readonly told_events: ToldEventsTable;
  readonly held_events: HeldEventsTable;
}

interface ClientsTable {
  name: ClientName;
  first_seen_at: string;
  erased_at: string | null;
}

interface JobsTable {
  id: JobId;
  client: ClientName;
  folder: string;
  name: string;
  bare: 0 | 1;
  state: JobState;
  opened_at: string;
  touched_at: string;
  closed_by: ClosedBy | null;
  closed_at: string | null;
  erased_at: string | null;
}

/** A document is known by client, folder and path; it comes back in later jobs as a further revision. */
interface DocumentsTable {
  id: DocumentId;
  client: ClientName;
  folder: string;
  path: string;
}

interface RevisionsTable {
  id: RevisionId;
  document_id: DocumentId;
  job_id: JobId;
  number: number;
  state: DocumentState;
  profile: string;
  size_bytes: number;
  received_at: string;
  words: number | null;
  failure_code: string | null;
  failure_detail: string | null;
}

interface ArtifactsTable {
  revision_id: RevisionId;
  kind: ArtifactKind;
  hash: ContentHash;
}

interface FindingsTable {
  id: string;
  revision_id: RevisionId;
  ordinal: number;
  stage: string;
  rule: string;
  start: number;
  end: number;
  message: string;
  confidence: number;
  /** A JSON list of edits, the best first. */
  corrections: string;
  url: string | null;
}

/** The decision of a finding that counts is the one with the highest `seq`. */
interface DecisionsTable {
  seq: Generated<number>;
  finding_id: string;
  decided_by: string;
  decision: Decision;
  reason: string | null;
  at: string;
}

export type TaskState = 'waiting' | 'leased' | 'buried';

/** `due_at` is when a task may be taken: `run_at` while it waits, the end of the lease in hand, never once buried. */
interface TasksTable {
  seq: Generated<number>;
  id: string;
  revision_id: RevisionId;
  client: ClientName;
  kind: string;
  state: TaskState;
  run_at: string;
  due_at: string | null;
  token: string | null;
  attempts: number;
  error: string | null;
}

interface InvoiceTasksTable {
  job_id: JobId;
  state: 'queued' | 'done';
  queued_at: string;
  /** The invoice that it is on: its own, or that of a month. */
  number: string | null;
  /** A JSON list of invoice lines. */
  lines: string;
}

/** An invoice or credit note; all but its state is fixed when it gets its number. */
interface InvoicesTable {
  number: string;
  series: string;
  year: number;
  ordinal: number;
  kind: 'invoice' | 'credit-note';
  state: 'intended' | 'issued';
  client: ClientName;
  job_id: JobId | null;
  /** The number of the invoice that a credit note takes back. */
  credits: string | null;
  issued_on: string;
  due_on: string;
  currency: string;
  /** In the smallest unit of the currency; text, for it may be larger than a number holds. */
  gross: string;
  reference: string;
  /** The whole of it, as `billing/frozen.ts` writes it. */
  document: string;
}

interface QuotesTable {
  number: string;
  year: number;
  ordinal: number;
  job_id: JobId;
  hash: string;
  state: QuoteState;
  written: 0 | 1;
  /** The whole of it, as `billing/frozen.ts` writes it. */
  document: string;
  decided_by: string | null;
  decided_at: string | null;
}

interface BankFilesTable {
  hash: string;
  name: string;
  format: string;
  imported_at: string;
}

/** A movement is known by a hash of all that the bank says of it. Amounts are in the smallest unit, as text. */
interface BankEntriesTable {
  id: string;
  file: string;
  booked_on: string;
  currency: string;
  amount: string;
  payer: string | null;
  words: string;
  state: 'allocated' | 'open' | 'ignored';
  remark: string | null;
}

/** What of a movement was given to an invoice; below zero where the bank took it back. */
interface AllocationsTable {
  seq: Generated<number>;
  entry_id: string;
  number: string;
  amount: string;
  decided_by: string;
  at: string;
}

interface ReceiptsTable {
  number: string;
  state: 'intended' | 'issued' | 'void';
  paid_on: string;
}

interface IntentsTable {
  id: string;
  client: ClientName;
  folder: string;
  bare: 0 | 1;
  path: string;
  inbox_path: string;
  inode: string;
  size_bytes: number;
  work_path: string;
  at: string;
}

interface EventsTable {
  seq: Generated<number>;
  code: string;
  at: string;
  job_id: JobId | null;
  revision_id: RevisionId | null;
  /** A JSON object, or nothing. */
  data: string | null;
  /** Of `data`; when that is erased, the digest stays, so that the chain still holds. */
  data_salt: string | null;
  data_digest: string | null;
  /** Over this record and the seal before it (`audit-chain.ts`). */
  seal: string;
}
