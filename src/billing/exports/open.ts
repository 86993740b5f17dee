import { type Minor, sumOf } from '../money.ts';
import type { BookedInvoice, Books } from './books.ts';

/** How an invoice stands. `open` is below zero where a deposit was made for what was taken back. */
export interface OpenAmount {
  readonly booked: BookedInvoice;
  readonly received: Minor;
  readonly open: Minor;
}

/** Every invoice by its number: gross, less what was taken back, less what was received. Credit notes are in those. */
export function openOf({ invoices, deposits }: Books): ReadonlyMap<string, OpenAmount> {
  const received = new Map<string, Minor>();
  for (const { number, amount } of deposits.flatMap(({ parts }) => parts)) {
    received.set(number, sumOf([received.get(number) ?? (0n as Minor), amount]));
  }
  const takenBack = new Map<string, Minor>();
  for (const { invoice } of invoices) {
    if (invoice.credits) takenBack.set(invoice.credits.number, invoice.totals.gross);
  }
  return new Map(
    invoices
      .filter(({ invoice }) => invoice.kind === 'invoice')
      .map((booked) => {
        const { number, totals } = booked.invoice;
        const paid = received.get(number) ?? (0n as Minor);
        const credit = takenBack.get(number) ?? 0n;
        const open = (totals.gross + credit - paid) as Minor;
        return [number, { booked, received: paid, open }];
      }),
  );
}
