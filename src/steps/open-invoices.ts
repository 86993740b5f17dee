import type { Allocation, OpenInvoice } from '../billing/deposits.ts';
import { amountText, type Currency, currencyOf, type Minor } from '../billing/money.ts';
import type { BankEntry } from '../job/deposits.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';

export type CurrentInvoice = OpenInvoice & { readonly currency: string };

/** Invoices that were not taken back, with what was deposited for each. */
export async function openInvoices(tx: LedgerWrites): Promise<readonly CurrentInvoice[]> {
  const paid = await tx.paidAmounts();
  const records = await tx.invoices();
  return records
    .filter(({ invoice, creditedBy }) => invoice.kind === 'invoice' && !creditedBy)
    .map(({ invoice }) => ({
      number: invoice.number,
      reference: invoice.reference,
      gross: invoice.totals.gross,
      paid: paid.get(invoice.number) ?? (0n as Minor),
      issuedOn: invoice.issuedOn,
      buyer: invoice.buyer.name,
      currency: invoice.currency.code,
    }));
}

/** A deposit was given to an invoice, or taken back from it. */
export async function tellDeposit(
  { number, amount }: Allocation,
  {
    currency,
    tx,
    at,
  }: { readonly currency: Currency; readonly tx: LedgerWrites; readonly at: string },
): Promise<void> {
  const data = { number, amount: amountText(amount, currency) };
  await tx.addEvent({ code: amount < 0n ? 'deposit-taken-back' : 'deposit-received', at, data });
}

/** What the operator should know where more came than was due. */
export function remarkOver(over: Minor, { currency }: Pick<BankEntry, 'currency'>): string {
  const amount = amountText(over, currencyNamed(currency));
  return over > 0n ? `more than was due; ${amount} ${currency} are kept for the client` : '';
}

export function currencyNamed(code: string): Currency {
  return currencyOf(code) ?? { code, places: 2 };
}

/** The open movement whose id begins so. Money is not given by a guess, so there must be just one. */
export async function openEntry(id: string, tx: LedgerWrites): Promise<BankEntry> {
  const [entry, other] = (await tx.bankEntries({ state: 'open' })).filter(
    (one) => id !== '' && one.id.startsWith(id),
  );
  if (!entry)
    throw new DeskProblem(`There is no open movement ${id}. “proofdesk bank” shows them.`);
  if (!other) return entry;
  throw new DeskProblem(`Several open movements begin with ${id}. Write more of the id.`);
}
