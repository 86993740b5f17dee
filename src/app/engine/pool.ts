import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { readModels } from '../../adapters/dictionaries/dictionaries.ts';
import type { GrammarEngine } from '../../core/grammar-engine.ts';
import { DocumentProblem } from '../../core/problem.ts';
import type { Engine } from '../../ports.ts';
import { serveGrammar } from './grammar-port.ts';
import { type CallSize, type EngineMethod, type EngineReply, engineOf, unpacked } from './reply.ts';
import type { EngineCall, ThreadData } from './thread.ts';

/** What the pool may use. */
export interface PoolLimits {
  readonly threadsMax: number;
  /** Of the JavaScript heap of one thread: a 300-page document takes about a quarter of it. */
  readonly heapMegabytesMax: number;
  /** Of the space for objects that live for a moment; more makes nothing faster. */
  readonly youngMegabytesMax: number;
  /** Every call may take this long, whatever the document. */
  readonly deadlineMs: number;
  /** And this much longer for each character that is proofread: the grammar engine reads some 10,000 of them a second. */
  readonly deadlineMsPerUnit: number;
  /** And this much for each byte that is opened or written: Markdown, the slowest of formats, takes a tenth of it. */
  readonly deadlineMsPerByte: number;
  /** A process that has answered so many is followed by a fresh one: months of work leave traces. */
  readonly callsMax: number;
  /** And so is one that takes more memory than this for each of its threads; a busy one takes about half. */
  readonly processMegabytesPerThreadMax: number;
  /** The process is asked this often whether it is alive; its own thread only passes calls on, and answers at once. */
  readonly signEveryMs: number;
  /** After so many in vain it is ended, though the computer be busy: a minute, within which a lease is renewed thrice. */
  readonly signsMissedMax: number;
}

export const poolLimits: Omit<PoolLimits, 'threadsMax'> = {
  heapMegabytesMax: 1024,
  youngMegabytesMax: 16,
  deadlineMs: 120_000,
  deadlineMsPerUnit: 0.5,
  deadlineMsPerByte: 0.03,
  callsMax: 5_000,
  processMegabytesPerThreadMax: 900,
  signEveryMs: 10_000,
  signsMissedMax: 6,
};

/**
 * The engine in threads of its own.
 * A call that passes its deadline is ended with its thread: DocumentProblem `took-too-long`. One that needs more memory
 * than a thread has ends the thread: DocumentProblem `crashed`; where the memory ends inside a native call, Node ends the
 * whole process, which is why the pool lives in one of its own (`host.ts`). The next call gets a new thread.
 */
export function createEnginePool(
  grammar: GrammarEngine & { close(): Promise<void> },
  limits: PoolLimits,
): Engine {
  const pool = new Piscina({
    filename: new URL('./thread.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: limits.threadsMax,
    idleTimeout: 60_000,
    workerData: { models: readModels() } satisfies ThreadData,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.heapMegabytesMax,
      maxYoungGenerationSizeMb: limits.youngMegabytesMax,
    },
  });
  const call = async (method: EngineMethod, request: unknown, size: CallSize) => {
    const { port1, port2 } = new MessageChannel();
    serveGrammar(port1, grammar);
    const signal = AbortSignal.timeout(deadlineMsFor(size, limits));
    try {
      const message: EngineCall = { method, request, grammarPort: port2 };
      const reply: EngineReply = await pool.run(message, { signal, transferList: [port2] });
      return unpacked(reply);
    } catch (error) {
      throw signal.aborted ? tookTooLong(method) : (outOfMemory(error, method) ?? error);
    } finally {
      port1.close();
    }
  };
  return engineOf(call, async () => {
    await Promise.all([pool.destroy(), grammar.close()]);
  });
}

function deadlineMsFor({ characters = 0, bytes = 0 }: CallSize, limits: PoolLimits): number {
  const { deadlineMs, deadlineMsPerUnit, deadlineMsPerByte } = limits;
  return Math.ceil(deadlineMs + characters * deadlineMsPerUnit + bytes * deadlineMsPerByte);
}

function tookTooLong(method: EngineMethod): DocumentProblem {
  return new DocumentProblem('took-too-long', `The step “${method}” was ended.`);
}

function outOfMemory(error: unknown, method: EngineMethod): DocumentProblem | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
  return new DocumentProblem('crashed', `The step “${method}” needs more memory than it may take.`);
}
