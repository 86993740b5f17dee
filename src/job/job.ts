/** The name of a client's folder in the inbox. */
export type ClientName = string & { readonly brand: 'ClientName' };
export type JobId = string & { readonly brand: 'JobId' };
export type DocumentId = string & { readonly brand: 'DocumentId' };
export type RevisionId = string & { readonly brand: 'RevisionId' };

/** `gathering`: more documents may come. `working`: complete, being worked on. `delivered`: every document went back. */
export type JobState = 'gathering' | 'working' | 'delivered';

/** Why no more documents are expected. */
export type ClosedBy = 'ready-file' | 'job-file' | 'quiet-period' | 'once';

/**
 * A client's order. `folder` is what the client called it in the inbox;
 * `name` is the folder in the outbox: the same, or `name (2)` when an earlier job was called so.
 * A `bare` job is one file that was dropped without a folder.
 */
export interface Job {
  readonly id: JobId;
  readonly client: ClientName;
  readonly folder: string;
  readonly name: string;
  readonly bare: boolean;
  readonly state: JobState;
  readonly openedAt: string;
  /** When a document last came in. */
  readonly touchedAt: string;
  readonly closedBy?: ClosedBy;
}

/**
 * Where a document is in the flow; each state but the last three has a step that leads on.
 * `superseded`: a newer revision came before this one was delivered.
 */
export const documentStates = [
  'received',
  'extracted',
  'proofread',
  'arbitrated',
  'applied',
  'delivered',
  'quarantined',
  'withdrawn',
  'superseded',
] as const;

export type DocumentState = (typeof documentStates)[number];

/** What a step made; the bytes are in the content store under their hash. */
const artifactKinds = [
  'original',
  'converted',
  'extract',
  'proofread',
  'corrected',
  'redline',
  'report-json',
  'report-html',
  'final',
] as const;

export type ArtifactKind = (typeof artifactKinds)[number];
export type ContentHash = string & { readonly brand: 'ContentHash' };

/**
 * One content of one document, with all that a step must know.
 * `path` is relative to the job's folder, with `/`; `number` counts from 1 within the client, folder and path.
 */
export interface Revision {
  readonly id: RevisionId;
  readonly documentId: DocumentId;
  readonly job: Job;
  readonly path: string;
  readonly number: number;
  readonly state: DocumentState;
  /** The version of the profile (pipeline and dictionaries) that it began with. */
  readonly profile: string;
  readonly sizeBytes: number;
  readonly receivedAt: string;
  readonly words?: number;
  readonly artifacts: Readonly<Partial<Record<ArtifactKind, ContentHash>>>;
  readonly failure?: { readonly code: string; readonly detail: string };
}

/** A job whose documents are all back, or left out with the client's consent, may be invoiced. */
export function isAccountedFor(state: DocumentState): boolean {
  return state === 'delivered' || state === 'withdrawn' || state === 'superseded';
}
