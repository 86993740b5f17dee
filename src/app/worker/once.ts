import type { WaitingFile } from '../../job/intake.ts';
import type { InvoiceRecord } from '../../job/invoices.ts';
import type { BankRound } from '../../steps/deposits.ts';
import { steps } from '../../steps/index.ts';
import type { Taken } from '../../steps/intake.ts';
import type { IssueRound, WaitingInvoice } from '../../steps/issue.ts';
import type { ReturnsRound } from '../../steps/returns.ts';
import { sendMessages } from '../../steps/send-mail.ts';
import type { Desk } from '../../steps/step.ts';
import { intakeRound } from './intake.ts';
import { type MoneyRound, moneyRound } from './money.ts';
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
  readonly bank: BankRound;
  /** Movements of the account that name no invoice. */
  readonly openDeposits: number;
  /** Messages of this run that lie in the outbox for a person to send. */
  readonly byHand: number;
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

/**
 * Works until no task is left and sees to the money, again as long as that lets more work begin: jobs whose documents
 * were looked through and whose price is agreed. What is sent last tells all of it.
 */
async function allRounds(desk: Desk, drain: () => Promise<void>): Promise<MoneyRound> {
  const issued: InvoiceRecord[] = [];
  const bank = { read: [] as string[], refused: [] as BankRound['refused'][number][] };
  const returns = { taken: 0, begun: 0, refused: [] as ReturnsRound['refused'][number][] };
  for (;;) {
    await drain();
    const round = await moneyRound(desk, 'at-once');
    issued.push(...round.invoices.issued);
    returns.taken += round.returns.taken;
    returns.begun += round.returns.begun;
    returns.refused.push(...round.returns.refused);
    bank.read.push(...round.bank.read);
    bank.refused.push(...round.bank.refused);
    if (round.trouble !== undefined) throw round.trouble;
    if (round.quotes.begun + round.returns.begun > 0) continue;
    const statements = { ...bank, waiting: round.bank.waiting };
    return { ...round, returns, bank: statements, invoices: { ...round.invoices, issued } };
  }
}

/** Does what is there, then ends: takes in all that is settled, works until no task is left, closes the jobs. */
export async function runOnce(desk: Desk, threads: number, progress: Progress): Promise<Summary> {
  const began = desk.clock.now().toISOString();
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
    const money = await allRounds(desk, async () => {
      runners.wake();
      await runners.drain();
      if (trouble !== undefined) throw trouble;
    });
    await sendMessages(desk);
    const { quotes, invoices, receipts, returns, bank, untold } = money;
    const laidDown = (await desk.ledger.messages({ state: 'skipped' })).filter(
      ({ client, madeAt }) => client !== undefined && madeAt >= began,
    );
    const openDeposits = (await desk.ledger.bankEntries({ state: 'open' })).length;
    const held = { ...invoices, waiting: [...invoices.waiting, ...receipts] };
    const all = [...waiting, ...untold];
    const invoiced = { invoices: held, unapproved: quotes.waiting };
    const byHand = laidDown.length;
    return { taken, ends, waiting: all, returns, bank, openDeposits, byHand, ...invoiced };
  } finally {
    await runners.stop();
  }
}
