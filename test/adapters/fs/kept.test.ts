import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createKept } from '../../../src/adapters/fs/inbox/kept.ts';
import { inboxLimits } from '../../../src/adapters/fs/inbox.ts';
import type { ClientName } from '../../../src/job/job.ts';
import { temporaryFolder } from './temporary-desk.ts';

const secondMs = 1_000;
const dayMs = 86_400_000;

/** One work copy that was just released, and a clock that stands still until it is told to go. */
async function oneCopy() {
  const root = await temporaryFolder();
  let nowMs = Date.parse('2026-11-24T12:00:00Z');
  const kept = createKept({
    inboxFolder: join(root, 'inbox'),
    workFolder: join(root, 'work'),
    limits: inboxLimits,
    clock: { now: () => new Date(nowMs) },
  });
  const work = join(root, 'work/1/a.txt');
  const back = join(root, 'inbox/anna/job/a.txt');
  mkdirSync(join(root, 'work/1'), { recursive: true });
  writeFileSync(work, 'half');
  const place = { client: 'anna' as ClientName, folder: 'job', bare: false, path: 'a.txt' };
  const file = { ...place, inboxPath: 'anna/job/a.txt', sizeBytes: 4, inode: '1' };
  await kept.add({ id: '1', file, workPath: '1/a.txt' }, undefined);
  const check = async (afterMs: number): Promise<void> => {
    nowMs += afterMs;
    await kept.check();
  };
  return { work, back, check };
}

it('a copy that nothing was written to for a minute is looked at less often, and still goes back', async () => {
  const { work, back, check } = await oneCopy();
  await check(60 * secondMs);
  appendFileSync(work, ' and half');
  await check(5 * secondMs);
  expect(existsSync(back)).toBe(false);
  await check(8 * secondMs);
  expect(readFileSync(back, 'utf8')).toBe('half and half');
  expect(existsSync(work)).toBe(false);
});

it('a copy that was just taken is looked at every second', async () => {
  const { work, back, check } = await oneCopy();
  await check(secondMs);
  appendFileSync(work, ' and half');
  await check(secondMs);
  expect(existsSync(back)).toBe(true);
});

it('a clock that goes back by weeks keeps no copy for weeks', async () => {
  const { work, back, check } = await oneCopy();
  await check(10 * secondMs);
  await check(-40 * dayMs);
  expect(existsSync(work)).toBe(true);
  await check(inboxLimits.keepMs - 1);
  expect(existsSync(work)).toBe(true);
  await check(60 * secondMs);
  expect(existsSync(work)).toBe(false);
  expect(existsSync(back)).toBe(false);
});
