import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { proofdesk } from '../e2e/desk.ts';
import { clients, makeDesk, once, startDaemon } from './desk.ts';
import { type Given, give, mixedDocuments } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { isShort, randomFrom, roundsOf, timeoutMs } from './rounds.ts';

/** Another program holds it for less than the desk waits for a lock, and for longer. */
const heldMs = [1_500, 7_000];

it.skipIf(isShort)(
  'a ledger that another process has locked leaves no document nowhere (paperless-ngx#3077)',
  {
    timeout: timeoutMs,
  },
  async () => {
    const root = await makeDesk(folderOfItsOwn());
    const daemon = await startDaemon(root);
    const rounds = roundsOf(0.02, heldMs.length);
    const given: Given[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const fresh = mixedDocuments(6, given.length, { clients, jobSize: 3 });
      give(root, fresh);
      given.push(...fresh);
      await sleep(700);
      const other = new DatabaseSync(ledgerOf(root), { timeout: 10_000 });
      other.exec('begin immediate');
      await sleep(heldMs[round % heldMs.length]);
      other.exec('rollback');
      other.close();
    }
    await untilAtRest(root, given.length, 180_000);
    await daemon.end('SIGTERM');
    record('ledger locked by another process', rounds, await judge(root, given));
  },
);

it('a ledger with a damaged page is found out, and the desk restored from its backup', {
  timeout: timeoutMs,
}, async () => {
  const random = randomFrom(3);
  const rounds = roundsOf(0.02, 1);
  for (let round = 0; round < rounds; round += 1) {
    const root = await makeDesk(folderOfItsOwn());
    const aside = dirname(root);
    const before = mixedDocuments(6, 0, { clients, jobSize: 3 });
    give(root, before);
    await once(root);
    expect((await proofdesk('--desk', root, 'backup', join(aside, 'backup'))).code).toBe(0);
    damage(ledgerOf(root), random);
    const doctor = await proofdesk('--desk', root, 'doctor');
    expect(doctor.code).not.toBe(0);
    expect(doctor.stdout + doctor.stderr).toMatch(
      /ledger.*\n?.*(damaged|malformed|backup|wrong|missing)/is,
    );
    const restored = join(aside, 'restored');
    const back = await proofdesk('restore', join(aside, 'backup'), '--to', restored);
    expect(back.code, back.stdout + back.stderr).toBe(0);
    const after = mixedDocuments(3, 100, { clients, jobSize: 3 });
    give(restored, after);
    await once(restored);
    record('damaged ledger, restored from backup', 1, await judge(restored, [...before, ...after]));
    rmSync(aside, { recursive: true });
  }
});

function ledgerOf(root: string): string {
  return join(root, '.proofdesk', 'ledger.sqlite');
}

const pageBytes = 4_096;

/** Overwrites a few pages, as a disk does that loses what it had; the first page holds the list of the tables. */
function damage(ledger: string, random: () => number): void {
  const pages = Math.floor(statSync(ledger).size / pageBytes);
  const file = openSync(ledger, 'r+');
  for (let page = 1; page < pages; page += 1 + Math.floor(random() * 4)) {
    writeSync(file, Buffer.alloc(pageBytes, 0x5a), 0, pageBytes, page * pageBytes);
  }
  closeSync(file);
}
