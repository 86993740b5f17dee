import { diskOf } from '../adapters/fs/file-system.ts';
import { systemClock } from '../adapters/system/clock.ts';
import type { JobFolder, SettledFile, WaitingFile } from '../job/intake.ts';
import type { LedgerStatus } from '../job/records.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Profiles } from '../ports.ts';
import { admitted } from '../steps/admission.ts';
import { expectedFilesMissing, openJobs } from '../steps/closing.ts';
import { heldUpJobs } from '../steps/held-up.ts';
import { heldUpInvoices, type WaitingInvoice } from '../steps/issue.ts';
import type { Desk } from '../steps/step.ts';
import { createBilling, lookAtDesk, officeOf } from './compose.ts';
import { type InvoiceRow, rowOf } from './invoices.ts';
import { createProfiles } from './profiles.ts';
import { type QuoteRow, quoteRowOf } from './quotes.ts';
import { type Wait, waitsOf } from './waits.ts';

/** What a desk at work tells of itself all the time: less than all of its status, which grows with the years. */
export interface DeskBoard {
  readonly ledger: LedgerStatus;
  /** All that does not go on just now: for whom it waits, why, and until when. */
  readonly waits: readonly Wait[];
}

export interface DeskStatus extends DeskBoard {
  readonly waiting: readonly WaitingFile[];
  /** Jobs on which work begins when the client approves. */
  readonly openQuotes: readonly QuoteRow[];
  readonly invoices: readonly InvoiceRow[];
  /** How many messages are of which nobody knows whether they arrived, and that the server refused. */
  readonly mail: { readonly uncertain: number; readonly failed: number };
  /** How many movements of the bank wait for the operator's word. */
  readonly openDeposits: number;
  /** Questions to clients that nobody answered yet. */
  readonly openQueries: number;
  /** Queued invoices that cannot be made yet, and why. */
  readonly heldUp: readonly WaitingInvoice[];
}

/** What the ledger knows and what lies in the inbox, while the desk may be at work. */
export async function deskStatus(folder: string): Promise<DeskStatus> {
  const { ledger, inbox, paths, settings } = await lookAtDesk(folder);
  const office = officeOf(settings);
  const desk = { billing: createBilling(paths), clock: systemClock, ledger, office };
  try {
    const scan = await inbox.scan({ patient: true });
    const disk = diskOf(paths.root);
    const { files, waiting } = await admitted(scan.settled, 'quiet-period', { ...desk, disk });
    return await statusOf(desk, {
      folders: scan.folders,
      waiting: [
        ...scan.waiting,
        ...waiting,
        ...(await readyFiles(files, createProfiles(paths))),
        ...(await expectedFilesMissing(scan.folders, ledger)),
      ],
    });
  } finally {
    await ledger.close();
  }
}

/** What a look at the inbox showed. */
export interface InboxLook {
  readonly folders: readonly JobFolder[];
  readonly waiting: readonly WaitingFile[];
}

type StatusDesk = Pick<Desk, 'billing' | 'clock' | 'ledger' | 'office'>;

/** What stands on the page of the desk, from an open ledger after a look at the inbox. */
export async function boardOf(desk: StatusDesk, look: InboxLook): Promise<DeskBoard> {
  return boardWith(await heldUpInvoices(desk.ledger, desk.billing), desk, look);
}

async function boardWith(
  heldUp: readonly WaitingInvoice[],
  desk: StatusDesk,
  { folders, waiting }: InboxLook,
): Promise<DeskBoard> {
  const known = await desk.ledger.status();
  const open = await openJobs(folders, desk);
  const unbegun = await heldUpJobs(desk);
  const waits = await waitsOf(desk.ledger, known, { waiting, openJobs: open, heldUp, unbegun });
  return { ledger: known, waits };
}

async function statusOf(desk: StatusDesk, look: InboxLook): Promise<DeskStatus> {
  const { ledger } = desk;
  const heldUp = await heldUpInvoices(ledger, desk.billing);
  return {
    ...(await boardWith(heldUp, desk, look)),
    waiting: look.waiting,
    openQuotes: (await ledger.quotes({ state: 'open' })).map(quoteRowOf),
    invoices: (await ledger.invoices()).map(rowOf),
    mail: {
      uncertain: (await ledger.messages({ state: 'uncertain' })).length,
      failed: (await ledger.messages({ state: 'failed' })).length,
    },
    openDeposits: (await ledger.bankEntries({ state: 'open' })).length,
    openQueries: (await ledger.queries()).filter(({ answer }) => answer === undefined).length,
    heldUp,
  };
}

/** Files that the desk takes when it runs, unless the settings for them have a fault. */
async function readyFiles(
  settled: readonly SettledFile[],
  profiles: Profiles,
): Promise<readonly WaitingFile[]> {
  const faults = new Map<string, string | undefined>();
  const waiting: WaitingFile[] = [];
  for (const file of settled) {
    const place = `${file.client}/${file.folder}`;
    if (!faults.has(place)) faults.set(place, await faultOf(file, profiles));
    const fault = faults.get(place);
    const reason = fault ?? 'ready to be taken';
    waiting.push({ path: file.inboxPath, reason, stuck: fault !== undefined });
  }
  return waiting;
}

async function faultOf(
  { client, folder }: SettledFile,
  profiles: Profiles,
): Promise<string | undefined> {
  try {
    await profiles.of(client, folder);
    return undefined;
  } catch (error) {
    if (error instanceof DeskProblem) return error.message;
    throw error;
  }
}
