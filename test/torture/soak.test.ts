import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { SoakPoint } from '../../bench/faults/results.ts';
import { clients, makeDesk, startDaemon } from './desk.ts';
import { type Given, give, mixedDocuments } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { progressOf } from './ledger-facts.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { isLong, isShort, killRounds, timeoutMs } from './rounds.ts';

/** 10,000 in the long form. */
const documents = isShort ? 40 : 20 * killRounds;
const batch = Math.min(100, documents / 4);

/**
 * What must not grow: the most of the last quarter of the work may be so much above the most of the second, after the
 * desk has warmed up. The engine's process grows until a fresh one follows.
 */
const bounds = {
  deskMb: isLong ? 60 : 200,
  engineMb: isLong ? 60 : 200,
  handles: 20,
  watches: 40,
} as const;

/** By how much the last quarter of the work may take more of the processor's time than the second. */
const slowdownMax = 1.5;

it('a desk that works for long takes no more memory, file handles and watches than at first', {
  timeout: timeoutMs,
}, async () => {
  const root = await makeDesk(folderOfItsOwn());
  const daemon = await startDaemon(root);
  const given: Given[] = [];
  const points: SoakPoint[] = [];
  while (given.length < documents) {
    const fresh = mixedDocuments(batch, given.length, { clients, jobSize: 20 });
    give(root, fresh);
    given.push(...fresh);
    while (isBehind(root, given.length)) await sleep(500);
    points.push({ documents: given.length, ...usedBy(daemon.pid) });
  }
  await untilAtRest(root, given.length, 300_000);
  points.push({ documents: given.length, ...usedBy(daemon.pid) });
  await daemon.end('SIGTERM');
  const file = process.env['TORTURE_SOAK'];
  if (file) writeFileSync(file, JSON.stringify(points));
  expectNoGrowth(points);
  record('soak: documents through one daemon', 1, await judge(root, given));
});

function expectNoGrowth(points: readonly SoakPoint[]): void {
  const quarter = Math.floor(points.length / 4);
  const second = points.slice(quarter, 2 * quarter + 1);
  const last = points.slice(-quarter - 1);
  for (const [what, room] of Object.entries(bounds) as [keyof typeof bounds, number][]) {
    const most = (of: readonly SoakPoint[]): number => Math.max(...of.map((point) => point[what]));
    expect(most(last), what).toBeLessThanOrEqual(most(second) + room);
  }
  if (isLong) expect(secondsOf(last)).toBeLessThanOrEqual(secondsOf(second) * slowdownMax);
}

function secondsOf(points: readonly SoakPoint[]): number {
  return (points.at(-1)?.deskSeconds ?? 0) - (points[0]?.deskSeconds ?? 0);
}

/** The next batch comes when most of the last one is done, so that the inbox is never empty for long. */
function isBehind(root: string, given: number): boolean {
  return progressOf(root).done < given - batch / 2;
}

/** What the kernel says of the desk and of the engine's process. */
function usedBy(pid: number): Omit<SoakPoint, 'documents'> {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const processes = [pid, ...children.filter((one) => one !== '').map(Number)];
  const [deskMb = 0, ...engines] = processes.map(memoryMbOf);
  return {
    deskMb,
    engineMb: engines.reduce((sum, one) => sum + one, 0),
    deskSeconds: secondsUsedBy(pid),
    handles: processes.reduce((sum, one) => sum + handlesOf(one).length, 0),
    watches: watchesOf(pid),
  };
}

/** A child that ended between two looks takes nothing. */
function memoryMbOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function handlesOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}

/** Of the kernel's hundredths of a second (proc_pid_stat(5): fields 14 and 15, after the name in brackets). */
function secondsUsedBy(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function watchesOf(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  let watches = 0;
  for (const handle of handlesOf(pid)) {
    try {
      if (!readlinkSync(join(folder, handle)).includes('inotify')) continue;
      const lines = readFileSync(`/proc/${pid}/fdinfo/${handle}`, 'utf8').split('\n');
      watches += lines.filter((line) => line.startsWith('inotify wd')).length;
    } catch {
      // a handle that was closed between two looks is not counted
    }
  }
  return watches;
}
