import { dueOf, type OpenInvoice } from '../billing/deposits.ts';
import { type Minor, sumOf } from '../billing/money.ts';
import type { BankEntry } from '../job/deposits.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { keepOver } from './credits.ts';
import {
  currencyNamed,
  openEntry,
  openInvoices,
  remarkOver,
  tellDeposit,
} from './open-invoices.ts';
import { settleReceipts } from './receipts.ts';
import type { Desk } from './step.ts';

/** The operator gives an open movement to an invoice, as far as it is due. Throws DeskProblem. */
export async function assignEntry(
  id: string,
  number: string,
  desk: Pick<Desk, 'clock' | 'ledger'>,
): Promise<void> {
  await desk.ledger.transaction(async (tx) => {
    const entry = await openEntry(id, tx);
    const invoice = (await openInvoices(tx)).find((one) => one.number === number);
    if (!invoice) throw new DeskProblem(`There is no invoice ${number} to pay.`);
    if (entry.currency !== invoice.currency) {
      throw new DeskProblem(
        `${number} is in ${invoice.currency}, the movement in ${entry.currency}.`,
      );
    }
    const over = await overFor(entry, invoice, tx);
    const amount = (entry.amount - over) as Minor;
    const at = desk.clock.now().toISOString();
    const remark = remarkOver(over, entry);
    await tx.settleBankEntry(entry.id, { state: 'allocated', remark });
    await tx.allocate({ entryId: entry.id, number, amount, decidedBy: 'operator', at });
    await tellDeposit({ number, amount }, { currency: currencyNamed(entry.currency), tx, at });
    await keepOver({ over, number, entry, decidedBy: 'operator' }, { tx, at });
    await settleReceipts([number], entry.bookedOn, { tx, at });
  });
}

/**
 * How much of a movement goes beyond an invoice: what more came than is due, or, below zero, what more the bank took
 * back than was paid, as far as it had been left over.
 */
async function overFor(
  { amount }: BankEntry,
  invoice: OpenInvoice,
  tx: LedgerWrites,
): Promise<Minor> {
  const { number, paid } = invoice;
  const due = dueOf(invoice);
  if (amount >= 0n && due <= 0n) {
    throw new DeskProblem(
      `${number} is paid already. Nothing is due of it; “proofdesk bank keep” keeps the deposit as the client’s credit.`,
    );
  }
  if (amount >= 0n) return (amount > due ? amount - due : 0n) as Minor;
  if (paid >= -amount) return 0n as Minor;
  const moves = await tx.creditMoves();
  const kept = sumOf(
    moves
      .filter((one) => one.kind === 'overpaid' && one.number === number)
      .map((one) => one.amount),
  );
  if (paid + kept < -amount) {
    throw new DeskProblem(`Less was deposited for ${number} than the movement takes back.`);
  }
  return (amount + paid) as Minor;
}

/** The operator says that an open movement has nothing to do with invoices. Throws DeskProblem. */
export async function ignoreEntry(
  id: string,
  because: string,
  desk: Pick<Desk, 'clock' | 'ledger'>,
): Promise<void> {
  await desk.ledger.transaction(async (tx) => {
    const entry = await openEntry(id, tx);
    await tx.settleBankEntry(entry.id, { state: 'ignored', remark: because });
    const at = desk.clock.now().toISOString();
    await tx.addEvent({ code: 'deposit-ignored', at, data: { entry: entry.id, because } });
  });
}
