import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../config.ts';
import type { HostAnswer, HostMessage, HostQuestion, SignAsked } from './host-process.ts';
import type { PoolLimits } from './pool.ts';
import type { EngineMethod } from './reply.ts';

/** What came of a call: its answer, or how the process ended that had it in hand. */
export type Outcome = HostAnswer | 'died' | 'silent';

/** Hears of what only a person can mend, if it comes again and again; in a sentence. */
export interface HostEvents {
  onTrouble(sentence: string): void;
}

/** One process with the engine in it. */
export interface Host {
  isAlive(): boolean;
  /** Whether it has answered as many calls, or takes as much memory, as one process should. */
  isWorn(): boolean;
  ask(method: EngineMethod, request: unknown): Promise<Outcome>;
  /** At once, or when the calls under way are answered. */
  close(when?: 'when idle'): Promise<void>;
}

/** A heap is cleared when it has grown by a third, not when it has doubled or more; that takes no more time. */
const sparingHeaps = ['--heap-growing-percent=30'];

/** One place for native memory, not one for each of a dozen threads, and large blocks given back at once: 130 MB. */
const sparingAllocator = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' };

export function startHost(limits: PoolLimits, events: HostEvents): Host {
  const entry = fileURLToPath(new URL('./host-process.ts', import.meta.url));
  const child = fork(entry, [JSON.stringify(limits)], {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...sparingHeaps],
    env: environmentWith(sparingAllocator),
  });
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let asked = 0;
  let state: 'alive' | 'closing' | 'ended' = 'alive';
  let memoryBytes = 0;
  let onIdle = (): void => {};
  const end = (outcome: 'died' | 'silent', why: string): void => {
    if (state === 'alive') events.onTrouble(`The proofreading process ${why}. ${whatFollows}`);
    state = 'ended';
    signs.stop();
    for (const resolve of waiting.values()) resolve(outcome);
    waiting.clear();
    onIdle();
  };
  const signs = expectSigns(limits, {
    ask: () => child.send({ kind: 'sign' } satisfies SignAsked),
    onSilence() {
      child.kill('SIGKILL');
      end('silent', 'gave no sign of life and was ended');
    },
  });
  child.on('message', (message: HostMessage) => {
    signs.given();
    if (message.kind === 'sign') return;
    memoryBytes = message.memoryBytes;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
    if (waiting.size === 0) onIdle();
  });
  child.on('exit', (code, signal) => end('died', `ended by itself (${signal ?? code})`));
  // A channel that is broken leaves a process that works for nobody.
  child.on('error', () => {
    child.kill('SIGKILL');
    end('died', 'could not be reached and was ended');
  });
  return {
    isAlive: () => state === 'alive',
    isWorn: () => asked >= limits.callsMax || memoryBytes > memoryBytesMax(limits),
    ask: (method, request) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        child.send({ kind: 'call', id: asked, method, request } satisfies HostQuestion);
      }),
    async close(when) {
      if (when === 'when idle' && waiting.size > 0) {
        await new Promise<void>((resolve) => {
          onIdle = resolve;
        });
      }
      if (state === 'ended') return;
      state = 'closing';
      await ended(child);
    },
  };
}

const whatFollows = 'What it had in hand is done again in a new one.';

/**
 * Asks again and again for a sign of life, and tells when too many in a row were asked for in vain. They are counted, not
 * timed, so that a computer that slept, or a desk that was stopped itself, finds nobody guilty.
 */
function expectSigns(
  { signEveryMs, signsMissedMax }: PoolLimits,
  on: { ask(): void; onSilence(): void },
): { given(): void; stop(): void } {
  let missed = 0;
  const timer = setInterval(() => {
    if (missed >= signsMissedMax) return on.onSilence();
    missed += 1;
    on.ask();
  }, signEveryMs).unref();
  return {
    given() {
      missed = 0;
    },
    stop: () => clearInterval(timer),
  };
}

function memoryBytesMax({ processMegabytesPerThreadMax, threadsMax }: PoolLimits): number {
  return processMegabytesPerThreadMax * threadsMax * 1e6;
}

/** The process holds nothing that could be lost. */
async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
