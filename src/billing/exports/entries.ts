import type { CalendarDate } from '../invoice.ts';
import { type Currency, type Minor, negated } from '../money.ts';
import {
  type BookedInvoice,
  type Books,
  before,
  type CreditBooking,
  type Deposit,
  overOf,
  type Period,
  within,
} from './books.ts';
import { balancesOf } from './closing-balances.ts';

/** An account of the books, before a program's own way of writing it. */
export type Account =
  | { readonly kind: 'receivable'; readonly client: string }
  | { readonly kind: 'revenue'; readonly tax: string }
  | { readonly kind: 'tax'; readonly tax: string }
  | { readonly kind: 'bank' }
  /** What is a client's own: deposited beyond what was due, or for what was taken back. */
  | { readonly kind: 'client-credit'; readonly client: string }
  | { readonly kind: 'opening' };

/** One booking: its postings sum to nothing. */
export interface Entry {
  readonly date: CalendarDate;
  readonly code: string;
  readonly payee: string;
  readonly note: string;
  readonly currency: Currency;
  readonly postings: readonly Posting[];
}

interface Posting {
  readonly account: Account;
  readonly amount: Minor;
}

/** The bookings of a period, oldest first; those of a year begin with what clients owed before it. */
export function entriesOf(books: Books, period: Period): readonly Entry[] {
  const { invoices, deposits, credits } = within(books, period);
  const entries = [
    ...invoices.map(invoiceEntry),
    ...deposits.map(depositEntry),
    ...credits.map(creditEntry),
  ];
  return [
    ...openings(books, period),
    ...entries.toSorted((a, b) => a.date.localeCompare(b.date)),
  ].filter(({ postings }) => postings.length > 0);
}

function openings(books: Books, { year }: Period): readonly Entry[] {
  if (year === undefined) return [];
  const date = `${year}-01-01`;
  return balancesOf(before(books, date))
    .filter(({ amount }) => amount !== 0n)
    .map(({ account, currency, amount }) => ({
      date,
      code: 'opening',
      payee: account.client,
      note: 'opening balance',
      currency,
      postings: [
        { account, amount },
        { account: { kind: 'opening' }, amount: negated(amount) },
      ],
    }));
}

/** Revenue and tax by the code of the tax, so that a return can be made from the accounts alone. */
function invoiceEntry({ invoice, client }: BookedInvoice): Entry {
  const { totals, issuedOn, number, buyer, currency, job, credits } = invoice;
  const postings: readonly Posting[] = [
    { account: { kind: 'receivable', client }, amount: totals.gross },
    ...totals.taxes.map(({ tax, base }) => ({
      account: { kind: 'revenue' as const, tax: tax.code },
      amount: negated(base),
    })),
    ...totals.taxes.map(({ tax, amount }) => ({
      account: { kind: 'tax' as const, tax: tax.code },
      amount: negated(amount),
    })),
  ];
  return {
    date: issuedOn,
    code: number,
    payee: buyer.name,
    note: credits ? `takes back ${credits.number}` : job,
    currency,
    postings: postings.filter(({ amount }) => amount !== 0n),
  };
}

function depositEntry(deposit: Deposit): Entry {
  const { bookedOn, payer, parts, currency, amount, id, creditOf } = deposit;
  const postings: readonly Posting[] = [
    { account: { kind: 'bank' }, amount },
    ...parts.map(({ client, amount: part }) => ({
      account: { kind: 'receivable' as const, client },
      amount: negated(part),
    })),
    { account: { kind: 'client-credit', client: creditOf }, amount: negated(overOf(deposit)) },
  ];
  return {
    date: bookedOn,
    code: id.slice(0, 8),
    payee: payer.trim() || parts[0]?.client || creditOf || 'Unknown payer',
    note: parts.map(({ number }) => number).join(', '),
    currency,
    postings: postings.filter((posting) => posting.amount !== 0n),
  };
}

const creditNotes = {
  'taken-back': 'deposit for what was taken back',
  used: 'credit set against',
  refunded: 'credit sent back',
} as const;

/** What leaves the bank leaves it; all else only moves between what the client owes and what is the client's. */
function creditEntry({ client, currency, amount, kind, number, on }: CreditBooking): Entry {
  const account: Account = kind === 'refunded' ? { kind: 'bank' } : { kind: 'receivable', client };
  return {
    date: on,
    code: number ?? 'refund',
    payee: client,
    note: number === undefined ? creditNotes[kind] : `${creditNotes[kind]} ${number}`,
    currency,
    postings: [
      { account, amount },
      { account: { kind: 'client-credit', client }, amount: negated(amount) },
    ],
  };
}
