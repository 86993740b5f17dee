import { Worker } from 'node:worker_threads';
import type { HarperLimits } from './limits.ts';
import type { ThreadReply, ThreadRequest } from './thread.ts';

/** How a thread answers. After anything but `checked` and `unknown-rule` it is of no more use. */
export type ThreadAnswer =
  | Exclude<ThreadReply, { readonly kind: 'ready' | 'broken' }>
  | { readonly kind: 'broken' | 'took-too-long' | 'out-of-memory' };

/** A linter in a thread of its own. One question at a time, and none before it is warm. */
export interface HarperThread {
  /** Whether it got so far as to be of use. */
  readonly warm: Promise<boolean>;
  isAlive(): boolean;
  ask(request: ThreadRequest): Promise<ThreadAnswer>;
  /** Ends it at once, whatever it is doing. */
  end(): Promise<void>;
}

export function startThread(limits: HarperLimits): HarperThread {
  const worker = openWorker(limits);
  let alive = true;
  const died = () => {
    alive = false;
  };
  // An 'error' without a listener would end the process; the exit that follows it tells all.
  worker.on('exit', died).on('error', died);
  return {
    warm: nextAnswer(worker, limits.startTimeMsMax).then(({ kind }) => kind === 'ready'),
    isAlive: () => alive,
    ask: (request) => asked(worker, request, limits),
    async end() {
      alive = false;
      await worker.terminate();
    },
  };
}

/**
 * A plain worker rather than a pool: there is one thread, its start has a deadline of its own,
 * and it is replaced by its memory, which a pool does not look at.
 * What it prints is kept from our own output and never read: a panic of the linter may quote the text of a client.
 * (Reading it would also keep the process alive.) A thread that panicked is ended, so this stays small.
 */
function openWorker(limits: HarperLimits): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./thread.${extension}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytesMax },
    stdout: true,
    stderr: true,
    execArgv: [],
    env: {},
  });
  worker.unref();
  return worker;
}

async function asked(
  worker: Worker,
  request: ThreadRequest,
  limits: HarperLimits,
): Promise<ThreadAnswer> {
  const extra = (request.paragraph.length / 1_000) * limits.paragraphTimeMsPerThousand;
  worker.postMessage(request);
  const answer = await nextAnswer(worker, limits.paragraphTimeMsMax + extra);
  return answer.kind === 'ready' ? { kind: 'broken' } : answer;
}

type AnyAnswer = ThreadAnswer | { readonly kind: 'ready' };

/** The next thing that happens to a worker. Only while something is awaited does it keep the process alive. */
function nextAnswer(worker: Worker, timeMsMax: number): Promise<AnyAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: AnyAnswer) => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', failed).off('exit', ended);
      worker.unref();
      resolve(answer);
    };
    const failed = (error: Error & { readonly code?: string }) =>
      settle({ kind: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'broken' });
    const ended = () => settle({ kind: 'broken' });
    const timer = setTimeout(() => settle({ kind: 'took-too-long' }), timeMsMax);
    worker.on('message', settle).on('error', failed).on('exit', ended);
    worker.ref();
  });
}
