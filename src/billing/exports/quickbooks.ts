import type { CalendarDate } from '../invoice.ts';
import { amountText, type Minor, negated } from '../money.ts';
import {
  type BookedInvoice,
  type Books,
  type CreditBooking,
  type Deposit,
  overOf,
  type Period,
  within,
} from './books.ts';

const receivable = 'Accounts Receivable';
const income = 'Services';
const taxes = 'Sales Tax Payable';
const bank = 'Bank';
const credit = 'Client Credit';

const accounts: readonly (readonly [string, string])[] = [
  [receivable, 'AR'],
  [income, 'INC'],
  [taxes, 'OCLIAB'],
  [bank, 'BANK'],
  [credit, 'OCLIAB'],
];

const columns = ['TRNSTYPE', 'DATE', 'ACCNT', 'NAME', 'AMOUNT', 'DOCNUM', 'MEMO'];

/** A file for the import of QuickBooks Desktop (IIF). Each entry's amounts sum to nothing. */
export function quickbooksOf(books: Books, period: Period): string {
  const { invoices, deposits, credits } = within(books, period);
  const names = new Set(invoices.map(({ invoice }) => invoice.buyer.name));
  const buyers = new Map(books.invoices.map(({ invoice, client }) => [client, invoice.buyer.name]));
  return [
    row('!ACCNT', 'NAME', 'ACCNTTYPE'),
    ...accounts.map(([name, type]) => row('ACCNT', name, type)),
    row('!CUST', 'NAME'),
    ...[...names].map((name) => row('CUST', name)),
    row('!TRNS', ...columns),
    row('!SPL', ...columns),
    row('!ENDTRNS'),
    ...invoices.flatMap(invoiceRows),
    ...deposits.flatMap((deposit) => depositRows(deposit, buyers)),
    ...credits.flatMap((booking) => creditRows(booking, buyers)),
  ].join('');
}

function invoiceRows({ invoice, texts }: BookedInvoice): readonly string[] {
  const { kind, issuedOn, buyer, totals, number, currency, lines, reference } = invoice;
  const type = kind === 'invoice' ? 'INVOICE' : 'CREDIT MEMO';
  const of = (account: string, amount: Minor, memo: string): readonly string[] => [
    type,
    day(issuedOn),
    account,
    buyer.name,
    amountText(amount, currency),
    number,
    memo,
  ];
  return [
    row('TRNS', ...of(receivable, totals.gross, reference)),
    ...lines.map((line, index) =>
      row('SPL', ...of(income, negated(line.amount), texts[index] ?? '')),
    ),
    ...totals.taxes
      .filter(({ amount }) => amount !== 0n)
      .map(({ tax, amount }) => row('SPL', ...of(taxes, negated(amount), tax.code))),
    row('ENDTRNS'),
  ];
}

interface Part {
  readonly amount: Minor;
  readonly number: string;
}

function depositRows(deposit: Deposit, buyers: ReadonlyMap<string, string>): readonly string[] {
  const { bookedOn, payer, amount, currency, parts } = deposit;
  const over = overOf(deposit);
  const of = (account: string, name: string, part: Part): readonly string[] => [
    'PAYMENT',
    day(bookedOn),
    account,
    name,
    amountText(part.amount, currency),
    part.number,
    '',
  ];
  const first = parts[0];
  const client = first?.client ?? deposit.creditOf;
  const name = buyers.get(client) ?? (client || payer);
  return [
    row('TRNS', ...of(bank, name, { amount, number: '' })),
    ...parts.map((part) => {
      const buyer = buyers.get(part.client) ?? part.client;
      return row('SPL', ...of(receivable, buyer, { ...part, amount: negated(part.amount) }));
    }),
    ...(over === 0n
      ? []
      : [row('SPL', ...of(credit, name, { amount: negated(over), number: '' }))]),
    row('ENDTRNS'),
  ];
}

function creditRows(
  { client, currency, amount, kind, number = '', on }: CreditBooking,
  buyers: ReadonlyMap<string, string>,
): readonly string[] {
  const of = (account: string, part: Minor): readonly string[] => [
    'GENERAL JOURNAL',
    day(on),
    account,
    buyers.get(client) ?? client,
    amountText(part, currency),
    number,
    '',
  ];
  return [
    row('TRNS', ...of(kind === 'refunded' ? bank : receivable, amount)),
    row('SPL', ...of(credit, negated(amount))),
    row('ENDTRNS'),
  ];
}

function row(...cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replace(/[\p{Cc}"]/gu, ' ')).join('\t')}\r\n`;
}

function day(date: CalendarDate): string {
  const [year = '', month = '', of = ''] = date.split('-');
  return `${month}/${of}/${year.slice(2)}`;
}
