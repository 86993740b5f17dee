import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobFolder, SettledFile } from '../../../job/intake.ts';
import { unlessMissing } from '../errors.ts';
import { type JobFileReading, jobFileBytesMax, readJobFile } from './job-file.ts';
import { type JudgeTerms, judge } from './judge.ts';
import { reasons } from './reasons.ts';
import { type OpenFolder, type Seen, type Walk, wait } from './seen.ts';
import type { Patience } from './settle.ts';

/** What the job.yaml of each folder says is to come. */
export interface JobFiles {
  readonly expected: ReadonlyMap<OpenFolder, readonly string[]>;
  /** Folders whose job.yaml is not settled or has a fault: until it is read, nobody knows how to treat their documents. */
  readonly unread: ReadonlySet<OpenFolder>;
  /** When another look may find them settled. */
  readonly soonMs: readonly number[];
}

/** Reads every job.yaml that has settled; the others are told as waiting. */
export async function readJobFiles(
  walk: Walk,
  patience: Patience,
  terms: JudgeTerms,
): Promise<JobFiles> {
  const expected = new Map<OpenFolder, readonly string[]>();
  const unread = new Set<OpenFolder>();
  const soonMs: number[] = [];
  for (const folder of walk.folders) {
    for (const seen of folder.jobFiles) {
      const verdict = await judge(seen, patience, terms);
      if (verdict.kind === 'gone') continue;
      if (verdict.kind === 'waiting' && verdict.soonMs !== undefined) soonMs.push(verdict.soonMs);
      const reading = verdict.kind === 'waiting' ? verdict : await readAt(seen, terms.inboxFolder);
      if (reading.kind !== 'read') {
        unread.add(folder);
        wait(walk, seen.file.inboxPath, { stuck: true, ...reading });
      } else if (reading.expectedFiles) {
        expected.set(folder, [...(expected.get(folder) ?? []), ...reading.expectedFiles]);
      }
    }
  }
  return { expected, unread, soonMs };
}

async function readAt({ file, stamp }: Seen, inboxFolder: string): Promise<JobFileReading> {
  if (stamp.sizeBytes > jobFileBytesMax) {
    return { kind: 'faulty', reason: 'too long for a list of files; shorten it' };
  }
  const text = await unlessMissing(readFile(join(inboxFolder, file.inboxPath), 'utf8'));
  return text === undefined ? { kind: 'read' } : readJobFile(text);
}

/** The folders for the worker. An unread job.yaml counts as a file that is to come, and so does one taken but still written. */
export function jobFoldersOf(
  walk: Walk,
  { expected, unread }: JobFiles,
  held: readonly SettledFile[],
): readonly JobFolder[] {
  const folders = new Map<string, JobFolder>();
  for (const one of walk.folders) {
    const { client, folder, ready } = one;
    const pending = one.pending + (unread.has(one) ? 1 : 0);
    const files = expected.get(one);
    const made = { client, folder, ready, pending };
    folders.set(`${client}/${folder}`, files ? { ...made, expectedFiles: files } : made);
  }
  for (const { client, folder, inboxPath } of held) {
    wait(walk, inboxPath, { reason: reasons.lateWriter, stuck: false });
    const known = folders.get(`${client}/${folder}`) ?? {
      client,
      folder,
      ready: false,
      pending: 0,
    };
    folders.set(`${client}/${folder}`, { ...known, pending: known.pending + 1 });
  }
  return [...folders.values()];
}
