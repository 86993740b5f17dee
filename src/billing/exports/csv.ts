import { amountText, type Minor } from '../money.ts';
import { type Books, type Period, within } from './books.ts';
import { csvOf } from './csv-cells.ts';
import { openOf } from './open.ts';

const heading = [
  'number',
  'kind',
  'date',
  'due',
  'client',
  'name',
  'job',
  'currency',
  'net',
  'tax',
  'gross',
  'received',
  'open',
  'taken back by',
];

/** One row an invoice or credit note, for a spreadsheet. What was received is as of now, also for an earlier year. */
export function invoicesCsv(books: Books, period: Period): string {
  const open = openOf(books);
  const rows = within(books, period).invoices.map(({ invoice, client, creditedBy }) => {
    const { number, kind, issuedOn, dueOn, buyer, job, currency, totals } = invoice;
    const digits = (amount: Minor) => ({ digits: amountText(amount, currency) });
    const of = open.get(number);
    return [
      number,
      kind,
      issuedOn,
      dueOn,
      client,
      buyer.name,
      job,
      currency.code,
      digits(totals.net),
      digits(totals.tax),
      digits(totals.gross),
      digits(of?.received ?? (0n as Minor)),
      digits(of?.open ?? (0n as Minor)),
      creditedBy ?? '',
    ];
  });
  // Without the mark, spreadsheets take the file for an older encoding.
  return `\uFEFF${csvOf([heading, ...rows])}`;
}
