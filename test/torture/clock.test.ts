import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { it } from 'vitest';
import { clients, makeDesk, startDaemon } from './desk.ts';
import { type Given, give, mixedDocuments } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { randomFrom, roundsOf, timeoutMs } from './rounds.ts';

const hook = new URL('./clock-hook.ts', import.meta.url).pathname;

/** As a dead battery, a wrong time zone and a correction by the network make clocks jump. */
const jumpsMs = [3_600_000, -3_600_000, 40 * 86_400_000, -2 * 86_400_000, 60_000, -60_000, 0];

it('a clock that jumps while the desk works', { timeout: timeoutMs }, async () => {
  const root = await makeDesk(folderOfItsOwn());
  const clock = join(root, '..', 'clock');
  const random = randomFrom(5);
  const daemon = await startDaemon(root, {
    environment: { NODE_OPTIONS: `--import ${hook}`, CLOCK_FILE: clock },
  });
  const given: Given[] = [];
  const rounds = roundsOf(0.1, jumpsMs.length);
  for (let round = 0; round < rounds; round += 1) {
    const fresh = mixedDocuments(3, given.length, { clients, jobSize: 3 });
    give(root, fresh);
    given.push(...fresh);
    await sleep(200 + random() * 800);
    writeFileSync(clock, String(jumpsMs[round % jumpsMs.length]));
  }
  writeFileSync(clock, '0');
  await untilAtRest(root, given.length, 180_000);
  await daemon.end('SIGTERM');
  record('clock that jumps', rounds, await judge(root, given));
});
