import { expect, it } from 'vitest';
import { statusOf } from '../e2e/desk.ts';
import { makeDesk, startDaemon } from './desk.ts';
import { documentNumber, type Given, give, mixedDocuments } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { roundsOf, timeoutMs } from './rounds.ts';

const hook = new URL('./poison-hook.ts', import.meta.url).pathname;

it('a document that crashes or hangs the engine is tried twice, then put aside, and holds nobody up', {
  timeout: timeoutMs,
}, async () => {
  const root = await makeDesk(folderOfItsOwn());
  const rounds = roundsOf(0.01, 1);
  const daemon = await startDaemon(root, {
    environment: { NODE_OPTIONS: `--import ${hook}`, POISON_HASTE: '30' },
  });
  const given: Given[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const poison = ['crashes', 'hangs'].map((verb, index) => ({
      ...documentNumber(1_000 + 2 * round + index, { client: 'dan' }),
      bytes: Buffer.from(`This document ${verb}. Number ${round}.\n`),
    }));
    const well = mixedDocuments(6, 6 * round, { clients: ['anna', 'ben'], jobSize: 3 });
    give(root, [...poison, ...well]);
    given.push(...poison, ...well);
    await untilAtRest(root, given.length, 180_000);
  }
  await daemon.end('SIGTERM');
  const { quarantined } = await statusOf(root);
  const codes = quarantined.filter(({ path }) => path.startsWith('txt-1')).map(({ code }) => code);
  expect(codes.sort()).toEqual([
    ...repeated('crashed', rounds),
    ...repeated('took-too-long', rounds),
  ]);
  const tries = daemon
    .said()
    .split('\n')
    .filter((line) => line.includes('"client":"dan"') && line.includes('will be tried again'));
  expect(tries).toHaveLength(2 * rounds);
  record('document that crashes or hangs the engine', rounds, await judge(root, given));
});

function repeated(code: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => code);
}
