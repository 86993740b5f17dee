import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InboxScan, SettledFile } from '../../../job/intake.ts';
import type { Clock } from '../../../ports.ts';
import { type JobFiles, jobFoldersOf, readJobFiles } from './job-folders.ts';
import { type JudgeTerms, judge, type Verdict } from './judge.ts';
import { requireInbox } from './marker.ts';
import { reasons } from './reasons.ts';
import { type Seen, type Walk, wait } from './seen.ts';
import { type Arrived, inTurns } from './turns.ts';
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

/** The mark of the inbox is looked for before and after: a share that went away in between looks like files that are gone. */
async function lookOnce(terms: ScanTerms, patient: boolean): Promise<InboxScan> {
  await requireInbox(terms.inboxFolder);
  const patience = { patient, nowMs: terms.clock.now().getTime() };
  const walk = await walkInbox({ ...terms, nowMs: patience.nowMs });
  const jobFiles = await readJobFiles(walk, patience, terms);
  const found: Found = { walk, jobFiles, settled: [], soonMs: [...jobFiles.soonMs] };
  for (let start = 0; start < walk.files.length; start += judgeAtOnce) {
    const some = walk.files.slice(start, start + judgeAtOnce);
    const verdicts = await Promise.all(some.map((seen) => judge(seen, patience, terms)));
    for (const [index, seen] of some.entries()) {
      const verdict = verdicts[index];
      if (verdict) note(seen, verdict, found);
    }
  }
  terms.settlement.forgetRest();
  await requireInbox(terms.inboxFolder);
  const folders = jobFoldersOf(walk, jobFiles, terms.held());
  const scan = { settled: inTurns(found.settled), waiting: walk.waiting, folders };
  if (found.soonMs.length === 0) return scan;
  return { ...scan, lookAgainMs: Math.ceil(found.soonMs.reduce((a, b) => Math.min(a, b))) };
}

interface Found {
  readonly walk: Walk;
  readonly jobFiles: JobFiles;
  readonly settled: Arrived[];
  readonly soonMs: number[];
}

function note(seen: Seen, verdict: Verdict, { walk, jobFiles, settled, soonMs }: Found): void {
  if (verdict.kind === 'gone') {
    if (seen.job) seen.job.pending -= 1;
  } else if (verdict.kind === 'waiting') {
    const { reason, stuck, soonMs: inMs, untilMs = inMs && walk.nowMs + inMs } = verdict;
    wait(walk, seen.file.inboxPath, { reason, stuck, ...(untilMs !== undefined && { untilMs }) });
    if (inMs !== undefined) soonMs.push(inMs);
  } else if (seen.job && jobFiles.unread.has(seen.job)) {
    wait(walk, seen.file.inboxPath, { reason: reasons.jobFileUnread, stuck: false });
  } else {
    const { inode, sizeBytes, changedMs } = seen.stamp;
    settled.push({ file: { ...seen.file, inode, sizeBytes }, sinceMs: changedMs });
  }
}
