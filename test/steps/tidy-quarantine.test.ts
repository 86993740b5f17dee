import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withdrawDocument } from '../../src/app/mending.ts';
import { tidyQuarantine } from '../../src/steps/tidy-quarantine.ts';
import { workplace } from './workplace.ts';

const misnamed = 'A letter, but no Word document.\n';

async function withMisnamed(path: string) {
  const place = await workplace();
  await place.drop(path, misnamed);
  await place.round('quiet-period');
  await place.work();
  const lies = (name: string): boolean => existsSync(join(place.root, 'quarantine', name));
  expect(lies(path)).toBe(true);
  return { place, lies };
}

function contentsOf(root: string): number {
  return readdirSync(join(root, '.proofdesk/store'), { recursive: true }).length;
}

describe('what nobody waits for any more', { timeout: 60_000 }, () => {
  it('leaves the quarantine when a newer version has come, with its reason', async () => {
    const { place } = await withMisnamed('anna/offer/a.docx');
    const before = contentsOf(place.root);
    await place.drop('anna/offer/a.txt', 'A letter.\n');
    await place.round('quiet-period');
    expect(readdirSync(join(place.root, 'quarantine'))).toEqual([]);
    expect(contentsOf(place.root)).toBeGreaterThanOrEqual(before);
  });

  it('leaves it when it was withdrawn', async () => {
    const { place } = await withMisnamed('anna/offer/a.docx');
    await place.set('desk.yaml', '{}\n');
    await withdrawDocument(place.root, 'anna/offer/a.docx', 'not needed');
    await place.round('quiet-period');
    expect(readdirSync(join(place.root, 'quarantine'))).toEqual([]);
  });

  it('stays where the same file is in quarantine again', async () => {
    const { place, lies } = await withMisnamed('anna/offer/a.docx');
    await place.drop('anna/offer/a.docx', `${misnamed}Still none.`);
    await place.round('quiet-period');
    expect(lies('anna/offer/a.docx')).toBe(false);
    await place.work();
    await place.round('quiet-period');
    expect(lies('anna/offer/a.docx')).toBe(true);
    expect(lies('anna/offer/a.docx.reason.txt')).toBe(true);
  });

  it('holds up nothing when it cannot be removed', async () => {
    const { place, lies } = await withMisnamed('anna/offer/a.docx');
    const told: string[] = [];
    const log = { ...place.desk.log, warn: (_: object, sentence: string) => told.push(sentence) };
    const broken = { takeBack: () => Promise.reject(new Error('the disk is away')) };
    const quarantine = { ...place.desk.quarantine, ...broken };
    const { ledger, store } = place.desk;
    await place.set('desk.yaml', '{}\n');
    await withdrawDocument(place.root, 'anna/offer/a.docx', 'not needed');
    await tidyQuarantine({ ledger, store, log, quarantine });
    expect(told).toEqual([expect.stringContaining('the disk is away')]);
    expect(lies('anna/offer/a.docx')).toBe(true);
  });
});
