import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DocumentProblem } from '../../core/problem.ts';
import type { Engine } from '../../ports.ts';
import { environmentWith } from '../config.ts';
import type { HostAnswer, HostQuestion } from './host-process.ts';
import type { PoolLimits } from './pool.ts';
import { type EngineMethod, engineOf, unpacked } from './reply.ts';

/**
 * The engine in a process of its own, so that no document brings down the desk: a thread that runs out of memory inside
 * a native call ends its process, and with it whatever else lives there.
 * When the process ends, each call under way is tried once more, alone in a new one: what ends that too is the document's
 * doing (DocumentProblem `crashed`), and the others come to no harm.
 */
export function createEngineHost(limits: PoolLimits): Engine {
  const keeper = createKeeper(limits);
  let alone: Promise<unknown> = Promise.resolve();
  const ask = async (method: EngineMethod, request: unknown): Promise<unknown> => {
    await settled(() => alone);
    const first = await keeper.ask(method, request);
    if (first !== 'died') return answered(first);
    const again = alone.then(() => keeper.ask(method, request));
    alone = again.catch(() => undefined);
    const second = await again;
    if (second !== 'died') return answered(second);
    throw new DocumentProblem('crashed', `The step “${method}” ended the proofreading process.`);
  };
  return engineOf(ask, () => keeper.close());
}

/** Resolves when the promise that `latest` names is settled and no later one has taken its place. */
async function settled(latest: () => Promise<unknown>): Promise<void> {
  let seen: Promise<unknown> | undefined;
  while (seen !== latest()) {
    seen = latest();
    await seen;
  }
}

function answered(answer: HostAnswer): unknown {
  if (answer.kind === 'reply') return unpacked(answer.reply);
  throw Object.assign(new Error(answer.message), { name: answer.name });
}

type Outcome = HostAnswer | 'died';

interface Keeper {
  ask(method: EngineMethod, request: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

/** Keeps one process going: starts it at the first call, and again when it has ended. */
function createKeeper(limits: PoolLimits): Keeper {
  let host: Host | undefined;
  let closed = false;
  return {
    ask(method, request) {
      if (closed) throw new Error('the engine is closed');
      if (!host?.isAlive()) host = startHost(limits);
      return host.ask(method, request);
    },
    async close() {
      closed = true;
      await host?.close();
    },
  };
}

interface Host {
  isAlive(): boolean;
  ask(method: EngineMethod, request: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

/** A heap is cleared when it has grown by a third, not when it has doubled or more; that takes no more time. */
const sparingHeaps = ['--heap-growing-percent=30'];

/** One place for native memory, not one for each of a dozen threads, and large blocks given back at once: 130 MB. */
const sparingAllocator = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' };

function startHost(limits: PoolLimits): Host {
  const entry = fileURLToPath(new URL('./host-process.ts', import.meta.url));
  const child = fork(entry, [JSON.stringify(limits)], {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...sparingHeaps],
    env: environmentWith(sparingAllocator),
  });
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let asked = 0;
  let alive = true;
  const died = (): void => {
    alive = false;
    for (const resolve of waiting.values()) resolve('died');
    waiting.clear();
  };
  child.on('message', (answer: HostAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.on('exit', died);
  // A channel that is broken leaves a process that works for nobody.
  child.on('error', () => {
    child.kill('SIGKILL');
    died();
  });
  return {
    isAlive: () => alive,
    ask: (method, request) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        child.send({ id: asked, method, request } satisfies HostQuestion);
      }),
    close: () => (alive ? ended(child) : Promise.resolve()),
  };
}

/** The process holds nothing that could be lost. */
async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
