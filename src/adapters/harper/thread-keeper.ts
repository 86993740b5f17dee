import type { HarperLimits } from './limits.ts';
import type { ThreadRequest } from './thread.ts';
import { type HarperThread, startThread, type ThreadAnswer } from './thread-host.ts';

/** Keeps one thread: starts it when it is needed, replaces it when it is worn out, ends it when it is idle. */
export interface ThreadKeeper {
  /** Rejects once the keeper is closed. One question at a time. */
  ask(request: ThreadRequest): Promise<ThreadAnswer | { readonly kind: 'not-started' }>;
  /** Says that nothing more is wanted for now. */
  rest(): void;
  close(): Promise<void>;
}

export function createThreadKeeper(limits: HarperLimits): ThreadKeeper {
  let thread: HarperThread | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;

  const end = async () => {
    const ending = thread;
    thread = undefined;
    await ending?.end();
  };
  const refuseWhenClosed = () => {
    if (closed) throw new Error('the grammar engine was closed');
  };
  const askWarm = async (request: ThreadRequest) => {
    if (!thread?.isAlive()) thread = startThread(limits);
    const asked = thread;
    return (await asked.warm) ? asked.ask(request) : ({ kind: 'not-started' } as const);
  };

  return {
    async ask(request) {
      refuseWhenClosed();
      clearTimeout(idle);
      const answer = await askWarm(request);
      refuseWhenClosed();
      if (isWornOut(answer, limits)) await end();
      return answer;
    },
    rest() {
      clearTimeout(idle);
      if (thread) idle = setTimeout(end, limits.idleTimeMsMax).unref();
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      await end();
    },
  };
}

function isWornOut(
  answer: ThreadAnswer | { readonly kind: 'not-started' },
  limits: HarperLimits,
): boolean {
  if (answer.kind === 'checked') return answer.memoryBytes > limits.memoryBytesMax;
  return answer.kind !== 'unknown-rule';
}
