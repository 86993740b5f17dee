import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, InboxScan, JobFolder, SettledFile } from '../../../ports.ts';
import { unlessMissing } from '../errors.ts';
import { jobFileBytesMax, readJobFile } from './job-file.ts';
import { type JudgeTerms, judge, type Verdict } from './judge.ts';
import { requireInbox } from './marker.ts';
import { reasons } from './reasons.ts';
import { type OpenFolder, type Seen, type Walk, wait } from './seen.ts';
import type { Patience } from './settle.ts';
import { walkInbox } from './walk.ts';

export interface ScanTerms extends JudgeTerms {
  readonly clock: Clock;
  /** Files that were taken and are still being written: they are not in the inbox, but their jobs wait for them. */
  held(): readonly SettledFile[];
}

/** Looks at the inbox. Impatient, it looks again and again until nothing more will settle soon; see `settleMs`. */
export async function scanInbox(terms: ScanTerms, patient: boolean): Promise<InboxScan> {
  const { settleMs, quickLookMs } = terms.limits;
  const endMs = performance.now() + 2 * settleMs + quickLookMs;
  for (;;) {
    const scan = await lookOnce(terms, patient);
    if (patient || scan.lookAgainMs === undefined) return scan;
    const pauseMs = Math.max(scan.lookAgainMs, quickLookMs);
    if (performance.now() + pauseMs > endMs) return scan;
    await sleep(pauseMs);
  }
}

/** So many files are judged at once: each may ask the disk some questions. */
const judgeAtOnce = 64;

async function lookOnce(terms: ScanTerms, patient: boolean): Promise<InboxScan> {
  await requireInbox(terms.inboxFolder);
  const patience = { patient, nowMs: terms.clock.now().getTime() };
  const walk = await walkInbox({ ...terms, nowMs: patience.nowMs });
  const settled: SettledFile[] = [];
  const soon: number[] = [];
  const unread = new Set<OpenFolder>();
  const terms2 = 0;
  for (let start = 0; start < walk.files.length; start += judgeAtOnce) {
    const some = walk.files.slice(start, start + judgeAtOnce);
    const verdicts = await Promise.all(some.map((seen) => judge(seen, patience, terms)));
    for (const [index, seen] of some.entries()) {
      const verdict = verdicts[index];
      if (verdict) note(seen, verdict, { walk, settled, soon });
    }
  }
  const folders: JobFolder[] = [];
  for (const folder of walk.folders) {
    folders.push(await jobFolder(walk, folder, { patience, terms, soon }));
  }
  terms.settlement.forgetRest();
  await requireInbox(terms.inboxFolder);
  const scan = { settled, waiting: walk.waiting, folders: withHeld(walk, folders, terms.held()) };
  return soon.length > 0 ? { ...scan, lookAgainMs: Math.ceil(Math.min(...soon)) } : scan;
}

interface Found {
  readonly walk: Walk;
  readonly settled: SettledFile[];
  readonly soon: number[];
}

function note(seen: Seen, verdict: Verdict, { walk, settled, soon }: Found): void {
  if (verdict.kind === 'settled') {
    const { inode, sizeBytes } = seen.stamp;
    settled.push({ ...seen.file, inode, sizeBytes });
  } else if (verdict.kind === 'waiting') {
    wait(walk, seen.file.inboxPath, verdict);
    if (verdict.soonMs !== undefined) soon.push(verdict.soonMs);
  } else if (seen.job) {
    seen.job.pending -= 1;
  }
}

interface FolderTerms {
  readonly patience: Patience;
  readonly terms: ScanTerms;
  readonly soon: number[];
}

/** A job.yaml that is not settled, or has a fault, holds its job open: nobody knows yet what is to come. */
async function jobFolder(
  walk: Walk,
  { client, folder, ready, pending, jobFiles }: OpenFolder,
  { patience, terms, soon }: FolderTerms,
): Promise<JobFolder> {
  const expectedFiles: string[] = [];
  let lists = 0;
  let unread = 0;
  for (const seen of jobFiles) {
    const verdict = await judge(seen, patience, terms);
    if (verdict.kind === 'gone') continue;
    if (verdict.kind === 'waiting' && verdict.soonMs !== undefined) soon.push(verdict.soonMs);
    const reading = verdict.kind === 'settled' ? await readAt(seen, terms.inboxFolder) : verdict;
    if (!reading) continue;
    if (reading.kind !== 'read') {
      unread += 1;
      wait(walk, seen.file.inboxPath, { stuck: true, ...reading });
    } else if (reading.expectedFiles) {
      lists += 1;
      expectedFiles.push(...reading.expectedFiles);
    }
  }
  const seenSo = { client, folder, ready, pending: pending + unread };
  return lists > 0 ? { ...seenSo, expectedFiles } : seenSo;
}

async function readAt({ file, stamp }: Seen, inboxFolder: string) {
  if (stamp.sizeBytes > jobFileBytesMax) {
    return { kind: 'faulty', reason: 'too long for a list of files; shorten it' } as const;
  }
  const text = await unlessMissing(readFile(join(inboxFolder, file.inboxPath), 'utf8'));
  return text === undefined ? undefined : readJobFile(text);
}

function withHeld(
  walk: Walk,
  folders: readonly JobFolder[],
  held: readonly SettledFile[],
): readonly JobFolder[] {
  const all = [...folders];
  for (const { client, folder, inboxPath } of held) {
    wait(walk, inboxPath, { reason: reasons.lateWriter, stuck: false });
    const at = all.findIndex((one) => one.client === client && one.folder === folder);
    const known = all[at];
    if (known) all[at] = { ...known, pending: known.pending + 1 };
    else all.push({ client, folder, ready: false, pending: 1 });
  }
  return all;
}
