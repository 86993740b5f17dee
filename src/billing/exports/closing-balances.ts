import { type Currency, type Minor, negated } from '../money.ts';
import { type Books, before, creditBalances, type Period, receivables } from './books.ts';

/** What an account of a client must come to. */
export interface AccountBalance {
  readonly account: {
    readonly kind: 'receivable' | 'client-credit';
    readonly client: string;
  };
  readonly currency: Currency;
  readonly amount: Minor;
}

/** What each client owes, and what of each client's own is kept, when a period ends. */
export function closingBalances(books: Books, { year }: Period): readonly AccountBalance[] {
  return balancesOf(year === undefined ? books : before(books, `${year + 1}-01-01`));
}

/** The accounts of clients, as bookings have them: what is owed to a client is below zero. */
export function balancesOf(books: Books): readonly AccountBalance[] {
  return [
    ...receivables(books).map(({ client, ...rest }) => ({
      account: { kind: 'receivable', client } as const,
      ...rest,
    })),
    ...creditBalances(books).map(({ client, currency, amount }) => ({
      account: { kind: 'client-credit', client } as const,
      currency,
      amount: negated(amount),
    })),
  ];
}
