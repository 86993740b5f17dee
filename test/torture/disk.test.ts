import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from '../e2e/desk.ts';
import { clients, makeDesk, once, startDaemon } from './desk.ts';
import { empty, fill, mayMount, protect, smallDisk } from './disks.ts';
import { documentNumber, type Given, give, mixedDocuments, stir } from './documents.ts';
import { judge } from './judge.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { isShort, roundsOf, timeoutMs } from './rounds.ts';

/** What a desk writes in a round; each round the disk is full a little later. */
const bytesARound = 480_000;
const pageBytes = 4_096;

describe.skipIf(!mayMount)('a disk', { timeout: timeoutMs }, () => {
  it('that is full, at each write of a run', async () => {
    const rounds = roundsOf(bytesARound / pageBytes / 500, 4);
    const disk = smallDisk(64 + 2 * rounds);
    const root = await makeDesk(join(disk, 'desk'));
    const given: Given[] = [];
    let troubled = 0;
    for (let round = 0; round < rounds; round += 1) {
      const fresh = mixedDocuments(3, given.length, { clients, jobSize: 3 });
      give(root, fresh);
      given.push(...fresh);
      fill(disk, Math.floor((round * bytesARound) / rounds));
      const ran = await once(root);
      if (ran.code === 2) troubled += 1;
      if (ran.code === 2) expect(ran.stderr).toMatch(/full|could not be written/);
      empty(disk);
    }
    expect(troubled).toBeGreaterThan(0);
    await once(root);
    record('disk full, at each write', rounds, await judge(root, given));
  });

  it('that was full or write-protected is used again by itself, and nothing is passed over (paperless-ngx#8329)', async () => {
    const folders = ['outbox', '.proofdesk/store', 'quarantine'];
    await Promise.all([fullMeanwhile(), ...folders.map(protectedMeanwhile)]);
  });
});

async function fullMeanwhile(): Promise<void> {
  const disk = smallDisk(64);
  const root = await makeDesk(join(disk, 'desk'));
  const daemon = await startDaemon(root);
  const given = mixedDocuments(4, 0, { clients: ['anna'], jobSize: 4 });
  give(root, given);
  fill(disk, 40_000);
  await until(() => /is full|could not be written/.test(daemon.said()), 180_000);
  empty(disk);
  if (isShort) stir(root);
  await untilAtRest(root, given.length, 180_000);
  await daemon.end('SIGTERM');
  record('disk full while the desk runs', 1, await judge(root, given));
}

async function protectedMeanwhile(folder: string): Promise<void> {
  const root = await makeDesk(join(smallDisk(64), 'desk'));
  const daemon = await startDaemon(root);
  const given = [
    ...mixedDocuments(4, 0, { clients: ['anna'], jobSize: 4 }),
    documentNumber(99, { client: 'ben' }, 'broken'),
  ];
  const release = protect(join(root, folder));
  give(root, given);
  await until(() => daemon.said().includes('is write-protected'), 180_000);
  release();
  if (isShort) stir(root);
  await untilAtRest(root, given.length, 180_000);
  await daemon.end('SIGTERM');
  record('folder write-protected while the desk runs', 1, await judge(root, given));
}
