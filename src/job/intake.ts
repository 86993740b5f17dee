import type { ClientName, ContentHash } from './job.ts';

/** Why a file in the inbox is not being taken yet, or is never taken. */
export interface WaitingFile {
  readonly path: string;
  readonly reason: string;
  /** Whether a person must do something before it can be taken. */
  readonly stuck: boolean;
  /** When the reason ends by itself at the latest, where that is known. */
  readonly until?: string;
}

/** How much is taken out of the inbox. */
interface IntakeBounds {
  /** With less room on the disk nothing is taken. */
  readonly freeBytesMin: number;
  /** As many documents of one client are in work at once; the rest waits in the inbox. */
  readonly inWorkMax: number;
}

/** The disk that holds the desk. */
export interface Disk {
  freeBytes(): Promise<number>;
}

/** A settled file. `inode` and `sizeBytes` are as seen when it settled. */
export interface SettledFile {
  readonly client: ClientName;
  readonly folder: string;
  readonly bare: boolean;
  /** Relative to the job's folder. */
  readonly path: string;
  /** Relative to the inbox. */
  readonly inboxPath: string;
  readonly inode: string;
  readonly sizeBytes: number;
}

/** A job folder that is still there, and what its files say about being complete. */
export interface JobFolder {
  readonly client: ClientName;
  readonly folder: string;
  readonly ready: boolean;
  /** From `job.yaml`: what is to come, by path relative to the folder. */
  readonly expectedFiles?: readonly string[];
  /** Files still in the folder that are not taken yet. */
  readonly pending: number;
}

export interface InboxScan {
  readonly settled: readonly SettledFile[];
  readonly waiting: readonly WaitingFile[];
  readonly folders: readonly JobFolder[];
  /** After how many milliseconds another look may find more files settled; absent when time alone changes nothing. */
  readonly lookAgainMs?: number;
}

/** A file taken out of the inbox: moved, so that no one else can take it, and read while nobody wrote to it. */
interface ClaimedFile {
  readonly kind: 'read';
  readonly intent: Intent;
  readonly bytes: Uint8Array;
}

/** A file taken out of the inbox that is too large to be read; it can be given a place on a shelf by `placeFile`. */
export interface OversizeFile {
  readonly kind: 'too-large';
  readonly intent: Intent;
  readonly sizeBytes: number;
  readonly original: ContentHash;
  /** Where it is now, relative to the desk. */
  readonly deskPath: string;
}

export type Claim = ClaimedFile | OversizeFile;

/** The note, written before the move, by which a crash between move and ledger is mended. */
export interface Intent {
  readonly id: string;
  readonly file: SettledFile;
  /** Relative to the work area. */
  readonly workPath: string;
}

/** What the office has decided for all clients. */
export interface OfficeSettings {
  /** The author of tracked changes. */
  readonly author: string;
  /** The service that is billed for proofreading. */
  readonly service: string;
  readonly quietMs: number;
  readonly quietBareMs: number;
  readonly bounds: IntakeBounds;
}
