import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { until } from '../e2e/desk.ts';
import { missing } from '../parts.ts';
import { type Daemon, makeDesk, startDaemon } from './desk.ts';
import { type Given, give, mixedDocuments } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { isShort, roundsOf, timeoutMs } from './rounds.ts';

const hook = new URL('./stop-hook.ts', import.meta.url).pathname;

/** What befalls the engine’s process, and whether it has work in hand then. */
const faults = [
  ['SIGUSR2', 'at work'],
  ['SIGSTOP', 'idle'],
  ['SIGSTOP', 'at work'],
] as const;

const tried = isShort ? faults.slice(0, 2) : faults;

const skipped = process.platform !== 'linux' && missing('the children of a process', 'Linux');

it.skipIf(skipped !== false)(
  'an engine process that is stopped or hangs is replaced, and its work done again',
  { timeout: timeoutMs },
  async () => {
    const root = await makeDesk(folderOfItsOwn());
    const rounds = roundsOf(0.02, 1);
    const daemon = await startDaemon(root, {
      environment: { NODE_OPTIONS: `--import ${hook}` },
    });
    const given: Given[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, [signal, when]] of tried.entries()) {
        const first = 6 * (tried.length * round + index);
        const documents = mixedDocuments(4, first, { clients: ['anna', 'ben'], jobSize: 3 });
        given.push(...documents);
        const stepsBefore = stepsOf(daemon);
        if (when === 'at work') {
          give(root, documents);
          await until(() => stepsOf(daemon) > stepsBefore + 2, 60_000);
        }
        await strike(daemon, signal);
        if (when === 'idle') give(root, documents);
        await untilAtRest(root, given.length, 180_000);
      }
    }
    await daemon.end('SIGTERM');
    const ends = daemon.said().match(/gave no sign of life and was ended/g) ?? [];
    expect(ends).toHaveLength(rounds * tried.length);
    expect(daemon.said()).not.toContain('"code":"crashed"');
    record('engine process that is stopped or hangs', ends.length, await judge(root, given));
  },
);

function stepsOf(daemon: Daemon): number {
  return daemon.said().split('"step done"').length;
}

/** The engine’s process is the only child of a desk that runs for more than a moment. */
async function strike({ pid }: Daemon, signal: NodeJS.Signals): Promise<void> {
  let engine: number | undefined;
  await until(() => {
    engine = childrenOf(pid).find((child) => commandOf(child).includes('host-process'));
    return engine !== undefined;
  }, 20_000);
  process.kill(engine ?? 0, signal);
}

function childrenOf(pid: number): readonly number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return list === '' ? [] : list.split(' ').map(Number);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
