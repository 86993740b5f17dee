import type { CalendarDate } from '../invoice.ts';
import { type Currency, type Minor, negated, nothing, sumOf } from '../money.ts';
import { type Books, creditBalances, currenciesOf, receivables } from './books.ts';
import { openOf } from './open.ts';

/** What a month came to, in one currency. Invoiced and credited are with tax. */
export interface MonthRow {
  readonly currency: Currency;
  readonly invoiced: Minor;
  readonly credited: Minor;
  readonly received: Minor;
  /** What of clients' credit was sent back. */
  readonly refunded: Minor;
  /** What clients owed when the month ended, and what of theirs was kept. */
  readonly open: Minor;
  readonly credit: Minor;
}

/** A month, `2026-11`, one row a currency. */
export function monthReport(books: Books, month: string): readonly MonthRow[] {
  const isIn = (date: CalendarDate): boolean => date.slice(0, 7) === month;
  const known: Books = {
    invoices: books.invoices.filter(({ invoice }) => invoice.issuedOn.slice(0, 7) <= month),
    deposits: books.deposits.filter(({ bookedOn }) => bookedOn.slice(0, 7) <= month),
    credits: books.credits.filter(({ on }) => on.slice(0, 7) <= month),
  };
  const owed = receivables(known);
  const kept = creditBalances(known);
  return currenciesOf(known).map((currency) => {
    const isOf = (other: { readonly currency: Currency }) => other.currency.code === currency.code;
    const issued = known.invoices
      .map(({ invoice }) => invoice)
      .filter((invoice) => isOf(invoice) && isIn(invoice.issuedOn));
    const gross = (kind: string): Minor =>
      sumOf(issued.filter((one) => one.kind === kind).map(({ totals }) => totals.gross));
    return {
      currency,
      invoiced: gross('invoice'),
      credited: gross('credit-note'),
      received: sumOf(
        known.deposits.filter((one) => isOf(one) && isIn(one.bookedOn)).map(({ amount }) => amount),
      ),
      refunded: negated(
        sumOf(
          known.credits
            .filter((one) => one.kind === 'refunded' && isOf(one) && isIn(one.on))
            .map(({ amount }) => amount),
        ),
      ),
      open: sumOf(owed.filter(isOf).map(({ amount }) => amount)),
      credit: sumOf(kept.filter(isOf).map(({ amount }) => amount)),
    };
  });
}

/** How old what a client owes is, in days since the invoices: 0–30, 31–60, 61–90, more. */
export interface AgeingRow {
  readonly client: string;
  readonly currency: Currency;
  readonly ages: readonly [Minor, Minor, Minor, Minor];
  readonly open: Minor;
  /** How much of it is past its day. */
  readonly overdue: Minor;
  /** What is kept of the client's own. */
  readonly credit: Minor;
}

/** Where each age ends, in days. */
const agesMax = [30, 60, 90] as const;

/** What is open on a day by its age, and beside it what is the client's own; one row a client and currency. */
export function ageing(books: Books, on: CalendarDate): readonly AgeingRow[] {
  const rows = new Map<string, AgeingRow>();
  for (const { client, currency, amount } of creditBalances(books)) {
    if (amount === 0n) continue;
    rows.set(`${client} ${currency.code}`, { ...emptyRow(client, currency), credit: amount });
  }
  for (const { booked, open } of openOf(books).values()) {
    if (open <= 0n) continue;
    const { client, invoice } = booked;
    const { currency, issuedOn, dueOn } = invoice;
    const key = `${client} ${currency.code}`;
    const row = rows.get(key) ?? emptyRow(client, currency);
    const at = ageOf(issuedOn, on);
    const [a, b, c, d] = row.ages.map((sum, index) => (index === at ? sumOf([sum, open]) : sum));
    rows.set(key, {
      ...row,
      ages: [a ?? nothing, b ?? nothing, c ?? nothing, d ?? nothing],
      open: sumOf([row.open, open]),
      overdue: dueOn < on ? sumOf([row.overdue, open]) : row.overdue,
    });
  }
  return [...rows.values()].sort((a, b) => (a.client < b.client ? -1 : 1));
}

const none = [nothing, nothing, nothing, nothing] as const;

function emptyRow(client: string, currency: Currency): AgeingRow {
  return { client, currency, ages: none, open: nothing, overdue: nothing, credit: nothing };
}

function ageOf(issuedOn: CalendarDate, on: CalendarDate): number {
  const days = (Date.parse(`${on}T00:00:00Z`) - Date.parse(`${issuedOn}T00:00:00Z`)) / 86_400_000;
  const found = agesMax.findIndex((most) => days <= most);
  return found === -1 ? agesMax.length : found;
}
