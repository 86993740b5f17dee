import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { proofdesk, until } from '../e2e/desk.ts';
import { makeDesk, startDaemon } from './desk.ts';
import { documentNumber, type Given, give, mixedDocuments } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { mayLimitWatches, watchesLimitedTo } from './limits.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { isShort, killRounds, roundsOf, timeoutMs } from './rounds.ts';

/** 2,000 in the long form. */
const folderOf = Math.max(40, 4 * killRounds);

it('a folder full of documents that is moved in at once (paperless-ngx#5881)', {
  timeout: timeoutMs,
}, async () => {
  const root = await makeDesk(folderOfItsOwn());
  const daemon = await startDaemon(root);
  const given = Array.from({ length: folderOf }, (_, number) =>
    documentNumber(number, { client: 'anna', folder: 'archive' }),
  );
  const aside = join(dirname(root), 'archive');
  mkdirSync(aside);
  for (const { path, bytes } of given) writeFileSync(join(aside, path), bytes);
  mkdirSync(join(root, 'inbox', 'anna'), { recursive: true });
  renameSync(aside, join(root, 'inbox', 'anna', 'archive'));
  await untilAtRest(root, given.length, timeoutMs);
  await daemon.end('SIGTERM');
  const verdict = await judge(root, given);
  expect(verdict.delivered).toBe(folderOf);
  record('folder of many documents moved in at once', 1, verdict);
});

it.skipIf(isShort)(
  'an inbox that is removed and comes back, or is made anew',
  { timeout: timeoutMs },
  async () => {
    const root = await makeDesk(folderOfItsOwn());
    const daemon = await startDaemon(root);
    const inbox = join(root, 'inbox');
    const given: Given[] = [];
    const rounds = roundsOf(0.01, 1);
    for (let round = 0; round < rounds; round += 1) {
      const before = mixedDocuments(3, given.length, { clients: ['anna'], jobSize: 3 });
      give(root, before);
      renameSync(inbox, join(root, 'away'));
      await until(() => daemon.said().includes('The inbox is not there'), 180_000);
      renameSync(join(root, 'away'), inbox);
      given.push(...before);
      await untilAtRest(root, given.length, 180_000);
      rmSync(inbox, { recursive: true });
      expect((await proofdesk('init', root)).code).toBe(0);
      const after = mixedDocuments(3, given.length, { clients: ['ben'], jobSize: 3 });
      give(root, after);
      given.push(...after);
      await untilAtRest(root, given.length, 180_000);
    }
    await daemon.end('SIGTERM');
    record('inbox removed and made anew', rounds, await judge(root, given));
  },
);

it.skipIf(isShort)(
  'a machine that has no more watches to give',
  { timeout: timeoutMs },
  async ({ skip }) => {
    if (!mayLimitWatches) skip();
    const root = await makeDesk(folderOfItsOwn());
    const given = mixedDocuments(12, 0, { clients: ['anna', 'ben', 'cleo'], jobSize: 3 });
    for (const client of ['anna', 'ben', 'cleo']) {
      for (let job = 0; job < 8; job += 1) {
        mkdirSync(join(root, 'inbox', client, `empty-${job}`), { recursive: true });
      }
    }
    const daemon = await startDaemon(root, { by: watchesLimitedTo(10) });
    await until(() => daemon.said().includes('this machine allows too few watches'), 180_000);
    give(root, given);
    await untilAtRest(root, given.length, 180_000);
    await daemon.end('SIGTERM');
    record('inotify watches used up', 1, await judge(root, given));
  },
);
