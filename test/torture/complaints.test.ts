import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, proofdesk, statusOf, until } from '../e2e/desk.ts';
import { addClient, type Daemon, makeDesk, once, runDaemon } from './desk.ts';
import { documentNumber, type Given, give, inboxPath } from './documents.ts';
import { temporaryFolder } from './folders.ts';
import { judge } from './judge.ts';
import { ledgerFacts } from './ledger-facts.ts';
import { mayLimitWatches, watchesLimitedTo } from './limits.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { killRounds, timeoutMs } from './rounds.ts';

/**
 * What users of other watched folders complain of, each by its thread. Four more are tested beside what they are about:
 * a scanner that writes page by page (docspell#3223) in files.test.ts, a folder of documents moved in
 * (paperless-ngx#5881) in inbox.test.ts, a document that is nowhere after the database was away (paperless-ngx#3077) in
 * ledger.test.ts, and files that are never tried again after a full disk (paperless-ngx#8329) in disk.test.ts.
 */

let root: string;
let daemon: Daemon;
let early: Given;
const given: Given[] = [];

beforeAll(async () => {
  root = await makeDesk(temporaryFolder(), 2);
  early = handed('early', 1);
  give(root, [early]);
  daemon = await runDaemon(root);
}, timeoutMs);

afterAll(async () => {
  await untilAtRest(root, 0, 180_000);
  await daemon.end('SIGTERM');
  record('the complaints about other watched folders', 1, await judge(root, given));
}, timeoutMs);

/** A document of a client of its own, to be judged in the end. */
function handed(client: string, number: number): Given {
  addClient(root, client);
  const one = documentNumber(number, { client });
  given.push(one);
  return one;
}

const revisionsOf = (client: string) =>
  ledgerFacts(root).revisions.filter((revision) => revision.client === client);

const isDone = (client: string) => revisionsOf(client).some(({ state }) => state === 'delivered');

const waitingFor = async (path: string) =>
  (await statusOf(root)).waiting.find((file) => file.path === path)?.reason;

describe.concurrent('no one who uses this inbox complains', { timeout: timeoutMs }, () => {
  it('that a file sits there for ever since it was there before the watching began (paperless-ngx#13011)', async () => {
    await until(() => isDone(early.client), 180_000);
  });

  it('that a file was queued twice and is then not found (paperless-ngx#13511)', async () => {
    const one = handed('twice', 2);
    give(root, [one]);
    for (let touch = 0; touch < 20; touch += 1) {
      renameSync(inboxPath(root, one), `${inboxPath(root, one)}.part`);
      renameSync(`${inboxPath(root, one)}.part`, inboxPath(root, one));
      await sleep(30);
    }
    await until(() => isDone(one.client), 180_000);
    expect(revisionsOf(one.client)).toHaveLength(1);
  });

  it('that a file that was busy once is not tried again (paperless-ngx#9698)', async ({ skip }) => {
    const one = handed('busy', 3);
    give(root, [one]);
    if (spawnSync('chattr', ['+i', inboxPath(root, one)]).status !== 0) return skip();
    await until(async () => (await waitingFor('busy/txt-3.txt')) !== undefined, 180_000);
    await sleep(4_000);
    expect(isDone(one.client)).toBe(false);
    spawnSync('chattr', ['-i', inboxPath(root, one)]);
    await until(() => isDone(one.client), 180_000);
  });

  it('that a placeholder of a sync program was taken, with nothing in it (papra#1168)', async () => {
    const one = handed('synced', 4);
    const path = inboxPath(root, one);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    await sleep(4_000);
    expect(await waitingFor('synced/txt-4.txt')).toContain('empty');
    writeFileSync(path, one.bytes);
    await until(() => isDone(one.client), 180_000);
    expect(revisionsOf(one.client)).toHaveLength(1);
  });

  it('that a document was taken while it is open in Word, or Word’s own mark was (papra#1386)', async () => {
    const one = handed('opened', 5);
    const marks = ['~$txt-5.txt', '.~lock.txt-5.txt#'].map((name) =>
      join(dirname(inboxPath(root, one)), name),
    );
    mkdirSync(dirname(inboxPath(root, one)), { recursive: true });
    for (const mark of marks) writeFileSync(mark, '\u0003Ann');
    give(root, [one]);
    await sleep(4_000);
    expect(await waitingFor('opened/txt-5.txt')).toContain('open in Word');
    for (const mark of marks) rmSync(mark);
    await until(() => isDone(one.client), 180_000);
    expect(revisionsOf(one.client)).toHaveLength(1);
  });

  it('that a duplicate is a failure, told again at every start (paperless-ngx#4642)', async () => {
    const one = handed('again', 6);
    give(root, [one]);
    await until(() => isDone(one.client), 180_000);
    give(root, [one]);
    await until(() => filesBelow(join(root, 'duplicates', 'again')).length === 1, 180_000);
    const { quarantined, waiting } = await statusOf(root);
    expect(JSON.stringify([quarantined, waiting])).not.toContain('again');
  });

  it('that a corrected file is passed over since its name was done (docker-handbrake#62)', async () => {
    const first = handed('corrected', 7);
    give(root, [first]);
    await until(() => isDone(first.client), 180_000);
    const better = { ...handed('corrected', 8), path: first.path, folder: first.folder };
    given[given.findIndex(({ bytes }) => bytes === better.bytes)] = better;
    give(root, [better]);
    await until(() => revisionsOf(first.client).length === 2, 180_000);
  });

  it('that half a copy was taken, since a copy keeps the age of its original (camel#10131)', async () => {
    const one = handed('aged', 9);
    const path = inboxPath(root, one);
    mkdirSync(dirname(path), { recursive: true });
    const old = new Date('2001-01-01T00:00:00Z');
    for (let written = 1; written <= 8; written += 1) {
      writeFileSync(path, one.bytes.subarray(0, Math.ceil((one.bytes.length * written) / 8)));
      utimesSync(path, old, old);
      await sleep(250);
    }
    await until(() => isDone(one.client), 180_000);
    expect(revisionsOf(one.client)).toHaveLength(1);
  });

  it('that a file outside a client’s folder is passed over in silence (docspell#2903)', async () => {
    writeFileSync(join(root, 'inbox', 'stray.txt'), 'To whom it may concern.\n');
    await until(() => daemon.said().includes('put it into a client’s folder'), 180_000);
    expect(await waitingFor('stray.txt')).toContain('put it into a client’s folder');
  });
});

it('nobody complains that a share never tells of its files (paperless-ngx#1975)', {
  timeout: timeoutMs,
}, async ({ skip }) => {
  if (!mayLimitWatches) skip();
  const blind = await makeDesk(temporaryFolder());
  const watcher = await runDaemon(blind, { by: watchesLimitedTo(0) });
  try {
    await until(() => watcher.said().includes('is looked at every 30 seconds'), 180_000);
    const one = documentNumber(1, { client: 'anna' });
    give(blind, [one]);
    await untilAtRest(blind, 1, 180_000);
    await watcher.end('SIGTERM');
    record('inbox of which no event is told', 1, await judge(blind, [one]));
  } finally {
    await watcher.end('SIGKILL');
  }
});

it('nobody complains that thousands of failures bury the rest, and cannot be dismissed at once (paperless-ngx#3279)', {
  timeout: timeoutMs,
}, async () => {
  const many = await makeDesk(temporaryFolder());
  const failures = Array.from({ length: Math.max(60, 14 * killRounds) }, (_, number) => ({
    ...documentNumber(number, { client: 'anna' }, 'broken'),
    folder: 'heap',
    bare: false,
  }));
  give(many, failures);
  await once(many);
  const status = await proofdesk('--desk', many, 'status');
  expect(status.stdout.split('\n').length).toBeLessThan(80);
  expect(status.stdout).toContain(`and ${failures.length - 5} more: in quarantine`);
  expect(status.stdout).toContain('“withdraw anna/heap” for all of a job');
  record('thousands of failures', 1, await judge(many, failures));
  const left = await proofdesk(
    ...['--desk', many, 'withdraw', 'anna/heap', '--because', 'The client sent them by mistake.'],
  );
  expect(left.stdout).toContain(`${failures.length} documents are left out`);
  expect((await statusOf(many)).quarantined).toEqual([]);
});
