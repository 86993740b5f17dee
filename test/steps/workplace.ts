import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDictionaries } from '../../src/adapters/dictionaries/dictionaries.ts';
import { createBankFolder } from '../../src/adapters/fs/bank-folder.ts';
import { createContentStore } from '../../src/adapters/fs/content-store.ts';
import { diskOf } from '../../src/adapters/fs/file-system.ts';
import { createInbox, inboxLimits, writeInboxId } from '../../src/adapters/fs/inbox.ts';
import { createReturnsFolder } from '../../src/adapters/fs/returns-folder.ts';
import { createShelf } from '../../src/adapters/fs/shelf.ts';
import { createMailer } from '../../src/adapters/mail/mailer.ts';
import { openLedger } from '../../src/adapters/sqlite/open-ledger.ts';
import { newId } from '../../src/adapters/system/ids.ts';
import { openVault } from '../../src/adapters/system/vault.ts';
import { createBilling } from '../../src/app/compose.ts';
import { createLocalEngine } from '../../src/app/engine/local.ts';
import { quietLog } from '../../src/app/log.ts';
import { createNotices, mailServerOf } from '../../src/app/notices.ts';
import { deskPaths } from '../../src/app/paths.ts';
import { createProfiles } from '../../src/app/profiles.ts';
import { type IntakeRound, intakeRound } from '../../src/app/worker/intake.ts';
import { carryOutTask, leaseMs } from '../../src/app/worker/task.ts';
import type { Patience } from '../../src/steps/closing.ts';
import type { Desk } from '../../src/steps/step.ts';

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

export const quietMs = 120_000;
export const quietBareMs = 5_000;

export async function workplace(more: Partial<Desk> = {}): Promise<Workplace> {
  const root = await mkdtemp(join(tmpdir(), 'proofdesk-'));
  const paths = deskPaths(root);
  await writeInboxId(paths.inbox);
  await mkdir(paths.store, { recursive: true });
  const ledger = await openLedger({ file: paths.ledger, newId });
  onTestFinished(async () => {
    await ledger.close();
    await rm(root, { recursive: true });
  });
  const vault = await openVault(paths.key);
  let aheadMs = 0;
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  const settleMs = 20;
  const desk: Desk = {
    bank: createBankFolder({ folder: paths.bank }),
    billing: createBilling(paths),
    clock,
    disk: diskOf(root),
    engine: createLocalEngine({ ...createDictionaries(), grammar: { check: notAsked } }),
    inbox: createInbox({
      inboxFolder: paths.inbox,
      workFolder: paths.work,
      duplicatesFolder: paths.duplicates,
      deskFolder: root,
      clock,
      newId,
      limits: { ...inboxLimits, settleMs, quickLookMs: 5 },
    }),
    ledger,
    log: quietLog,
    mailer: createMailer(() => mailServerOf(paths, undefined)),
    notices: createNotices(paths),
    office: {
      author: 'Proofdesk',
      service: 'Proofreading',
      quietMs,
      quietBareMs,
      bounds: { freeBytesMin: 1_000_000, inWorkMax: 200 },
    },
    outbox: createShelf({ folder: paths.outbox, deskFolder: root }),
    profiles: createProfiles(paths, { vault }),
    quarantine: createShelf({ folder: paths.quarantine, deskFolder: root }),
    returns: createReturnsFolder({
      folder: paths.returns,
      settleMs: 1_000,
      sizeBytesMax: 50_000_000,
    }),
    store: createContentStore({ folder: paths.store }),
    vault,
    ...more,
  };
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

function notAsked(): never {
  throw new Error('no stage of this pipeline asks the grammar engine');
}
