import type { SettledFile, WaitingFile } from '../job/intake.ts';
import type { LedgerStatus } from '../job/records.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Profiles } from '../ports.ts';
import { expectedFilesMissing } from '../steps/closing.ts';
import { heldUpInvoices, type WaitingInvoice } from '../steps/issue.ts';
import { createBilling, lookAtDesk } from './compose.ts';
import { type InvoiceRow, rowOf } from './invoices.ts';
import { createProfiles } from './profiles.ts';

export interface DeskStatus {
  readonly ledger: LedgerStatus;
  readonly waiting: readonly WaitingFile[];
  readonly invoices: readonly InvoiceRow[];
  /** Queued invoices that cannot be made yet, and why. */
  readonly heldUp: readonly WaitingInvoice[];
}

/** What the ledger knows and what lies in the inbox, while the desk may be at work. */
export async function deskStatus(folder: string): Promise<DeskStatus> {
  const { ledger, inbox, paths } = await lookAtDesk(folder);
  try {
    const scan = await inbox.scan({ patient: true });
    const waiting = [
      ...scan.waiting,
      ...(await readyFiles(scan.settled, createProfiles(paths))),
      ...(await expectedFilesMissing(scan.folders, ledger)),
    ];
    return {
      ledger: await ledger.status(),
      waiting,
      invoices: (await ledger.invoices()).map(rowOf),
      heldUp: await heldUpInvoices(ledger, createBilling(paths)),
    };
  } finally {
    await ledger.close();
  }
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
