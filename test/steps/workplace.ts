import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type IntakeRound, intakeRound } from '../../src/app/worker/intake.ts';
import { carryOutTask, leaseMs } from '../../src/app/worker/task.ts';
import type { Patience } from '../../src/steps/closing.ts';
import type { Desk } from '../../src/steps/step.ts';
import { openRealDesk, settleMs } from './real-desk.ts';

/** A desk of real parts in a folder of its own, with a clock that the test sets and a pipeline that takes no time. */
export interface Workplace {
  readonly root: string;
  readonly desk: Desk;
  /** Puts a file into the inbox, old enough to have settled. */
  drop(path: string, content?: string | Uint8Array): Promise<void>;
  /** Puts a file into the desk. */
  set(path: string, content: string): Promise<void>;
  later(ms: number): void;
  /** Looks at the inbox until what lies there has settled. */
  round(patience: Patience): Promise<IntakeRound>;
  /** Carries out all tasks. */
  work(): Promise<void>;
}

export async function workplace(more: Partial<Desk> = {}): Promise<Workplace> {
  const root = await mkdtemp(join(tmpdir(), 'proofdesk-'));
  let aheadMs = 0;
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  const desk: Desk = { ...(await openRealDesk(root, clock)), ...more };
  const { ledger } = desk;
  onTestFinished(async () => {
    await ledger.close();
    await rm(root, { recursive: true });
  });
  const set = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  await set('desk.yaml', 'pipeline: quick\n');
  await set('pipelines/quick.yaml', 'description: Fast.\nstages:\n  spacing:\n');
  return {
    root,
    desk,
    set,
    async drop(path, content = `A letter called ${path}.\n`) {
      await set(`inbox/${path}`, content);
      const old = new Date(Date.now() - 3_600_000);
      await utimes(join(root, 'inbox', path), old, old);
    },
    later(ms) {
      aheadMs += ms;
    },
    async round(patience) {
      await desk.inbox.scan({ patient: true });
      await new Promise((resolve) => setTimeout(resolve, settleMs + 5));
      return intakeRound(desk, patience);
    },
    async work() {
      for (;;) {
        const lease = await ledger.claim(clock.now().toISOString(), leaseMs);
        if (!lease) return;
        await carryOutTask(lease, desk);
      }
    },
  };
}
