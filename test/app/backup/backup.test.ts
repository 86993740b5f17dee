import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyLedger } from '../../../src/adapters/sqlite/copy-ledger.ts';
import { openLedger } from '../../../src/adapters/sqlite/open-ledger.ts';
import { newId } from '../../../src/adapters/system/ids.ts';
import { makeBackup } from '../../../src/app/backup/make.ts';
import { restoreBackup } from '../../../src/app/backup/restore.ts';
import { deskPaths } from '../../../src/app/paths.ts';
import { issueInvoices } from '../../../src/steps/issue.ts';
import { filesBelow } from '../../e2e/desk.ts';
import { deliver, office } from '../../steps/office.ts';

/** A desk with a delivered job, its invoice, and a file that waits. */
async function deskAtWork() {
  const place = await office();
  await deliver(place, 'anna/one/a.txt', 'anna/one/b.txt');
  await issueInvoices(place.desk);
  await place.drop('anna/two/c.txt', 'Four words are here.\n');
  const target = `${place.root}-backup`;
  const restored = `${place.root}-restored`;
  onTestFinished(() => {
    for (const folder of [target, restored]) rmSync(folder, { recursive: true, force: true });
  });
  return { place, paths: deskPaths(place.root), target, restored };
}

const contentsOf = (root: string) =>
  filesBelow(deskPaths(root).store).filter((path) => !path.startsWith('temporary'));

describe('a backup', () => {
  it('holds all of a desk that is open, and becomes the same desk again', async () => {
    const { place, paths, target, restored } = await deskAtWork();
    const made = await makeBackup(paths, target);
    expect(made).toMatchObject({ damaged: [], skipped: [] });
    expect(existsSync(`${target}.partial`)).toBe(false);
    const back = await restoreBackup(target, restored);
    expect(back).toMatchObject({ whole: true, faults: [], contents: made.contents });
    for (const folder of ['outbox', 'inbox', 'clients', 'rates']) {
      expect(filesBelow(join(restored, folder))).toEqual(filesBelow(join(place.root, folder)));
    }
    expect(contentsOf(restored)).toEqual(contentsOf(place.root));
    const ledger = await openLedger({ file: deskPaths(restored).ledger, newId });
    expect(await ledger.status()).toEqual(await place.desk.ledger.status());
    expect(await ledger.auditHead()).toBe(await place.desk.ledger.auditHead());
    expect((await ledger.checkAudit([])).broken).toBeUndefined();
    await ledger.close();
  });

  it('is of one moment while the desk goes on, with every content that its ledger names', async () => {
    const { place, paths, target } = await deskAtWork();
    let running = true;
    const busy = (async () => {
      for (let number = 0; running; number += 1) {
        await deliver(place, `anna/more/${number}.txt`);
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await makeBackup(paths, target);
    running = false;
    await busy;
    const copy = new DatabaseSync(deskPaths(target).ledger);
    const named = copy.prepare('select distinct hash from artifacts').all();
    copy.close();
    const held = new Set(contentsOf(target).map((path) => path.slice(3)));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ hash }) => !held.has(String(hash)))).toEqual([]);
  });

  it('beside the desk leaves the results out and holds each content under a second name', async () => {
    const { paths, restored } = await deskAtWork();
    const folder = join(paths.backups, '2026-11-24T03-00-00Z');
    await makeBackup(paths, folder, { beside: true });
    expect(readdirSync(folder)).not.toContain('outbox');
    expect(filesBelow(deskPaths(folder).backups)).toEqual([]);
    expect(await restoreBackup(folder, restored)).toMatchObject({ whole: false, faults: [] });
    expect(existsSync(deskPaths(restored).outbox)).toBe(true);
  });

  it('names contents that were damaged, and links, and copies the rest', async () => {
    const { place, paths, target, restored } = await deskAtWork();
    const [content = ''] = contentsOf(place.root);
    writeFileSync(join(paths.store, content), 'otherwise');
    symlinkSync('/etc/hostname', join(place.root, 'clients', 'link'));
    const made = await makeBackup(paths, target);
    expect(made.damaged).toEqual([content]);
    expect(made.skipped).toEqual(['clients/link']);
    const { faults } = await restoreBackup(target, restored);
    expect(faults).toEqual([`.proofdesk/store/${content} is damaged.`]);
  });

  it('is refused where something is, inside the desk, and of a damaged ledger', async () => {
    const { place, paths, target } = await deskAtWork();
    mkdirSync(target);
    writeFileSync(join(target, 'mine'), '');
    await expect(makeBackup(paths, target)).rejects.toThrow('is not empty');
    rmSync(target, { recursive: true });
    const inside = join(place.root, 'outbox', 'backup');
    await expect(makeBackup(paths, inside)).rejects.toThrow('inside the desk');
    const broken = { ...paths, ledger: join(place.root, '.proofdesk', 'broken.sqlite') };
    await copyLedger(paths.ledger, broken.ledger);
    const ledger = readFileSync(broken.ledger);
    ledger.fill(0x5a, 4_096, 4_096 * 6);
    writeFileSync(broken.ledger, ledger);
    await expect(makeBackup(broken, target)).rejects.toThrow();
    expect(existsSync(target)).toBe(false);
    expect(existsSync(`${target}.partial`)).toBe(false);
  });
});

describe('restoring', () => {
  it('refuses a folder that is no backup and a place that is taken', async () => {
    const { place, paths, target, restored } = await deskAtWork();
    await expect(restoreBackup(place.root, restored)).rejects.toThrow('is no backup');
    await makeBackup(paths, target);
    await expect(restoreBackup(target, place.root)).rejects.toThrow('is not empty');
    writeFileSync(join(target, 'backup.json'), '{');
    await expect(restoreBackup(target, restored)).rejects.toThrow('is damaged');
  });

  it('names what is missing or changed and restores the rest', async () => {
    const { paths, target, restored } = await deskAtWork();
    await makeBackup(paths, target);
    rmSync(join(target, 'rates', 'standard.yaml'));
    writeFileSync(join(target, 'desk.yaml'), 'office: Another\n');
    const { faults } = await restoreBackup(target, restored);
    expect([...faults].sort()).toEqual([
      'desk.yaml is not as it was.',
      'rates/standard.yaml is missing.',
    ]);
  });
});
