import { type Balance, type Books, before, type Period, receivables } from './books.ts';

/** What each client owes when a period ends: what the books must come to. */
export function closingBalances(books: Books, { year }: Period): readonly Balance[] {
  const known = year === undefined ? books : before(books, `${year + 1}-01-01`);
  return receivables(known);
}
