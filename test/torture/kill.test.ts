import { describe, it, onTestFinished } from 'vitest';
import { startProofdesk } from '../e2e/desk.ts';
import { clients, makeDesk, once } from './desk.ts';
import { type Given, give, mixedDocuments } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { record } from './record.ts';
import { killRounds, randomFrom, timeoutMs } from './rounds.ts';

/** Documents that come in for each round, and rounds that one desk sees. */
const documentsARound = 6;
const roundsADesk = 25;

/** As long as the program takes to start and to work on a handful of documents. */
const killedWithinMs = 2_500;

describe('kill -9', { timeout: timeoutMs }, () => {
  it('at any instant of a run over a mixed inbox', async () => {
    const seed = Date.now() % 1_000_000;
    const random = randomFrom(seed);
    onTestFinished(({ task }) => {
      if (task.result?.state === 'fail') process.stderr.write(`the seed was ${seed}\n`);
    });
    for (let done = 0; done < killRounds; done += roundsADesk) {
      const rounds = Math.min(roundsADesk, killRounds - done);
      await killedDesk(rounds, random);
    }
  });
});

/** Each round has new documents and what the rounds before left half-done. Every second one is the daemon. */
async function killedDesk(rounds: number, random: () => number): Promise<void> {
  const root = await makeDesk(folderOfItsOwn());
  const given: Given[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const fresh = mixedDocuments(documentsARound, given.length, { clients, jobSize: 3 });
    give(root, fresh);
    given.push(...fresh);
    await killed(root, round % 2 === 0 ? 'once' : 'run', 200 + random() * killedWithinMs);
  }
  await once(root);
  record('`kill -9` at a random instant', rounds, await judge(root, given));
}

/** Resolves when the process has ended, by the signal or by itself. */
async function killed(root: string, command: string, afterMs: number): Promise<void> {
  const child = startProofdesk('--desk', root, command);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
  clearTimeout(timer);
}
