import type { InvoiceTask } from '../billing/invoice-task.ts';
import type { ClientName, ContentHash, DocumentState, JobId, RevisionId } from './job.ts';

export interface TaskRequest {
  readonly kind: string;
  readonly revisionId: RevisionId;
  readonly runAt: string;
}

/** A task in hand. The `token` fences it: when the lease was lost meanwhile, nothing it did is recorded. */
export interface Lease {
  readonly taskId: string;
  readonly kind: string;
  readonly revisionId: RevisionId;
  readonly token: string;
  readonly attempts: number;
}

/** A revision that goes from one state to another, with what was found out on the way. */
export interface Move {
  readonly revisionId: RevisionId;
  readonly from: DocumentState;
  readonly to: DocumentState;
  readonly words?: number;
  readonly failure?: { readonly code: string; readonly detail: string };
}

export interface NewRevision {
  readonly jobId: JobId;
  readonly path: string;
  readonly sizeBytes: number;
  readonly profile: string;
  readonly original: ContentHash;
  readonly receivedAt: string;
}

/** A profile by which a job is still worked on. */
export interface UnderWay {
  readonly jobId: JobId;
  readonly profile: string;
}

/** `code` is a kebab-case name such as `document-received`; `data` holds ids, numbers and names, never a client's text. */
export interface LedgerEvent {
  readonly code: string;
  readonly at: string;
  readonly jobId?: JobId;
  readonly revisionId?: RevisionId;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/** What a status page shows; nothing here is a client's text. */
export interface LedgerStatus {
  readonly jobs: readonly {
    readonly client: string;
    readonly name: string;
    readonly state: string;
    readonly documents: Readonly<Record<string, number>>;
    readonly openedAt: string;
  }[];
  readonly documents: Readonly<Record<string, number>>;
  readonly quarantined: readonly {
    readonly client: string;
    readonly job: string;
    readonly path: string;
    readonly code: string;
    readonly detail: string;
    readonly revisionId: RevisionId;
  }[];
  readonly tasks: readonly {
    readonly kind: string;
    readonly client: string;
    readonly job: string;
    readonly path: string;
    readonly attempts: number;
    readonly runAt: string;
    readonly error?: string;
  }[];
  readonly invoiceTasks: readonly (InvoiceTask & { readonly state: string })[];
}

/** What the ledger tells of the queue. */
export interface QueueReads {
  pending(): Promise<Pending>;
  /** How many documents of each client have a task, due or not. */
  inWorkByClient(): Promise<ReadonlyMap<ClientName, number>>;
  /** The profiles of documents that are not back, of jobs whose invoice is not queued yet. */
  profilesUnderWay(): Promise<readonly UnderWay[]>;
}

/** How many tasks are waiting or in hand, when the next may be taken, and since when the oldest is due. */
export interface Pending {
  readonly count: number;
  readonly nextAt?: string;
  readonly oldestAt?: string;
}
