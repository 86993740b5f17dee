import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNightly, isDue } from '../../../src/app/backup/nightly.ts';
import { quietLog } from '../../../src/app/log.ts';
import { deskPaths } from '../../../src/app/paths.ts';
import { workplace } from '../../steps/workplace.ts';

const hours = 3_600_000;

/** A day at a desk whose clock stands where the test puts it. */
async function night() {
  const place = await workplace();
  const paths = deskPaths(place.root);
  let now = new Date(2026, 10, 24, 12);
  const clock = { now: () => now };
  const tend = async (
    rule: ReturnType<Parameters<typeof createNightly>[1]>,
  ): Promise<readonly string[]> => {
    const nightly = createNightly(paths, () => rule, { clock, log: quietLog });
    await nightly.tend();
    await waitFor(nightly, paths.backups);
    return existsSync(paths.backups) ? readdirSync(paths.backups) : [];
  };
  const later = (ms: number): void => {
    now = new Date(now.getTime() + ms);
  };
  return { paths, tend, later, place };
}

/** A backup that is under way must not be broken off. */
async function waitFor({ stop }: ReturnType<typeof createNightly>, folder: string): Promise<void> {
  const unfinished = () =>
    existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.partial'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  while (unfinished()) await new Promise((resolve) => setTimeout(resolve, 20));
  await stop();
}

it('makes one a night, keeps so many, and clears up what was broken off', async () => {
  const { tend, later, paths } = await night();
  const rule = { hour: 3, keep: 2 };
  expect(await tend(rule)).toHaveLength(1);
  later(2 * hours);
  expect(await tend(rule)).toHaveLength(1);
  mkdirSync(join(paths.backups, 'old.partial'));
  later(24 * hours);
  expect(await tend(rule)).toHaveLength(2);
  later(24 * hours);
  const kept = await tend(rule);
  expect(kept).toHaveLength(2);
  expect(kept.every((name) => /^2026-11-2[56]T/.test(name))).toBe(true);
});

it('makes none where that is off', async () => {
  const { tend } = await night();
  expect(await tend('off')).toEqual([]);
});

it('leaves nothing of one that is broken off', async () => {
  const { paths, place } = await night();
  const log = { ...quietLog };
  const nightly = createNightly(paths, () => ({ hour: 3, keep: 2 }), {
    clock: place.desk.clock,
    log,
  });
  await nightly.tend();
  await nightly.stop();
  expect(existsSync(paths.backups) ? readdirSync(paths.backups) : []).toEqual([]);
});

it('is due once after the hour, also when the desk was off or the clock was wrong', () => {
  const noon = new Date(2026, 10, 24, 12);
  const named = (time: Date) => `${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  expect(isDue([], noon, 3)).toBe(true);
  expect(isDue([named(new Date(2026, 10, 24, 3, 1))], noon, 3)).toBe(false);
  expect(isDue([named(new Date(2026, 10, 24, 2, 59))], noon, 3)).toBe(true);
  expect(isDue([named(new Date(2026, 10, 23, 23))], noon, 23)).toBe(false);
  expect(isDue([named(new Date(2036, 0, 1))], noon, 3)).toBe(true);
});
