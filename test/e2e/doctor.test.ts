import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drop, filesBelow, newDesk, proofdesk, runDesk, until } from './desk.ts';

let desk: Awaited<ReturnType<typeof newDesk>>;
beforeEach(async () => {
  desk = await newDesk();
}, 60_000);
afterEach(() => desk.remove());

interface Found {
  readonly what: string;
  readonly well: boolean;
  readonly says: string;
  readonly remedy?: string;
}

async function examined(): Promise<{ readonly code: number; readonly found: readonly Found[] }> {
  const { code, stdout, stderr } = await proofdesk('--desk', desk.root, 'doctor', '--json');
  if (code === 2) throw new Error(stderr);
  return { code, found: JSON.parse(stdout) };
}

const ill = (found: readonly Found[]) => found.filter(({ well }) => !well);

it('finds a new desk well, also while it works, and changes nothing', {
  timeout: 120_000,
}, async () => {
  const before = filesBelow(desk.root);
  const { code, found } = await examined();
  expect(ill(found)).toEqual([]);
  expect(code).toBe(0);
  expect(found.length).toBeGreaterThanOrEqual(25);
  const after = filesBelow(desk.root).filter((path) => !/-(?:wal|shm)$/.test(path));
  expect(after).toEqual(before);
  const daemon = runDesk(desk.root);
  await until(() => daemon.said().includes('being watched'), 60_000);
  expect(ill((await examined()).found)).toEqual([]);
  expect(await daemon.stop()).toBe(0);
});

it('tells a fault in the settings as a finding, and looks at the rest all the same', {
  timeout: 60_000,
}, async () => {
  appendFileSync(join(desk.root, 'desk.yaml'), 'quit_seconds: 3\n');
  const { code, found } = await examined();
  expect(code).toBe(1);
  const opening = found.find(({ what }) => what === 'opening the desk');
  expect(opening).toMatchObject({ well: false, says: expect.stringContaining('“quit_seconds”') });
  expect(found.find(({ what }) => what === 'dictionaries')?.well).toBe(true);
});

it('tells a ledger that is damaged, with what to do', { timeout: 60_000 }, async () => {
  drop(desk.root, 'anna/letter.txt', 'We recieved it.\n');
  expect((await proofdesk('--desk', desk.root, 'once')).code).toBeLessThan(2);
  const file = join(desk.root, '.proofdesk', 'ledger.sqlite');
  const bytes = readFileSync(file);
  // From the second page on; the first tells what kind of file it is.
  for (let at = 4_096 * 2; at < bytes.length; at += 64) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
  const { code, found } = await examined();
  expect(code).toBe(1);
  const said = ill(found).map(({ says, remedy }) => `${says} ${remedy}`);
  expect(said.some((words) => /restore/i.test(words) && /\.proofdesk\//.test(words))).toBe(true);
});
