import { dirname } from 'node:path';
import { createBankFolder } from '../adapters/fs/bank-folder.ts';
import { createContentStore } from '../adapters/fs/content-store.ts';
import { diskOf, isOnShare } from '../adapters/fs/file-system.ts';
import { sweepWork } from '../adapters/fs/inbox/sweep.ts';
import { createInbox, inboxLimits } from '../adapters/fs/inbox.ts';
import { acquireLock } from '../adapters/fs/lock.ts';
import { createReturnsFolder } from '../adapters/fs/returns-folder.ts';
import { createShelf } from '../adapters/fs/shelf.ts';
import { createMailer } from '../adapters/mail/mailer.ts';
import { invoicePdf, paperPdf } from '../adapters/pdf/invoice-pdf.ts';
import { openLedger } from '../adapters/sqlite/open-ledger.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { newId } from '../adapters/system/ids.ts';
import { openVault } from '../adapters/system/vault.ts';
import { sizeBytesMax } from '../formats/recognise.ts';
import type { Billing } from '../job/books.ts';
import type { OfficeSettings } from '../job/intake.ts';
import { DeskProblem, LedgerRefused } from '../job/trouble.ts';
import type { Converter, Inbox, Ledger, Log } from '../ports.ts';
import type { Desk } from '../steps/step.ts';
import { noteAuditHead } from './audit.ts';
import { createNightly } from './backup/nightly.ts';
import { accountOf, clientsOf, phrasesFor, termsFor } from './billing-terms.ts';
import { environment } from './config.ts';
import { createEngineHost } from './engine/host.ts';
import { poolLimits } from './engine/pool.ts';
import { writeForOthersToo } from './file-rights.ts';
import { converterFor } from './libreoffice.ts';
import { createNotices, mailServerOf } from './notices.ts';
import { type DeskPaths, deskPaths, isDesk } from './paths.ts';
import { printable } from './printable.ts';
import { createProfiles, readDeskFile } from './profiles.ts';
import { createRetention } from './retention/nightly.ts';
import { keepSettings, type Settings } from './settings.ts';
import type { DeskFile } from './settings-files.ts';
import type { Chores } from './worker/daemon.ts';

/** A desk that is open for work; nobody else works on it until it is closed. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly paths: DeskPaths;
  readonly settings: Settings;
  readonly chores: Chores;
  close(): Promise<void>;
}

/** Opens a desk for work. Throws DeskProblem when there is none or its settings have a fault. */
export async function openDesk(
  folder: string,
  { log, threads }: { readonly log: Log; readonly threads: number },
): Promise<OpenDesk> {
  const paths = existingDesk(folder);
  await refuseShare(dirname(paths.ledger));
  let converter: Converter | undefined;
  const getReady = (file: DeskFile): void => {
    converter = converterFor(file.libreoffice, environment().searchPath);
    if (file.shared) writeForOthersToo();
  };
  const settings = await keepSettings(paths, log, getReady);
  getReady(settings.current());
  const release = await acquireLock(paths.lock);
  const ledger = await openLedger({ file: paths.ledger, newId });
  const store = createContentStore({ folder: paths.store });
  const vault = await openVault(paths.key);
  await takeUp({ ledger, store, log, workFolder: paths.work });
  const engine = createEngineHost(
    { ...poolLimits, threadsMax: threads },
    { onTrouble: (sentence) => log.warn({}, sentence) },
  );
  const desk: Desk = {
    bank: createBankFolder({ folder: paths.bank }),
    billing: createBilling(paths),
    clock: systemClock,
    disk: diskOf(paths.root),
    get converter() {
      return converter;
    },
    engine,
    inbox: inboxOf(paths, settings.current),
    ledger,
    log,
    mailer: createMailer(() => mailServerOf(paths, environment().mailPassword)),
    notices: createNotices(paths),
    get office() {
      return officeOf(settings.current());
    },
    outbox: createShelf({ folder: paths.outbox, deskFolder: paths.root }),
    profiles: createProfiles(paths, { vault, deskFile: settings.fresh }),
    quarantine: createShelf({ folder: paths.quarantine, deskFolder: paths.root }),
    returns: createReturnsFolder({
      folder: paths.returns,
      get settleMs() {
        return settings.current().settle_seconds * 1_000;
      },
      sizeBytesMax,
    }),
    store,
    vault,
  };
  const close = async (): Promise<void> => {
    await engine.close();
    try {
      await noteAuditHead(ledger, paths);
    } finally {
      await ledger.close();
      release();
    }
  };
  return { desk, paths, settings, chores: choresOf(desk, { paths, settings }), close };
}

/** Takes up what an earlier process left when it ended: tasks that it had in hand, and what lies in the work area. */
async function takeUp(
  left: Pick<Desk, 'ledger' | 'store' | 'log'> & { readonly workFolder: string },
): Promise<void> {
  const { ledger, store, log, workFolder } = left;
  const tasks = await ledger.freeLeases();
  if (tasks > 0) log.warn({ tasks }, 'the desk was ended amid its work and goes on with it');
  const intents = await ledger.intents();
  for (const path of await sweepWork({ workFolder, intents, store })) {
    log.error({ path }, 'a file in the work area belongs to no document; look at it');
  }
}

async function refuseShare(folder: string): Promise<void> {
  if (!(await isOnShare(folder))) return;
  throw new LedgerRefused(
    `${folder} lies on a network share, where the ledger can be damaged. Move the desk to a disk of this computer; its inbox and outbox may be mounted from the network.`,
  );
}

/** What counts at once when desk.yaml has changed, the note of where the audit trail stands, the nightly backup, and letting go of what was kept long enough. */
function choresOf(
  { ledger, clock, log }: Desk,
  { paths, settings }: { readonly paths: DeskPaths; readonly settings: Settings },
): Chores {
  const nightly = createNightly(paths, () => settings.current().backups, { clock, log });
  const retention = createRetention(paths, { ledger, clock, log });
  return {
    attune: () => settings.follow(),
    watch: (wake) => settings.watch(wake),
    async tend() {
      await noteAuditHead(ledger, paths);
      await nightly.tend();
      await retention.tend();
    },
    stop: () => nightly.stop(),
  };
}

/** What has to do with money, from the settings of a desk. */
export function createBilling(paths: DeskPaths): Billing {
  return {
    termsFor: async (client) => printable(await termsFor(client, paths), client),
    clients: () => clientsOf(paths),
    phrasesFor: (language) => phrasesFor(language, paths),
    print: invoicePdf,
    printPaper: paperPdf,
    account: () => accountOf(paths),
  };
}

/** The ledger and the inbox alone, for looking, while another process may be at work. */
export async function lookAtDesk(folder: string): Promise<{
  readonly ledger: Ledger;
  readonly inbox: Inbox;
  readonly paths: DeskPaths;
  readonly settings: DeskFile;
}> {
  const paths = existingDesk(folder);
  const ledger = await openLedger({ file: paths.ledger, newId, role: 'visitor' });
  const settings = await readDeskFile(paths);
  return { ledger, inbox: inboxOf(paths, () => settings, 'for looking'), paths, settings };
}

/** What the office has decided, as `desk.yaml` says it. */
export async function officeSettings(folder: string): Promise<OfficeSettings> {
  return officeOf(await readDeskFile(existingDesk(folder)));
}

/** The folders of a desk that is there. */
export function existingDesk(folder: string): DeskPaths {
  const paths = deskPaths(folder);
  if (isDesk(folder)) return paths;
  throw new DeskProblem(
    `There is no desk in ${paths.root}. Make one with “proofdesk init ${folder}”, or name another with --desk.`,
  );
}

/** Who only looks has seen nothing before, so to him all that lies still counts as settled. */
function inboxOf(paths: DeskPaths, settings: () => DeskFile, forLooking?: 'for looking'): Inbox {
  return createInbox({
    inboxFolder: paths.inbox,
    workFolder: paths.work,
    duplicatesFolder: paths.duplicates,
    deskFolder: paths.root,
    clock: systemClock,
    newId,
    forLooking: forLooking !== undefined,
    limits: {
      ...inboxLimits,
      get settleMs() {
        return forLooking ? 0 : settings().settle_seconds * 1_000;
      },
      sizeBytesMax,
    },
  });
}

/** What the settings say of all clients. */
export function officeOf(settings: DeskFile): OfficeSettings {
  return {
    author: settings.author,
    service: settings.service,
    quietMs: settings.quiet_seconds * 1_000,
    quietBareMs: settings.quiet_seconds_bare_file * 1_000,
    bounds: {
      freeBytesMin: settings.keep_free_megabytes * 1e6,
      inWorkMax: settings.in_work_per_client,
    },
  };
}
