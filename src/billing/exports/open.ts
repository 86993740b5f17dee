import { type Minor, negated, sumOf } from '../money.ts';
import type { BookedInvoice, Books } from './books.ts';

/** How an invoice stands. What was deposited for one that was taken back is the client's credit, and not open. */
export interface OpenAmount {
  readonly booked: BookedInvoice;
  readonly received: Minor;
  readonly open: Minor;
}

/** Every invoice by its number: gross, less what was taken back, less what was received. Credit notes are in those. */
export function openOf({ invoices, deposits, credits }: Books): ReadonlyMap<string, OpenAmount> {
  const received = new Map<string, Minor>();
  const used = credits.flatMap(({ kind, number, amount }) =>
    kind === 'used' && number !== undefined ? [{ number, amount: negated(amount) }] : [],
  );
  for (const { number, amount } of [...deposits.flatMap(({ parts }) => parts), ...used]) {
    received.set(number, sumOf([received.get(number) ?? (0n as Minor), amount]));
  }
  const kept = new Map(
    credits.flatMap(({ kind, number, amount }) =>
      kind === 'taken-back' && number !== undefined ? [[number, amount] as const] : [],
    ),
  );
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
        const open = (totals.gross + credit - paid + (kept.get(number) ?? 0n)) as Minor;
        return [number, { booked, received: paid, open }];
      }),
  );
}
