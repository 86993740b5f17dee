import { DocumentProblem } from '../../core/problem.ts';
import type { Engine } from '../../ports.ts';
import { type Host, type HostEvents, type Outcome, startHost } from './host-child.ts';
import type { HostAnswer } from './host-process.ts';
import type { PoolLimits } from './pool.ts';
import { type EngineMethod, engineOf, unpacked } from './reply.ts';

/**
 * The engine in a process of its own, so that no document brings down the desk: a thread that runs out of memory inside
 * a native call ends its process, and with it whatever else lives there.
 * When the process ends, each call under way is tried once more, alone in a new one: what ends that too is the document's
 * doing (DocumentProblem `crashed`), and the others come to no harm.
 * A process that gives no sign of life, as one that was stopped, is ended and followed by another in the same way, but no
 * document is blamed: documents are worked on in threads, which cannot hold up its answers.
 * A process that has worked long or grown large finishes what it has, and a fresh one is asked meanwhile.
 */
export function createEngineHost(limits: PoolLimits, events: HostEvents = silence): Engine {
  const keeper = createKeeper(limits, events);
  let alone: Promise<unknown> = Promise.resolve();
  const ask = async (method: EngineMethod, request: unknown): Promise<unknown> => {
    await settled(() => alone);
    const first = await keeper.ask(method, request);
    if (isAnswer(first)) return answered(first);
    const again = alone.then(() => keeper.ask(method, request));
    alone = again.catch(() => undefined);
    const second = await again;
    if (isAnswer(second)) return answered(second);
    if (second === 'silent')
      throw new Error('the proofreading process gave no sign of life, twice');
    throw new DocumentProblem('crashed', `The step “${method}” ended the proofreading process.`);
  };
  return engineOf(ask, () => keeper.close());
}

const silence: HostEvents = { onTrouble: () => {} };

/** Resolves when the promise that `latest` names is settled and no later one has taken its place. */
async function settled(latest: () => Promise<unknown>): Promise<void> {
  let seen: Promise<unknown> | undefined;
  while (seen !== latest()) {
    seen = latest();
    await seen;
  }
}

function isAnswer(outcome: Outcome): outcome is HostAnswer {
  return typeof outcome === 'object';
}

function answered(answer: HostAnswer): unknown {
  if (answer.kind === 'reply') return unpacked(answer.reply);
  throw Object.assign(new Error(answer.message), { name: answer.name });
}

interface Keeper {
  ask(method: EngineMethod, request: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

/** Keeps one process going: starts it at the first call, and again when it has ended or is worn. */
function createKeeper(limits: PoolLimits, events: HostEvents): Keeper {
  let host: Host | undefined;
  const retiring = new Set<Host>();
  let closed = false;
  const retire = (worn: Host): void => {
    retiring.add(worn);
    void worn.close('when idle').finally(() => retiring.delete(worn));
  };
  return {
    ask(method, request) {
      if (closed) throw new Error('the engine is closed');
      if (host?.isWorn()) {
        retire(host);
        host = undefined;
      }
      if (!host?.isAlive()) host = startHost(limits, events);
      return host.ask(method, request);
    },
    async close() {
      closed = true;
      await Promise.all([...retiring, ...(host ? [host] : [])].map((one) => one.close()));
    },
  };
}
