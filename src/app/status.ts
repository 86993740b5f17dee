import type { WaitingFile } from '../job/intake.ts';
import type { LedgerStatus } from '../job/records.ts';
import { lookAtDesk } from './compose.ts';

/** What the ledger knows and what lies in the inbox, while the desk may be at work. */
export async function deskStatus(
  folder: string,
): Promise<{ readonly ledger: LedgerStatus; readonly waiting: readonly WaitingFile[] }> {
  const { ledger, inbox } = await lookAtDesk(folder);
  try {
    const scan = await inbox.scan({ patient: true });
    const settled = scan.settled.map(({ inboxPath }) => ({
      path: inboxPath,
      reason: 'ready to be taken',
      stuck: false,
    }));
    return { ledger: await ledger.status(), waiting: [...scan.waiting, ...settled] };
  } finally {
    await ledger.close();
  }
}
