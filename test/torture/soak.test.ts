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

/** What must not grow once the desk has seen a quarter of its work: each with the room that it needs to breathe. */
const bounds = { memoryMb: isLong ? 120 : 400, handles: 20, watches: 40 } as const;

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
  const warm = points[Math.floor(points.length / 4)];
  const last = points.at(-1);
  if (!warm || !last) throw new Error('nothing was measured');
  for (const what of ['memoryMb', 'handles', 'watches'] as const) {
    expect(last[what], what).toBeLessThanOrEqual(warm[what] + bounds[what]);
  }
  record('soak: documents through one daemon', 1, await judge(root, given));
});

/** The next batch comes when most of the last one is done, so that the inbox is never empty for long. */
function isBehind(root: string, given: number): boolean {
  return progressOf(root).done < given - batch / 2;
}

/** What the kernel says of the desk and of the engine's process. */
function usedBy(pid: number): Omit<SoakPoint, 'documents'> {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const processes = [String(pid), ...children].filter((one) => one !== '');
  const memories = processes.map((one) => {
    const status = readFileSync(`/proc/${one}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  });
  return {
    memoryMb: Math.round(memories.reduce((sum, one) => sum + one, 0)),
    handles: processes.reduce((sum, one) => sum + readdirSync(`/proc/${one}/fd`).length, 0),
    watches: watchesOf(pid),
  };
}

function watchesOf(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  let watches = 0;
  for (const handle of readdirSync(folder)) {
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
