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
  /** Whose credit is what came beyond the parts. */
  readonly creditOf: string;
}

/** What became of a client's credit, beside what deposits left over. */
export interface CreditBooking {
  readonly client: string;
  readonly currency: Currency;
  /** By how much the credit grew; below zero where it shrank. */
  readonly amount: Minor;
  /** `taken-back`: an invoice that was paid; `used`: set against an invoice; `refunded`: sent back by the bank. */
  readonly kind: 'taken-back' | 'used' | 'refunded';
  readonly number?: string;
  readonly on: CalendarDate;
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
  readonly credits: readonly CreditBooking[];
}

/** Which part of the books: one calendar year, or all of them. */
export interface Period {
  readonly year?: number;
}

/** What of the books lies in a year, oldest first; all of it where none is named. */
export function within({ invoices, deposits, credits }: Books, { year }: Period): Books {
  const isIn = (date: CalendarDate): boolean => year === undefined || yearIn(date) === year;
  return {
    invoices: byDay(invoices, ({ invoice }) => invoice.issuedOn).filter(({ invoice }) =>
      isIn(invoice.issuedOn),
    ),
    deposits: byDay(deposits, ({ bookedOn }) => bookedOn).filter(({ bookedOn }) => isIn(bookedOn)),
    credits: byDay(credits, ({ on }) => on).filter(({ on }) => isIn(on)),
  };
}

/** What of the books lies before a day. */
export function before({ invoices, deposits, credits }: Books, day: CalendarDate): Books {
  return {
    invoices: invoices.filter(({ invoice }) => invoice.issuedOn < day),
    deposits: deposits.filter(({ bookedOn }) => bookedOn < day),
    credits: credits.filter(({ on }) => on < day),
  };
}

/** An amount of a client in a currency. */
export interface Balance {
  readonly client: string;
  readonly currency: Currency;
  readonly amount: Minor;
}

/** Invoices less credit notes, deposits and credit that was used, by client and currency, in the order in which clients came. */
export function receivables({ invoices, deposits, credits }: Books): readonly Balance[] {
  const owed = invoices.map(({ client, invoice: { currency, totals } }) => ({
    client,
    currency,
    amount: totals.gross,
  }));
  const paid = deposits.flatMap(({ parts, currency }) =>
    parts.map(({ client, amount }) => ({ client, currency, amount: -amount as Minor })),
  );
  const moved = credits.filter(({ kind }) => kind !== 'refunded');
  return summed([...owed, ...paid, ...moved]);
}

/** What is the clients' own: deposited beyond what was due, or for what was taken back, and neither used nor refunded. */
export function creditBalances({ deposits, credits }: Books): readonly Balance[] {
  const left = deposits.map((deposit) => ({
    client: deposit.creditOf,
    currency: deposit.currency,
    amount: overOf(deposit),
  }));
  return summed([...left, ...credits]);
}

/** What came in with deposits beyond what was due. */
export function overOf({ amount, parts }: Deposit): Minor {
  return (amount - sumOf(parts.map((part) => part.amount))) as Minor;
}

/** Currencies by their code, sorted. */
export function currenciesOf({ invoices, deposits, credits }: Books): readonly Currency[] {
  const found = new Map<string, Currency>();
  for (const { invoice } of invoices) found.set(invoice.currency.code, invoice.currency);
  for (const { currency } of [...deposits, ...credits]) found.set(currency.code, currency);
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Clients in the order in which they came; the same in every year's books. */
export function clientsOf({ invoices, deposits, credits }: Books): ReadonlySet<string> {
  const first = byDay(invoices, ({ invoice }) => invoice.issuedOn).map(({ client }) => client);
  const paying = deposits.flatMap(({ parts, creditOf }) => [
    ...parts.map(({ client }) => client),
    creditOf,
  ]);
  return new Set([...first, ...paying, ...credits.map(({ client }) => client)]);
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
    sums.set(key, { client: one.client, currency: one.currency, amount });
  }
  return [...sums.values()];
}

function byDay<T>(all: readonly T[], dayOf: (one: T) => CalendarDate): readonly T[] {
  return all.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

function yearIn(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}
