import type { CalendarDate, Invoice } from '../invoice.ts';
import { type Currency, type Minor, sumOf } from '../money.ts';

/** An invoice or credit note as it goes into the books. */
export interface BookedInvoice {
  readonly invoice: Invoice;
  /** The folder of the client: one receivable account each. */
  readonly client: string;
  /** What each line says, in the client's language. */
  readonly texts: readonly string[];
  readonly creditedBy?: string;
}

/** A movement of the bank that was given to invoices; below zero where the bank took it back. */
export interface Deposit {
  readonly id: string;
  readonly bookedOn: CalendarDate;
  readonly payer: string;
  readonly currency: Currency;
  readonly amount: Minor;
  readonly parts: readonly DepositPart[];
}

interface DepositPart {
  readonly number: string;
  readonly client: string;
  readonly amount: Minor;
}

/** All that bookkeeping wants to know. */
export interface Books {
  readonly invoices: readonly BookedInvoice[];
  readonly deposits: readonly Deposit[];
}

/** Which part of the books: one calendar year, or all of them. */
export interface Period {
  readonly year?: number;
}

/** What of the books lies in a year, oldest first; all of it where none is named. */
export function within({ invoices, deposits }: Books, { year }: Period): Books {
  const isIn = (date: CalendarDate): boolean => year === undefined || yearIn(date) === year;
  return {
    invoices: byDay(invoices, ({ invoice }) => invoice.issuedOn).filter(({ invoice }) =>
      isIn(invoice.issuedOn),
    ),
    deposits: byDay(deposits, ({ bookedOn }) => bookedOn).filter(({ bookedOn }) => isIn(bookedOn)),
  };
}

/** What of the books lies before a day. */
export function before({ invoices, deposits }: Books, day: CalendarDate): Books {
  return {
    invoices: invoices.filter(({ invoice }) => invoice.issuedOn < day),
    deposits: deposits.filter(({ bookedOn }) => bookedOn < day),
  };
}

/** What a client owes in a currency. Below zero: what is the client's. */
export interface Balance {
  readonly client: string;
  readonly currency: Currency;
  readonly amount: Minor;
}

/** Invoices less credit notes less deposits, by client and currency, in the order in which clients came. */
export function receivables({ invoices, deposits }: Books): readonly Balance[] {
  const owed = invoices.map(({ client, invoice: { currency, totals } }) => ({
    client,
    currency,
    amount: totals.gross,
  }));
  const paid = deposits.flatMap(({ parts, currency }) =>
    parts.map(({ client, amount }) => ({ client, currency, amount: -amount as Minor })),
  );
  return summed([...owed, ...paid]);
}

/** What came in with deposits beyond what was due. */
export function overOf({ amount, parts }: Deposit): Minor {
  return (amount - sumOf(parts.map((part) => part.amount))) as Minor;
}

/** Currencies by their code, sorted. */
export function currenciesOf({ invoices, deposits }: Books): readonly Currency[] {
  const found = new Map<string, Currency>();
  for (const { invoice } of invoices) found.set(invoice.currency.code, invoice.currency);
  for (const { currency } of deposits) found.set(currency.code, currency);
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Clients in the order in which they came; the same in every year's books. */
export function clientsOf({ invoices, deposits }: Books): ReadonlySet<string> {
  const first = byDay(invoices, ({ invoice }) => invoice.issuedOn).map(({ client }) => client);
  return new Set([...first, ...deposits.flatMap(({ parts }) => parts.map(({ client }) => client))]);
}

/** Codes of taxes in the order in which they came. */
export function taxCodesOf({ invoices }: Books): ReadonlySet<string> {
  const first = byDay(invoices, ({ invoice }) => invoice.issuedOn);
  return new Set(first.flatMap(({ invoice }) => invoice.totals.taxes.map(({ tax }) => tax.code)));
}

function summed(amounts: readonly Balance[]): readonly Balance[] {
  const sums = new Map<string, Balance>();
  for (const one of amounts) {
    const key = `${one.currency.code} ${one.client}`;
    const amount = sumOf([sums.get(key)?.amount ?? (0n as Minor), one.amount]);
    sums.set(key, { ...one, amount });
  }
  return [...sums.values()];
}

function byDay<T>(all: readonly T[], dayOf: (one: T) => CalendarDate): readonly T[] {
  return all.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

function yearIn(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}
