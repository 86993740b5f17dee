import type { CalendarDate } from '../invoice.ts';
import { amountText } from '../money.ts';
import { type BookedInvoice, type Books, type Period, within } from './books.ts';
import { type Cell, csvOf } from './csv-cells.ts';

/** Xero takes no more in one file. */
const invoicesMax = 500;

/** Sales, in the chart of accounts that Xero begins with. */
const account = '200';

const heading = [
  '*ContactName',
  'EmailAddress',
  'POAddressLine1',
  'POCity',
  'POPostalCode',
  'POCountry',
  '*InvoiceNumber',
  'Reference',
  '*InvoiceDate',
  '*DueDate',
  '*Description',
  '*Quantity',
  '*UnitAmount',
  '*AccountCode',
  '*TaxType',
  'Currency',
];

/**
 * Files for Xero’s import of sales invoices, each of at most 500. A line is one piece at its whole amount,
 * so that Xero has nothing to round. Credit notes have amounts below zero, by which Xero knows them.
 */
export function xeroFiles(books: Books, period: Period): readonly string[] {
  const { invoices } = within(books, period);
  const files: string[] = [];
  for (let from = 0; from === 0 || from < invoices.length; from += invoicesMax) {
    const rows = invoices.slice(from, from + invoicesMax).flatMap(rowsOf);
    files.push(csvOf([heading, ...rows]));
  }
  return files;
}

function rowsOf({ invoice, texts }: BookedInvoice): readonly (readonly Cell[])[] {
  const { buyer, number, reference, issuedOn, dueOn, currency, lines } = invoice;
  return lines.map((line, index) => [
    buyer.name,
    buyer.email ?? '',
    buyer.street.join(', '),
    buyer.town,
    buyer.postcode,
    buyer.country,
    number,
    reference,
    day(issuedOn),
    day(dueOn),
    texts[index] ?? '',
    { digits: '1' },
    { digits: amountText(line.amount, currency) },
    account,
    line.tax,
    currency.code,
  ]);
}

function day(date: CalendarDate): string {
  return date.split('-').reverse().join('/');
}
