import { appendFileSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { it } from 'vitest';
import { until } from '../e2e/desk.ts';
import { makeDesk, startDaemon } from './desk.ts';
import { documentNumber, type Given, give, hashOf, inboxPath, stir } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { ledgerFacts } from './ledger-facts.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { randomFrom, roundsOf, timeoutMs } from './rounds.ts';

const rounds = roundsOf(0.1, 2);

/** How long the desk waits for a file to stand still. */
const settleMs = 1_000;

/** What somebody does to files in the inbox; it gives the documents that must come of it. */
type Mischief = (root: string) => Promise<readonly Given[]>;

const faults: Readonly<Record<string, Mischief>> = {
  'file still growing, and growing with pauses': grownFiles,
  'file replaced by a rename': replacedFiles,
  'file deleted while it is being taken': deletedFiles,
  'file written to after it was taken': filesWithLateWriters,
  'same name with other content, same content under two names, same file again': sameFiles,
};

it('files that misbehave in the inbox of a running desk come as what they became', {
  timeout: timeoutMs,
}, async () => {
  const root = await makeDesk(folderOfItsOwn(), settleMs / 1_000);
  const daemon = await startDaemon(root);
  const stirring = setInterval(() => stir(root), 1_000);
  const all = await Promise.all(Object.values(faults).map((mischief) => mischief(root)));
  await untilAtRest(root, 0, 180_000);
  clearInterval(stirring);
  await daemon.end('SIGTERM');
  for (const [index, fault] of Object.keys(faults).entries()) {
    record(fault, rounds, await judge(root, all[index] ?? []));
  }
});

/** As scanners write, page by page (docspell#3223). */
async function grownFiles(root: string): Promise<readonly Given[]> {
  const all = Array.from({ length: rounds }, (_, number) => long(number, 'anna'));
  await Promise.all(all.map((one, index) => grown(root, one, index % 2 === 0 ? 40 : 400)));
  await Promise.all(all.map((one) => untilTaken(root, one)));
  return all;
}

function long(number: number, client: string): Given {
  const one = documentNumber(number, { client });
  const lines = Array.from({ length: 8 }, (_, line) => `Line ${line} of ${number} is here.\n\n`);
  return { ...one, bytes: Buffer.concat([one.bytes, Buffer.from(`\n${lines.join('')}`)]) };
}

async function grown(root: string, one: Given, pauseMs: number): Promise<void> {
  const path = inboxPath(root, one);
  mkdirSync(dirname(path), { recursive: true });
  const size = Math.ceil(one.bytes.length / 8);
  for (let start = 0; start < one.bytes.length; start += size) {
    appendFileSync(path, one.bytes.subarray(start, start + size));
    await sleep(pauseMs);
  }
}

/** The first may have been taken before it was replaced; then it comes back as well. */
async function replacedFiles(root: string): Promise<readonly Given[]> {
  const random = randomFrom(7);
  const pairs = await inTurn(async (round) => {
    const first = documentNumber(10_000 + round, { client: 'ben' });
    const second = renamedTo(documentNumber(20_000 + round, { client: 'ben' }), first);
    give(root, [first]);
    await sleep(random() * 2 * settleMs);
    give(root, [second]);
    await untilTaken(root, second);
    return [first, second];
  });
  return pairs.filter((one, index) => index % 2 === 1 || isTaken(root, one));
}

/** What was deleted in time is not there; what was taken is whole. */
async function deletedFiles(root: string): Promise<readonly Given[]> {
  const random = randomFrom(11);
  const all = Array.from({ length: 4 * rounds }, (_, number) =>
    documentNumber(30_000 + number, { client: 'cleo' }),
  );
  await Promise.all(
    all.map(async (one) => {
      await sleep(random() * 3_000);
      give(root, [one]);
      await sleep(settleMs * (0.9 + random()));
      rmSync(inboxPath(root, one), { force: true });
    }),
  );
  await sleep(2 * settleMs);
  return all.filter((one) => isTaken(root, one));
}

/** A writer keeps its hold on a file that is moved. */
function filesWithLateWriters(root: string): Promise<readonly Given[]> {
  return inTurn(async (round) => {
    const first = documentNumber(40_000 + round, { client: 'dan' });
    give(root, [first]);
    const handle = openSync(inboxPath(root, first), 'a');
    await untilTaken(root, first);
    const more = `Nothing more to say, ${round}.\n`;
    writeSync(handle, more);
    closeSync(handle);
    const whole = { ...first, bytes: Buffer.concat([first.bytes, Buffer.from(more)]) };
    await untilTaken(root, whole);
    return [first, whole];
  });
}

function sameFiles(root: string): Promise<readonly Given[]> {
  return inTurn(async (round) => {
    const first = documentNumber(50_000 + round, { client: 'eve' });
    const twin = renamedTo(first, documentNumber(60_000 + round, { client: 'eve' }));
    const other = renamedTo(documentNumber(70_000 + round, { client: 'eve' }), first);
    give(root, [first, twin]);
    await untilTaken(root, first);
    await untilTaken(root, twin);
    give(root, [other]);
    await untilTaken(root, other);
    give(root, [first]);
    await until(() => duplicateOf(root, first), 180_000);
    return [first, twin, other];
  });
}

function duplicateOf(root: string, one: Given): boolean {
  return ledgerFacts(root).setAside.some(
    (path) => path === `${one.client}/${one.folder}/${one.path}`,
  );
}

/** The content of one document in the place of another. */
function renamedTo(one: Given, { client, folder, path }: Given): Given {
  return { ...one, client, folder, path };
}

async function inTurn(
  work: (round: number) => Promise<readonly Given[]>,
): Promise<readonly Given[]> {
  const all: Given[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(...(await work(round)));
  return all;
}

function untilTaken(root: string, one: Given): Promise<void> {
  return until(() => isTaken(root, one), 180_000);
}

function isTaken(root: string, one: Given): boolean {
  const hash = hashOf(one.bytes);
  return ledgerFacts(root).revisions.some(
    ({ original, path, folder, client }) =>
      original === hash && path === one.path && folder === one.folder && client === one.client,
  );
}
