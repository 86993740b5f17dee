import type { InvoiceTask } from './billing/invoice-task.ts';
import type { ClientDecisions } from './core/decisions/decisions.ts';
import type { Document } from './core/document.ts';
import type { DecidedFinding, Finding } from './core/finding.ts';
import type { Attachment } from './core/format.ts';
import type { Proofread } from './core/proofread.ts';
import type { AuditFindings, AuditHead } from './job/audit.ts';
import type { BookReads, BookWrites } from './job/books.ts';
import type { ErasureReads, ErasureWrites } from './job/erasures.ts';
import type { Claim, InboxScan, Intent, SettledFile } from './job/intake.ts';
import type {
  ArtifactKind,
  ClientName,
  ClosedBy,
  ContentHash,
  Job,
  JobId,
  Revision,
  RevisionId,
} from './job/job.ts';
import type { MessageReads, MessageWrites } from './job/messages.ts';
import type {
  Copies,
  CopyRequest,
  ExtractRequest,
  FreshExtract,
  LockedFile,
  Profile,
  RenderedReport,
  ReportRequest,
  ReturnedRequest,
  UnlockedFile,
} from './job/proofreading.ts';
import type {
  Lease,
  LedgerEvent,
  LedgerStatus,
  Move,
  NewRevision,
  QueueReads,
  TaskRequest,
} from './job/records.ts';
import type { ReviewReads, ReviewWrites } from './job/reviews.ts';

/** All contact with the world. Times are ISO 8601 in UTC; sizes are bytes; paths inside a job use `/`. */

export interface Clock {
  now(): Date;
}

/** Bytes by their SHA-256 (lower-case hex). `put` is durable when it returns and idempotent. */
export interface ContentStore {
  put(bytes: Uint8Array): Promise<ContentHash>;
  get(hash: ContentHash): Promise<Uint8Array>;
}

export interface Inbox {
  /** Looks at everything. A file settles when two looks `settleMs` apart see the same; `patient: false` takes its age instead. */
  scan(options: { readonly patient: boolean }): Promise<InboxScan>;
  /** Says where a file will go; nothing is moved yet. */
  intend(file: SettledFile): Intent;
  /**
   * Moves the file and reads it. Undefined when it is no longer there or has changed: then the intent may go,
   * and the file settles again. Undefined also while someone goes on writing to it although it was moved:
   * then `whereabouts` says `work`, the intent must stay, and a later claim of it reads the file.
   */
  claim(intent: Intent): Promise<Claim | undefined>;
  /** After a restart, or when nothing was claimed: where the file of an intent is now. */
  whereabouts(intent: Intent): Promise<'inbox' | 'work' | 'gone'>;
  /**
   * Lets go of the work copy, once the ledger has the document or the file was set aside and no intent names it.
   * It is deleted some minutes later; when someone goes on writing to it until then, it comes back into the inbox.
   */
  release(intent: Intent): Promise<void>;
  /**
   * Keeps a file that was delivered before, under `duplicates/`; returns its path relative to the desk.
   * The work copy stays, so that it may be done again after a crash, until `release`.
   */
  setAside(intent: Intent): Promise<string>;
  /** Takes away a job's folder, its READY and job.yaml, when nothing else is left in it. */
  tidy(client: ClientName, folder: string): Promise<void>;
}

/** Where results go: `<client>/<job>/<kind>/<path>` under the outbox or the quarantine. */
export interface Shelf {
  /**
   * Writes a file so that it is there whole or not at all, never over another's.
   * The same bytes again are left alone; other bytes get ` (2)`. Returns the path taken, relative to the desk.
   */
  place(path: readonly string[], bytes: Uint8Array): Promise<string>;
  /** The same for a file of the desk that is too large for memory; it stays where it is as well. */
  placeFile(path: readonly string[], deskPath: string): Promise<string>;
  /**
   * Takes away the file of these bytes that `place` put there, with what lies beside it under its name and this ending.
   * Nothing happens when there is none.
   */
  takeBack(path: readonly string[], bytes: Uint8Array, ending: string): Promise<void>;
  /** Writes a file over the one that is there, whole or not at all; false when something else has its name. */
  replace(path: readonly string[], bytes: Uint8Array): Promise<boolean>;
  read(path: string): Promise<Uint8Array>;
}

/** What may be written, and what must be read in the same breath, all of it within one transaction. */
export interface LedgerWrites extends BookWrites, ErasureWrites, MessageWrites, ReviewWrites {
  job(id: JobId): Promise<Job | undefined>;
  /** The newest revision of each document of a job, as this transaction sees them. */
  revisionsOf(jobId: JobId): Promise<readonly Revision[]>;
  /** Whether a document of a job is neither delivered nor withdrawn nor replaced. */
  isUnderWay(jobId: JobId): Promise<boolean>;
  /** Whether another job of this client that has its invoice task holds a delivered document of the same content: it is billed once. */
  billedBefore(client: ClientName, original: ContentHash, except: JobId): Promise<boolean>;
  addIntent(intent: Intent, at: string): Promise<void>;
  removeIntent(id: string): Promise<void>;
  /**
   * The gathering job of this folder; else the one that a document in quarantine holds up, when `path` is that document
   * but for the ending; else a new one, named after the folder, `name (2)` if that is taken.
   */
  gatheringJob(request: {
    readonly client: ClientName;
    readonly folder: string;
    readonly bare: boolean;
    readonly at: string;
    readonly path: string;
  }): Promise<Job>;
  /** Adds a revision in state `received`; an undelivered earlier one of the same job and path becomes `superseded`, its tasks go. */
  addRevision(revision: NewRevision): Promise<Revision>;
  /** Moves a revision on. False, and nothing is written, when it is not in `from`. */
  advance(move: Move): Promise<boolean>;
  putArtifact(revisionId: RevisionId, kind: ArtifactKind, hash: ContentHash): Promise<void>;
  /** Replaces the findings of a revision, each with its decision by the policy. */
  putFindings(
    revisionId: RevisionId,
    findings: readonly DecidedFinding[],
    at: string,
  ): Promise<void>;
  closeJob(jobId: JobId, closedBy: ClosedBy, at: string): Promise<void>;
  markDelivered(jobId: JobId): Promise<void>;
  /** False when the job has its invoice task already: the key is unique. */
  queueInvoice(task: InvoiceTask): Promise<boolean>;
  /** False when the same task of the same revision is waiting already. */
  enqueue(task: TaskRequest): Promise<boolean>;
  /** False when the lease was lost: the caller must roll back. */
  complete(lease: Lease): Promise<boolean>;
  retryLater(lease: Lease, runAt: string, error: string): Promise<boolean>;
  bury(lease: Lease, error: string): Promise<boolean>;
  /** Adds a record to the audit trail. */
  addEvent(event: LedgerEvent): Promise<void>;
  /** Where the audit trail stands, as this transaction sees it. */
  auditHead(): Promise<AuditHead | undefined>;
}

export interface Ledger extends BookReads, ErasureReads, MessageReads, ReviewReads, QueueReads {
  /** Runs `work` in one durable transaction; an error rolls everything back and is thrown on. */
  transaction<T>(work: (tx: LedgerWrites) => Promise<T>): Promise<T>;
  intents(): Promise<readonly Intent[]>;
  revision(id: RevisionId): Promise<Revision | undefined>;
  /** A revision of this client, folder and path with the same content under the same profile, unless withdrawn or superseded. */
  sameBefore(file: {
    readonly client: ClientName;
    readonly folder: string;
    readonly path: string;
    readonly original: ContentHash;
    readonly profile: string;
  }): Promise<Revision | undefined>;
  gatheringJobs(): Promise<readonly Job[]>;
  /** The newest revision of each document of a job. */
  revisionsOf(jobId: JobId): Promise<readonly Revision[]>;
  /** Every revision of every document, the oldest first. */
  allRevisions(): Promise<readonly Revision[]>;
  /** Revisions that left the quarantine withdrawn or superseded, while no other of their document is in it. */
  passedOver(): Promise<readonly Revision[]>;
  findings(revisionId: RevisionId): Promise<readonly DecidedFinding[]>;
  status(): Promise<LedgerStatus>;
  auditHead(): Promise<AuditHead | undefined>;
  /** Whether the audit trail is as it was written, and holds all heads that were noted elsewhere. */
  checkAudit(noted: readonly AuditHead[]): Promise<AuditFindings>;
  /** What a clock that was ahead has put into a far future counts from now; how many that were. */
  mendTimes(now: string): Promise<number>;
  /** Takes the due task that has waited longest, for `leaseMs`; a lease that ran out is free again. `freeLeases` is for whoever works alone: it frees what an earlier process had in hand. */
  claim(now: string, leaseMs: number): Promise<Lease | undefined>;
  heartbeat(lease: Lease, now: string, leaseMs: number): Promise<boolean>;
  freeLeases(): Promise<number>;
  /** Quarantined revisions back to `received` with a fresh first task; how many. */
  retry(which: { readonly revisionId?: RevisionId }, at: string): Promise<number>;
  checkIntegrity(): Promise<string | undefined>;
  /** After something was erased: leaves nothing of it in the log of the database either. */
  foldLog(): Promise<void>;
  close(): Promise<void>;
}

/** Makes passwords unreadable for those who have what the desk keeps, but not its key. */
export interface Vault {
  /** The same secret gives the same seal. */
  seal(secret: string): string;
  /** Undefined when it was sealed with another key. */
  open(sealed: string): string | undefined;
}

/** Another program that turns old Word documents into .docx. Throws DocumentProblem when it cannot. */
export interface Converter {
  toDocx(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Settings by which a client's documents are worked on. Throws an Error with a sentence when a settings file has a fault. */
export interface Profiles {
  of(client: ClientName, folder: string): Promise<Profile>;
  /** The passwords that client and job name now, for documents that are encrypted. */
  passwords(client: ClientName, folder: string): Promise<readonly string[]>;
}

/** The heavy work, in threads of its own. Throws DocumentProblem for what the document is to blame for. */
export interface Engine {
  extract(request: ExtractRequest): Promise<FreshExtract>;
  /** An Office document without its encryption, and which of the passwords took it away. */
  unlock(request: LockedFile): Promise<UnlockedFile>;
  /** An Office document, not an old one, encrypted with a password. */
  lock(request: UnlockedFile): Promise<Uint8Array>;
  /** The files that came in the document and are documents of their own. */
  attachments(request: ExtractRequest): Promise<readonly Attachment[]>;
  proofread(request: {
    readonly document: Document;
    readonly profile: Profile;
  }): Promise<Proofread>;
  /** Decides each finding and checks the corrected text again. */
  arbitrate(request: {
    readonly document: Document;
    readonly findings: readonly Finding[];
    readonly profile: Profile;
  }): Promise<readonly DecidedFinding[]>;
  /** Writes the copies and reads them back; throws `not-verified` when they are not what they should be. */
  apply(request: CopyRequest): Promise<Copies>;
  /** What the client made of the corrections in a file that came back; undefined when it is another document. */
  returned(request: ReturnedRequest): Promise<ClientDecisions | undefined>;
  /** The redline as an HTML page, for formats that have no tracked changes. */
  redline(request: Omit<ReportRequest, 'places' | 'redline'>): Promise<string>;
  report(request: ReportRequest): Promise<RenderedReport>;
  close(): Promise<void>;
}

/** Structured and free of clients' text: ids, names of files and jobs, numbers, durations. */
export interface Log {
  info(data: Readonly<Record<string, unknown>>, message: string): void;
  warn(data: Readonly<Record<string, unknown>>, message: string): void;
  error(data: Readonly<Record<string, unknown>>, message: string): void;
}
