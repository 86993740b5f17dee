import type { CalendarDate } from '../invoice.ts';
import { amountText } from '../money.ts';
import { daysAfter } from '../quote.ts';
import { type Books, clientsOf, currenciesOf, type Period, taxCodesOf } from './books.ts';
import { closingBalances } from './closing-balances.ts';
import { type Account, type Entry, entriesOf } from './entries.ts';
import { distinctNames } from './names.ts';

/**
 * A ledger that `bean-check` accepts: every account is opened and every commodity declared.
 * It ends with what each client owes, which Beancount compares with its own sum.
 */
export function beancountOf(books: Books, period: Period): string {
  const entries = entriesOf(books, period);
  const nameOf = accountNames(books);
  const [first] = entries;
  if (!first) return '; There is nothing in the books of this time.\n';
  const opened = new Set(
    entries.flatMap(({ postings }) => postings.map((one) => nameOf(one.account))),
  );
  const currencies = currenciesOf(books);
  const last = entries.at(-1)?.date ?? first.date;
  return [
    '; Invoices, credit notes and deposits, written by Proofdesk.',
    ...currencies.map(({ code }) => `option "operating_currency" "${code}"`),
    ...currencies.map(({ code }) => `${first.date} commodity ${code}`),
    ...[...opened].sort().map((name) => `${first.date} open ${name}`),
    '',
    ...entries.map((entry) => entryText(entry, nameOf)),
    ...balances(books, { period, on: daysAfter(last, 1), nameOf, opened }),
    '',
  ].join('\n');
}

type Naming = (account: Account) => string;

function entryText({ date, code, payee, note, currency, postings }: Entry, nameOf: Naming): string {
  const lines = postings.map(
    ({ account, amount }) =>
      `  ${nameOf(account)}  ${amountText(amount, currency)} ${currency.code}`,
  );
  return [`${date} * ${quoted(payee)} ${quoted(`${code}: ${note}`)}`, ...lines, ''].join('\n');
}

function balances(
  books: Books,
  {
    period,
    on,
    nameOf,
    opened,
  }: {
    readonly period: Period;
    readonly on: CalendarDate;
    readonly nameOf: Naming;
    readonly opened: ReadonlySet<string>;
  },
): readonly string[] {
  return closingBalances(books, period)
    .map(({ account, currency, amount }) => ({
      name: nameOf(account),
      sum: `${amountText(amount, currency)} ${currency.code}`,
    }))
    .filter(({ name }) => opened.has(name))
    .map(({ name, sum }) => `${on} balance ${name}  ${sum}`);
}

/** Names of accounts are capital words of plain letters; two clients never share one. */
function accountNames(books: Books): Naming {
  const clients = distinctNames(clientsOf(books), capitalWord);
  const codes = distinctNames(taxCodesOf(books), capitalWord);
  return (account) => {
    switch (account.kind) {
      case 'receivable':
        return `Assets:Receivable:${clients.get(account.client)}`;
      case 'revenue':
        return `Income:Services:${codes.get(account.tax)}`;
      case 'tax':
        return `Liabilities:Tax:${codes.get(account.tax)}`;
      case 'bank':
        return 'Assets:Bank';
      case 'client-credit':
        return `Liabilities:Client-Credit:${clients.get(account.client)}`;
      case 'opening':
        return 'Equity:Opening-Balances';
    }
  };
}

function capitalWord(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'Client' : plain.charAt(0).toUpperCase() + plain.slice(1);
}

function quoted(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, ' ').replace(/["\\]/g, (sign) => `\\${sign}`);
  return `"${plain}"`;
}
