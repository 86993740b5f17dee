import { mkdir } from 'node:fs/promises';
import { createDictionaries } from '../../src/adapters/dictionaries/dictionaries.ts';
import { createBankFolder } from '../../src/adapters/fs/bank-folder.ts';
import { createContentStore } from '../../src/adapters/fs/content-store.ts';
import { diskOf } from '../../src/adapters/fs/file-system.ts';
import { sweepWork } from '../../src/adapters/fs/inbox/sweep.ts';
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
import type { Clock } from '../../src/ports.ts';
import type { Desk } from '../../src/steps/step.ts';

export const quietMs = 120_000;
export const quietBareMs = 5_000;
export const settleMs = 20;

/** All real parts over a folder, with a clock of the caller's; its ledger must be closed. */
export async function openRealDesk(root: string, clock: Clock): Promise<Desk> {
  const paths = deskPaths(root);
  await writeInboxId(paths.inbox);
  await mkdir(paths.store, { recursive: true });
  const vault = await openVault(paths.key);
  const ledger = await openLedger({ file: paths.ledger, newId });
  const store = createContentStore({ folder: paths.store });
  await sweepWork({ workFolder: paths.work, intents: await ledger.intents(), store });
  return {
    bank: createBankFolder({ folder: paths.bank }),
    billing: createBilling(paths),
    clock,
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
    disk: diskOf(root),
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
    store,
    vault,
  };
}

function notAsked(): never {
  throw new Error('no stage of this pipeline asks the grammar engine');
}
