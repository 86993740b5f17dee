import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openMarker, openVault } from '../../../src/adapters/system/vault.ts';
import { makeBackup } from '../../../src/app/backup/make.ts';
import { createNightly } from '../../../src/app/backup/nightly.ts';
import { restoreBackup } from '../../../src/app/backup/restore.ts';
import { nobodyIsBack } from '../../../src/app/doctor/work.ts';
import { looking } from '../../../src/app/invoices.ts';
import { quietLog } from '../../../src/app/log.ts';
import { type DeskPaths, deskPaths } from '../../../src/app/paths.ts';
import { deliver, office } from '../../steps/office.ts';

/** Notes in a desk that clients were erased at a time. */
async function noteErased(paths: DeskPaths, at: string, ...clients: string[]): Promise<void> {
  const markOf = await openMarker(paths.key);
  const list = clients.map((client) => ({ at, mark: markOf(client) }));
  writeFileSync(paths.erasures, JSON.stringify(list));
}

it('who was erased after a backup was made and cannot be erased again at once is named, and doctor remembers', async () => {
  const place = await office();
  await openVault(deskPaths(place.root).key);
  await deliver(place, 'anna/one/a.txt');
  await deliver(place, 'ben/two/b.txt');
  const [target, restored] = [`${place.root}-backup`, `${place.root}-restored`];
  onTestFinished(() => {
    for (const folder of [target, restored]) rmSync(folder, { recursive: true, force: true });
  });
  await makeBackup(deskPaths(place.root), target);
  await noteErased(deskPaths(place.root), '2999-01-01T00:00:00.000Z', 'anna', 'nobody-here');
  const { erasures } = await restoreBackup(target, restored, [place.root]);
  expect(erasures.erasedAgain).toBe(0);
  expect(erasures.toErase).toMatchObject([
    { client: 'anna', why: expect.arrayContaining([expect.stringContaining('no invoice yet')]) },
  ]);
  const paths = deskPaths(restored);
  await expect(looking(restored, ({ ledger }) => nobodyIsBack(ledger, paths))).rejects.toThrow(
    'brought back by a backup: anna',
  );
  expect(await nobodyIsBack({ keptJobs: async () => [] }, paths)).toBe('none is back');
});

it('who came back after having been erased before a backup was made stays', async () => {
  const place = await office();
  const paths = deskPaths(place.root);
  await openVault(paths.key);
  await deliver(place, 'anna/one/a.txt');
  await noteErased(paths, '2000-01-01T00:00:00.000Z', 'anna');
  const [target, restored] = [`${place.root}-backup`, `${place.root}-restored`];
  onTestFinished(() => {
    for (const folder of [target, restored]) rmSync(folder, { recursive: true, force: true });
  });
  await makeBackup(paths, target);
  const { erasures } = await restoreBackup(target, restored);
  expect(erasures).toEqual({ erasedAgain: 0, toErase: [] });
});

it('nightly backups that still hold an erased client go in time, also where no new ones are made', async () => {
  const place = await office();
  const paths = deskPaths(place.root);
  const names = ['2026-11-01T03-00-00Z', '2026-11-09T03-00-00Z', '2026-11-11T03-00-00Z'];
  for (const name of names) mkdirSync(join(paths.backups, name), { recursive: true });
  await openVault(paths.key);
  await noteErased(paths, '2026-11-10T12:00:00.000Z', 'anna');
  const on = async (day: string) => {
    const clock = { now: () => new Date(day) };
    await createNightly(paths, () => 'off', { clock, log: quietLog }).tend();
    return readdirSync(paths.backups);
  };
  expect(await on('2026-11-17T11:00:00Z')).toEqual(names);
  expect(await on('2026-11-17T13:00:00Z')).toEqual(names.slice(2));
});
