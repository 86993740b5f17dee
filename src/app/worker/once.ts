import type { WaitingFile } from '../../job/intake.ts';
import { importStatements } from '../../steps/deposits.ts';
import { settleReviews } from '../../steps/finals.ts';
import { steps } from '../../steps/index.ts';
import type { Taken } from '../../steps/intake.ts';
import { type IssueRound, issueInvoices, type WaitingInvoice } from '../../steps/issue.ts';
import { type QuoteRound, quoteJobs } from '../../steps/quote.ts';
import { issueReceipts } from '../../steps/receipts.ts';
import { claimReminders } from '../../steps/reminders.ts';
import { type ReturnsRound, takeReturns } from '../../steps/returns.ts';
import { sendMessages } from '../../steps/send-mail.ts';
import type { Desk } from '../../steps/step.ts';
import { tellClients } from '../../steps/tell.ts';
import { intakeRound } from './intake.ts';
import { startRunners } from './runners.ts';
import type { TaskEnd } from './task.ts';

/** How many tasks a document goes through on its way. */
export const stepsPerDocument = steps.length;

function stepsFrom(kind: string): number {
  return (
    steps.length -
    Math.max(
      0,
      steps.findIndex(({ name }) => name === kind),
    )
  );
}

/** What a run that ends has done. */
export interface Summary {
  readonly taken: readonly Taken[];
  readonly ends: readonly TaskEnd[];
  readonly waiting: readonly WaitingFile[];
  readonly returns: ReturnsRound;
  readonly invoices: IssueRound;
  /** Jobs on which work has not begun, and for what they wait. */
  readonly unapproved: readonly WaitingInvoice[];
}

/** Who hears of the progress. `onBacklog` tells once, for each document that an earlier run left, the steps it still needs. */
export interface Progress {
  onBacklog(stepsLeft: readonly number[]): void;
  onTaken(taken: Taken): void;
  onEnd(end: TaskEnd): void;
}

/** Works until no task is left, and again for the jobs that may begin when their documents were looked through. */
async function quotedAndDone(desk: Desk, drain: () => Promise<void>): Promise<QuoteRound> {
  for (;;) {
    await drain();
    const round = await quoteJobs(desk);
    if (round.begun === 0) return round;
  }
}

/** Does what is there, then ends: takes in all that is settled, works until no task is left, closes the jobs. */
export async function runOnce(desk: Desk, threads: number, progress: Progress): Promise<Summary> {
  const { tasks } = await desk.ledger.status();
  progress.onBacklog(tasks.map(({ kind }) => stepsFrom(kind)));
  const ends: TaskEnd[] = [];
  let trouble: unknown;
  const runners = startRunners(desk, threads, {
    onEnd(end) {
      ends.push(end);
      progress.onEnd(end);
    },
    onTrouble(error) {
      trouble ??= error;
      return 'end';
    },
  });
  try {
    const { taken, waiting } = await intakeRound(desk, 'at-once', (one) => {
      progress.onTaken(one);
      runners.wake();
    });
    const quotes = await quotedAndDone(desk, () => {
      runners.wake();
      return runners.drain();
    });
    if (trouble !== undefined) throw trouble;
    const returns = await takeReturns(desk);
    await settleReviews(desk, 'at-once');
    await importStatements(desk);
    const invoices = await issueInvoices(desk);
    const receipts = await issueReceipts(desk);
    const held = { ...invoices, waiting: [...invoices.waiting, ...receipts.waiting] };
    await claimReminders(desk);
    const untold = await tellClients(desk);
    await sendMessages(desk);
    const all = [...waiting, ...untold];
    return { taken, ends, waiting: all, returns, invoices: held, unapproved: quotes.waiting };
  } finally {
    await runners.stop();
  }
}
