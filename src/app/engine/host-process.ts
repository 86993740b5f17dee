import { createHarper } from '../../adapters/harper/harper.ts';
import { createEnginePool, type PoolLimits } from './pool.ts';
import { type EngineMethod, type EngineReply, packed } from './reply.ts';

/** One call, as it comes from the desk. */
export interface HostQuestion {
  readonly kind: 'call';
  readonly id: number;
  readonly method: EngineMethod;
  readonly request: unknown;
}

/** Asked of a process to see whether it is alive; it says the same back. */
export interface SignAsked {
  readonly kind: 'sign';
}

/** All that the process says. */
export type HostMessage = HostAnswer | SignAsked;

/** Its answer. What failed in a way that is no fault of the document is told by name, without its text. */
export type HostAnswer = {
  readonly id: number;
  /** What the process takes of the memory, with all its threads. */
  readonly memoryBytes: number;
} & (
  | { readonly kind: 'reply'; readonly reply: EngineReply }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
);

const limits: PoolLimits = JSON.parse(process.argv[2] ?? '{}');
const engine = createEnginePool(createHarper(), limits);

process.on('message', (question: HostQuestion | SignAsked) => {
  if (question.kind === 'sign') process.send?.(question);
  else void answered(question).then((answer) => process.send?.(answer));
});

// The desk decides when to stop; a key pressed in its terminal, or a signal to its group, comes here too.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

// The desk has gone, however it went: nothing asks any more, and what is under way nobody waits for.
process.on('disconnect', () => void engine.close());

async function answered({ id, method, request }: HostQuestion): Promise<HostAnswer> {
  try {
    const work: (request: never) => Promise<unknown> = engine[method];
    const reply = await packed(work(request as never));
    return { id, memoryBytes: process.memoryUsage.rss(), kind: 'reply', reply };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { id, memoryBytes: process.memoryUsage.rss(), kind: 'failed', name, message };
  }
}
