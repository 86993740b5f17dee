import type { WaitingFile } from '../../job/intake.ts';
import type { Patience } from '../../steps/closing.ts';
import { type BankRound, importStatements } from '../../steps/deposits.ts';
import { settleReviews } from '../../steps/finals.ts';
import { type IssueRound, issueInvoices, type WaitingInvoice } from '../../steps/issue.ts';
import { sayWhatNears } from '../../steps/nearing.ts';
import { type QuoteRound, quoteJobs } from '../../steps/quote.ts';
import { issueReceipts } from '../../steps/receipts.ts';
import { claimReminders } from '../../steps/reminders.ts';
import { type ReturnsRound, takeReturns } from '../../steps/returns.ts';
import { heedSilence } from '../../steps/silence.ts';
import type { Desk } from '../../steps/step.ts';
import { tellClients } from '../../steps/tell.ts';

/** What a round of money led to, and the first error of it. */
export interface MoneyRound {
  readonly returns: ReturnsRound;
  readonly bank: BankRound;
  readonly quotes: QuoteRound;
  readonly invoices: IssueRound;
  readonly receipts: readonly WaitingInvoice[];
  /** What could not be told to clients. */
  readonly untold: readonly WaitingFile[];
  readonly trouble?: unknown;
}

/** Takes what clients sent back, reads statements, makes the quotes, invoices and receipts that are due, and writes to clients: each of these although another fails. */
export async function moneyRound(desk: Desk, patience: Patience): Promise<MoneyRound> {
  let trouble: unknown;
  const attempt = async <Result>(work: () => Promise<Result>, otherwise: Result) => {
    try {
      return await work();
    } catch (error) {
      trouble ??= error;
      return otherwise;
    }
  };
  const returns = await attempt(() => takeReturns(desk), { taken: 0, begun: 0, refused: [] });
  await attempt(() => settleReviews(desk, patience), undefined);
  await attempt(() => heedSilence(desk), undefined);
  const bank = await attempt(() => importStatements(desk), noStatements);
  const quotes = await attempt(() => quoteJobs(desk), { begun: 0, waiting: [] });
  const invoices = await attempt(() => issueInvoices(desk), { issued: [], waiting: [] });
  const receipts = await attempt(async () => (await issueReceipts(desk)).waiting, []);
  await attempt(() => claimReminders(desk), undefined);
  await attempt(() => sayWhatNears(desk), undefined);
  const untold = await attempt(() => tellClients(desk), []);
  return { returns, bank, quotes, invoices, receipts, untold, trouble };
}

const noStatements: BankRound = { read: [], refused: [], waiting: [] };

/** What of a round waits for a person, and is not to be read from the ledger. */
export function heldBack({ receipts, untold }: MoneyRound): readonly WaitingFile[] {
  return [...receipts.map(told('The receipt waits.')), ...untold];
}

/** What of a round waits for a person. */
export function heldUp(round: MoneyRound): readonly WaitingFile[] {
  return [
    ...round.quotes.waiting.map(told('Work has not begun.')),
    ...round.invoices.waiting.map(told('The invoice waits.')),
    ...heldBack(round),
  ];
}

function told(what: string): (held: WaitingInvoice) => WaitingFile {
  return ({ client, job, reasons }) => ({
    path: `${client}/${job}`,
    reason: `${what} ${reasons.join(' ')}`,
    stuck: true,
  });
}
