import { amountText, type Currency, type Minor, nothing } from '../money.ts';
import { type Books, clientsOf, currenciesOf, type Period, taxCodesOf } from './books.ts';
import { type AccountBalance, closingBalances } from './closing-balances.ts';
import { type Account, type Entry, entriesOf } from './entries.ts';
import { distinctNames } from './names.ts';

/**
 * A journal that `hledger check --strict` accepts: every account and commodity is declared.
 * It ends with what each client owes as an assertion, which hledger compares with its own sum.
 */
export function hledgerOf(books: Books, period: Period): string {
  const entries = entriesOf(books, period);
  const nameOf = accountNames(books);
  const names = new Set(
    entries.flatMap(({ postings }) => postings.map((one) => nameOf(one.account))),
  );
  const payees = new Set([...entries.map(({ payee }) => plain(payee)), assertionPayee]);
  return [
    '; Invoices, credit notes and deposits, written by Proofdesk.',
    ...currenciesOf(books).map(
      ({ code, places }) => `commodity 1000.${'0'.repeat(places)} ${code}`,
    ),
    ...[...names].sort().map((name) => `account ${name}${typeOf(name)}`),
    ...[...payees].sort().map((payee) => `payee ${payee}`),
    '',
    ...entries.map((entry) => entryText(entry, nameOf)),
    ...assertions(closingBalances(books, period), { entries, names, nameOf }),
  ].join('\n');
}

function entryText({ date, code, payee, note, currency, postings }: Entry, nameOf: Naming): string {
  const head = `${date} * (${plain(code)}) ${plain(payee)} | ${plain(note)}`;
  const lines = postings.map(
    ({ account, amount }) => `    ${nameOf(account)}  ${sum(amount, currency)}`,
  );
  return [head, ...lines, ''].join('\n');
}

interface Written {
  readonly entries: readonly Entry[];
  readonly names: ReadonlySet<string>;
  readonly nameOf: Naming;
}

function assertions(
  balances: readonly AccountBalance[],
  { entries, names, nameOf }: Written,
): readonly string[] {
  const last = entries.at(-1)?.date;
  const lines = balances
    .map(({ account, ...rest }) => ({ ...rest, name: nameOf(account) }))
    .filter(({ name }) => names.has(name))
    .map(({ name, amount, currency }) => {
      return `    ${name}  ${sum(nothing, currency)} = ${sum(amount, currency)}`;
    });
  return last === undefined || lines.length === 0
    ? []
    : [`${last} * ${assertionPayee}`, ...lines, ''];
}

const assertionPayee = 'What clients owe and what is theirs';

function sum(amount: Minor, currency: Currency): string {
  return `${amountText(amount, currency)} ${currency.code}`;
}

type Naming = (account: Account) => string;

/** Two clients never share an account. */
function accountNames(books: Books): Naming {
  const clients = distinctNames(clientsOf(books), segment);
  const codes = distinctNames(taxCodesOf(books), segment);
  return (account) => {
    switch (account.kind) {
      case 'receivable':
        return `assets:receivable:${clients.get(account.client)}`;
      case 'revenue':
        return `revenues:services:${codes.get(account.tax)}`;
      case 'tax':
        return `liabilities:tax:${codes.get(account.tax)}`;
      case 'bank':
        return 'assets:bank';
      case 'client-credit':
        return `liabilities:client credit:${clients.get(account.client)}`;
      case 'opening':
        return 'equity:opening balances';
    }
  };
}

function typeOf(name: string): string {
  return name === 'assets:bank' ? '  ; type: C' : '';
}

/** A colon would open another account, a semicolon a comment, two spaces the amount. */
function segment(name: string): string {
  return plain(name).replace(/[:()[\]]/g, '-') || '-';
}

function plain(text: string): string {
  return text
    .replace(/[\p{Cc};|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
