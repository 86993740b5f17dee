import type { BigIntStats } from 'node:fs';
import type { SettledFile, WaitingFile } from '../../../job/intake.ts';
import type { ClientName } from '../../../job/job.ts';
import { printable } from '../names.ts';
import type { InboxLimits } from './limits.ts';

/** What makes a file the same as at the last look. */
export interface Stamp {
  readonly inode: string;
  readonly sizeBytes: number;
  /** All that changes when anyone writes to the file or puts another in its place. */
  readonly mark: string;
  /** When it last changed in any way, in milliseconds since 1970. */
  readonly changedMs: number;
}

/** A regular file that may be a document, or a job.yaml. */
export interface Seen {
  readonly file: Omit<SettledFile, 'inode' | 'sizeBytes'>;
  /** As on the disk. */
  readonly name: string;
  readonly siblings: ReadonlySet<string>;
  readonly stamp: Stamp;
  readonly job?: OpenFolder;
}

/** A job's folder while it is being looked at. */
export interface OpenFolder {
  readonly client: ClientName;
  readonly folder: string;
  readonly jobFiles: Seen[];
  ready: boolean;
  pending: number;
}

/** What is found as the inbox is gone through. */
export interface Walk {
  readonly inboxFolder: string;
  readonly limits: InboxLimits;
  readonly nowMs: number;
  readonly files: Seen[];
  readonly waiting: WaitingFile[];
  readonly folders: OpenFolder[];
  /** Files that are not even looked at this time, since there are too many. */
  beyond: number;
}

/** A folder on the way. `inboxPath` is as on the disk, `path` within its job and as people read it. */
export interface Place {
  readonly inboxPath: string;
  readonly client?: ClientName;
  readonly job?: OpenFolder;
  readonly path: string;
  /** 0 is the inbox, 1 a client's folder, 2 a job's. */
  readonly depth: number;
}

/** The time of change counts too: a copy may keep the time of its original, but not that. */
export function stampOf(stats: BigIntStats): Stamp {
  const { dev, ino, size, mtimeNs, ctimeNs } = stats;
  return {
    inode: String(ino),
    sizeBytes: Number(size),
    mark: [dev, ino, size, mtimeNs, ctimeNs].join(':'),
    changedMs: Math.max(msOf(mtimeNs), msOf(ctimeNs)),
  };
}

/** What changes when a file is written to, but not when it gets a second name. */
export function contentMark(stats: { readonly size: bigint; readonly mtimeNs: bigint }): string {
  return `${stats.size}:${stats.mtimeNs}`;
}

function msOf(ns: bigint): number {
  return Number(ns / 1_000_000n);
}

/** Notes that something is not taken now. `path` is relative to the inbox, as on the disk. */
export function wait(walk: Walk, path: string, why: Why): void {
  const { reason, stuck, untilMs } = why;
  const until = untilMs === undefined ? undefined : new Date(untilMs).toISOString();
  walk.waiting.push({ path: printable(path), reason, stuck, ...(until && { until }) });
}

/** `untilMs`, in milliseconds since 1970, is when the reason ends by itself, if nothing else happens. */
interface Why extends Omit<WaitingFile, 'path' | 'until'> {
  readonly untilMs?: number;
}

/** `name` inside a folder of the inbox. */
export function below({ inboxPath }: Place, name: string): string {
  return inboxPath === '' ? name : `${inboxPath}/${name}`;
}
