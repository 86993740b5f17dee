import type { Desk } from '../../steps/step.ts';
import { carryOutTask, leaseMs, type TaskEnd } from './task.ts';

/** Works on tasks, several at once. */
export interface Runners {
  /** Says that there may be new tasks. */
  wake(): void;
  /** Resolves when no task is left, neither due nor to come, or when trouble ended the run. */
  drain(): Promise<void>;
  /** Takes no more tasks; resolves when those in hand are done. */
  stop(): Promise<void>;
}

/** Which step a task was, and how long it took. */
export interface TaskWork {
  readonly step: string;
  readonly tookMs: number;
}

/** What runners tell of their work. `onTrouble` decides whether to wait and go on, or to end. */
export interface RunnerEvents {
  onEnd(end: TaskEnd, work: TaskWork): void;
  onTrouble(error: unknown): 'wait' | 'end';
}

/** How long a runner sleeps when there is nothing to do: another process may have put tasks in. */
const idleMs = 5_000;

/** How long the desk waits before it tries again, on a full disk for one. */
const pauseMs = 30_000;

/** Starts `count` runners over the desk's tasks. */
export function startRunners(desk: Desk, count: number, events: RunnerEvents): Runners {
  const nap = createNap();
  let stopped = false;
  const run = async (): Promise<void> => {
    while (!stopped) {
      try {
        if (!(await takeOne(desk, events))) await nap.sleep(idleMs);
        else nap.wake();
      } catch (error) {
        if (events.onTrouble(error) === 'end') stopped = true;
        else await nap.sleep(pauseMs);
      }
    }
    nap.wake();
  };
  const all = Array.from({ length: count }, run);
  return {
    wake: nap.wake,
    async drain() {
      while (!stopped) {
        const { count: left, nextAt } = await desk.ledger.pending();
        if (left === 0) return;
        const dueMs = nextAt ? Date.parse(nextAt) - desk.clock.now().getTime() : idleMs;
        await nap.sleep(Math.min(Math.max(dueMs, 50), idleMs));
      }
    },
    async stop() {
      stopped = true;
      nap.wake();
      await Promise.all(all);
    },
  };
}

async function takeOne(desk: Desk, events: RunnerEvents): Promise<boolean> {
  const lease = await desk.ledger.claim(desk.clock.now().toISOString(), leaseMs);
  if (!lease) return false;
  const startedMs = desk.clock.now().getTime();
  const end = await carryOutTask(lease, desk);
  const tookMs = Math.max(0, desk.clock.now().getTime() - startedMs);
  events.onEnd(end, { step: lease.kind, tookMs });
  return true;
}

/** Sleeps that a call of `wake` ends, all at once; a call while nobody sleeps ends the next sleep before it begins. */
export function createNap(): { sleep(ms: number): Promise<void>; wake(): void } {
  const sleepers = new Set<() => void>();
  let woken = false;
  return {
    sleep(ms) {
      if (woken) {
        woken = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          sleepers.delete(end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        sleepers.add(end);
      });
    },
    wake() {
      woken = sleepers.size === 0;
      for (const end of [...sleepers]) end();
    },
  };
}
