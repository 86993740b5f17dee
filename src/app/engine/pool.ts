import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { GrammarEngine } from '../../core/grammar-engine.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { DeskProblem } from '../../job/trouble.ts';
import type { Engine } from '../../ports.ts';
import { serveGrammar } from './grammar-port.ts';
import type { EngineCall, EngineMethod, EngineReply } from './thread.ts';

/** What the pool may use. */
export interface PoolLimits {
  readonly threadsMax: number;
  /** Of the JavaScript heap of one thread: a 300-page document takes about a quarter of it. */
  readonly heapMegabytesMax: number;
  /** Every call may take this long, whatever the document. */
  readonly deadlineMs: number;
  /** And this much longer for each character or byte of it: the grammar engine reads some 10,000 characters a second. */
  readonly deadlineMsPerUnit: number;
}

export const poolLimits: Omit<PoolLimits, 'threadsMax'> = {
  heapMegabytesMax: 1024,
  deadlineMs: 120_000,
  deadlineMsPerUnit: 0.5,
};

/**
 * The engine in threads of its own, so that no document holds up the desk or brings it down.
 * A call that passes its deadline is ended with its thread: DocumentProblem `took-too-long`. One that needs more memory
 * than a thread has ends the thread: DocumentProblem `crashed`. The next call gets a new thread.
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
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytesMax },
  });
  const call = async (method: EngineMethod, request: unknown, units: number): Promise<unknown> => {
    const { port1, port2 } = new MessageChannel();
    serveGrammar(port1, grammar);
    const deadlineMs = Math.ceil(limits.deadlineMs + units * limits.deadlineMsPerUnit);
    const signal = AbortSignal.timeout(deadlineMs);
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

function unpacked(reply: EngineReply): unknown {
  switch (reply.kind) {
    case 'done':
      return reply.value;
    case 'problem':
      throw new DocumentProblem(reply.code, reply.detail);
    case 'desk-problem':
      throw new DeskProblem(reply.sentence);
  }
}

function tookTooLong(method: EngineMethod): DocumentProblem {
  return new DocumentProblem('took-too-long', `The step “${method}” was ended.`);
}

function outOfMemory(error: unknown, method: EngineMethod): DocumentProblem | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
  return new DocumentProblem('crashed', `The step “${method}” needs more memory than it may take.`);
}

type Call = (method: EngineMethod, request: unknown, units: number) => Promise<unknown>;

/** The thread runs the same interface, so what comes back has the type of what was asked. */
function engineOf(call: Call, close: () => Promise<void>): Engine {
  const forward =
    <M extends EngineMethod>(method: M, unitsOf: (request: Parameters<Engine[M]>[0]) => number) =>
    (request: Parameters<Engine[M]>[0]) =>
      call(method, request, unitsOf(request)) as ReturnType<Engine[M]>;
  return {
    extract: forward('extract', ({ bytes }) => bytes.length),
    attachments: forward('attachments', ({ bytes }) => bytes.length),
    proofread: forward('proofread', ({ document }) => document.text.length),
    arbitrate: forward('arbitrate', ({ document }) => document.text.length),
    apply: forward('apply', ({ bytes }) => bytes.length),
    redline: forward('redline', ({ original }) => original.length),
    report: forward('report', ({ original }) => original.length),
    close,
  };
}
