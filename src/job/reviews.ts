import type { TextEdit } from '../core/edit.ts';
import type { DecidedFinding, Decision } from '../core/finding.ts';
import type { ClientName, ContentHash, Job, JobId, RevisionId } from './job.ts';

/**
 * `pending`: not all documents are delivered yet. `open`: delivered for review, the client's word is awaited.
 * `returned`: the client sent something back, and the final copies are to be made of it.
 * `accepted`: all is accepted, and the invoice is to be queued. `closed`: another round followed, or the invoice is queued.
 */
export type RoundState = 'pending' | 'open' | 'returned' | 'accepted' | 'closed';

/** A round of a job's review, counted from 1. */
export interface Round {
  readonly jobId: JobId;
  readonly round: number;
  readonly state: RoundState;
  readonly openedAt: string;
  /** When the client last sent something back in it. */
  readonly returnedAt?: string;
  readonly closedAt?: string;
  readonly closedBy?: string;
  /** What the office spent on the changes of this round. */
  readonly minutes: number;
}

/** A finding under the name that the ledger has for it. `proposed`: it was in the corrected copy once. */
export interface Proposal {
  readonly id: string;
  readonly finding: DecidedFinding;
  readonly proposed: boolean;
}

/** What the client decided of a finding. */
export interface ClientVerdict {
  readonly findingId: string;
  readonly decision: Decision;
  readonly reason: string;
}

/** A file that the client sent back, as far as it speaks of one document. `changes` are the client's own, in the original. */
export interface NewReturn {
  readonly jobId: JobId;
  readonly round: number;
  readonly revisionId: RevisionId;
  readonly path: string;
  readonly hash: ContentHash;
  readonly changes: readonly TextEdit[];
  readonly at: string;
}

export type ReturnRecord = NewReturn & { readonly seq: number };

/**
 * Something that only a person can settle. `left-open`: a correction that the client neither took nor refused;
 * `change`: one of the client's changes that cannot be made by itself; `wording`: a mistake in what the client wrote.
 */
export type QueryKind = 'left-open' | 'change' | 'wording';

export interface NewQuery {
  readonly kind: QueryKind;
  /** What “yes” makes, in the original. */
  readonly edit: TextEdit;
  /** Whether the file can be given that edit. */
  readonly makeable: boolean;
  readonly note: string;
  readonly findingId?: string;
}

export type QueryAnswer = 'yes' | 'no';

/** What the client answered. `wording`: with words of the client's own, which then stand in the original so. */
export interface NewAnswer {
  readonly answer: QueryAnswer;
  readonly wording?: TextEdit;
  readonly by: string;
  readonly at: string;
}

export interface QueryRecord extends NewQuery {
  readonly id: number;
  readonly jobId: JobId;
  readonly client: ClientName;
  readonly job: string;
  readonly path: string;
  readonly returnSeq: number;
  readonly answer?: QueryAnswer;
  readonly wording?: TextEdit;
}

/** The kinds of files that the outbox must hold of a document before its job can be invoiced. */
export type PlacedKind = 'original' | 'corrected' | 'report-json' | 'report-html' | 'final';

/** What a person calls a job that is complete and waits for its client, or for the desk after that. */
export const inReview = {
  open: 'delivered for review',
  returned: 'returned',
  accepted: 'accepted',
} as const;

/** What the ledger tells of reviews, outside of transactions and within. */
export interface ReviewReads {
  /** By the name that the job has in the outbox. */
  jobCalled(client: ClientName, name: string): Promise<Job | undefined>;
  /** The rounds of a job, the first first. */
  rounds(jobId: JobId): Promise<readonly Round[]>;
  /** The last round of every job under review whose invoice is not queued yet. */
  lastRounds(): Promise<readonly Round[]>;
  proposals(revisionId: RevisionId): Promise<readonly Proposal[]>;
  /** What was sent back, the oldest first. */
  returns(jobId: JobId): Promise<readonly ReturnRecord[]>;
  /** Of the newest return of each document, the oldest first. */
  queries(which?: { readonly jobId?: JobId }): Promise<readonly QueryRecord[]>;
  acceptedRevisions(jobId: JobId): Promise<ReadonlySet<RevisionId>>;
  /** Where the files of a document lie in the outbox, relative to the desk. */
  placed(
    revisionId: RevisionId,
  ): Promise<readonly { readonly kind: PlacedKind; readonly path: string }[]>;
}

export interface ReviewWrites extends ReviewReads {
  /** Adds a round, or replaces what is known of it. */
  putRound(round: Round): Promise<void>;
  /** Adds a return with its queries and verdicts; the document is no longer accepted. */
  addReturn(
    fresh: NewReturn & {
      readonly verdicts: readonly ClientVerdict[];
      readonly queries: readonly NewQuery[];
    },
  ): Promise<void>;
  addVerdicts(verdicts: readonly ClientVerdict[], at: string): Promise<void>;
  /** False when the query was answered before. */
  answerQuery(id: number, given: NewAnswer): Promise<boolean>;
  acceptRevision(
    revisionId: RevisionId,
    given: { readonly by: string; readonly at: string },
  ): Promise<void>;
  putPlaced(revisionId: RevisionId, kind: PlacedKind, path: string): Promise<void>;
}

/** A file that a client sent back, still where it was dropped. */
export interface ReturnedFile {
  readonly client: ClientName;
  /** The name of the job's folder. */
  readonly folder: string;
  /** Relative to that folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the file was when it was read, so that a newer one is not taken for it. */
  readonly mark: string;
}

/** The folder of what clients send back: `<client>/<job>/…`. A file stays there until the ledger has it. */
export interface Returns {
  files(): Promise<readonly ReturnedFile[]>;
  /** Puts a file that the ledger has into a folder of what was taken, as beside the others of its round; one that has changed meanwhile stays. */
  done(file: ReturnedFile, folder: string): Promise<void>;
  /** Puts a file aside with the reason. */
  refuse(file: ReturnedFile, sentence: string): Promise<void>;
}
