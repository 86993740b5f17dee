import type { WaitingFile } from '../../job/intake.ts';
import { importStatements } from '../../steps/deposits.ts';
import { settleReviews } from '../../steps/finals.ts';
import { issueInvoices, type WaitingInvoice } from '../../steps/issue.ts';
import { quoteJobs } from '../../steps/quote.ts';
import { issueReceipts } from '../../steps/receipts.ts';
import { claimReminders } from '../../steps/reminders.ts';
import { takeReturns } from '../../steps/returns.ts';
import type { Desk } from '../../steps/step.ts';
import { tellClients } from '../../steps/tell.ts';

/** What a round of money led to: what waits for a person, and the first error of it. */
interface MoneyRound {
  readonly waiting: readonly WaitingFile[];
  readonly trouble?: unknown;
}

/** Takes what clients sent back, reads statements, makes the quotes, invoices and receipts that are due, and writes to clients: each of these although another fails. */
export async function moneyRound(desk: Desk): Promise<MoneyRound> {
  const waiting: WaitingFile[] = [];
  let trouble: unknown;
  const attempt = async (
    what: string,
    work: () => Promise<{ readonly waiting: readonly WaitingInvoice[] }>,
  ): Promise<void> => {
    try {
      const round = await work();
      waiting.push(...round.waiting.map((held) => told(what, held)));
    } catch (error) {
      trouble ??= error;
    }
  };
  await attempt('', async () => {
    await takeReturns(desk);
    await settleReviews(desk, 'quiet-period');
    return { waiting: [] };
  });
  await attempt('', async () => {
    await importStatements(desk);
    return { waiting: [] };
  });
  await attempt('Work has not begun.', () => quoteJobs(desk));
  await attempt('The invoice waits.', () => issueInvoices(desk));
  await attempt('The receipt waits.', () => issueReceipts(desk));
  await attempt('', async () => {
    await claimReminders(desk);
    waiting.push(...(await tellClients(desk)));
    return { waiting: [] };
  });
  return { waiting, trouble };
}

function told(what: string, { client, job, reasons }: WaitingInvoice): WaitingFile {
  return { path: `${client}/${job}`, reason: `${what} ${reasons.join(' ')}`, stuck: true };
}
