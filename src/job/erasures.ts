import type { Party } from '../billing/invoice.ts';
import type { ClientName, ContentHash, JobId } from './job.ts';

/** What of a job still needs its documents. */
export type Need = 'work' | 'review' | 'invoice';

/** A job whose documents the desk still has. */
export interface KeptJob {
  readonly jobId: JobId;
  readonly client: ClientName;
  readonly folder: string;
  readonly name: string;
  readonly bare: boolean;
  readonly documents: number;
  /** When something was last recorded of it. */
  readonly lastAt: string;
  /** Undefined when nothing needs its documents any more. */
  readonly need?: Need;
}

/** What was erased in the ledger and is still on the disk: a content by its hash, or a path below the desk. */
export type LeftoverKind = 'content' | 'path';

export interface Leftover {
  readonly seq: number;
  readonly kind: LeftoverKind;
  readonly what: string;
}

/** Which messages are to be erased: those made before a time, of one client when one is given. */
export interface OldMessages {
  readonly before: string;
  readonly client?: ClientName;
}

/** Who stands on papers whose client was erased; the country decides their tax. */
export function nobody({ country }: Party): Party {
  return { name: 'erased', street: [], postcode: '', town: '', country };
}

/** Whether the client of a paper was erased, and its files with the name. */
export function isNobody({ name, street }: Party): boolean {
  return name === 'erased' && street.length === 0;
}

/** That a client was erased, and when; `mark` stands for the name, which is not kept. */
export interface Erased {
  readonly at: string;
  readonly mark: string;
}

/** What must be asked before anything is erased. */
export interface ErasureReads {
  /** The jobs whose documents are still there, the oldest first. */
  keptJobs(): Promise<readonly KeptJob[]>;
  /** How many messages `eraseMessages` would erase. */
  oldMessages(which: OldMessages): Promise<number>;
  leftovers(): Promise<readonly Leftover[]>;
  /** Every erasure of a client, the oldest first. */
  erasures(): Promise<readonly Erased[]>;
  /** Whether a document, a message, a return or a quote still names a content. */
  isNamed(hash: ContentHash): Promise<boolean>;
}

export interface ErasureWrites extends ErasureReads {
  /**
   * Takes the documents of a job out of the ledger: texts, names, findings, decisions, returns. What it came to, and that
   * it was done, stays. `paths`, below the desk, and the contents go to the leftovers. False when they were gone before.
   */
  eraseDocuments(
    jobId: JobId,
    how: { readonly at: string; readonly paths: readonly string[] },
  ): Promise<boolean>;
  /** Takes words and address of messages out that are on no way any more; how many. */
  eraseMessages(which: OldMessages): Promise<number>;
  /**
   * Takes away what else the ledger says of a client: details of events, notes of time, the client's name.
   * Where `name` is given the client is called so from now on; otherwise papers that must be kept name the client.
   */
  eraseClient(
    client: ClientName,
    to: { readonly at: string; readonly name?: ClientName },
  ): Promise<void>;
  addLeftover(kind: LeftoverKind, what: string): Promise<void>;
  endLeftover(seq: number): Promise<void>;
}
