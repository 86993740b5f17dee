import type { Minor } from '../money.ts';
import { dateIn, knownCurrency } from './amounts.ts';
import { type Statement, type StatementEntry, StatementProblem } from './statement.ts';

/** BAI2, the statement of American banks: lines of comma-separated fields, each line ended by a slash. */
export function readBai2(text: string): readonly Statement[] {
  const statements: Draft[] = [];
  let group = { date: '', currency: '' };
  for (const record of recordsOf(text)) {
    const last = statements.at(-1);
    switch (record[0]) {
      case '02':
        group = { date: dateIn(record[4] ?? ''), currency: record[6] || 'USD' };
        break;
      case '03':
        statements.push(accountOf(record, group));
        break;
      case '16':
        if (!last) throw new StatementProblem('A movement comes before its account.');
        last.entries.push(entryOf(record, last));
        break;
      case '49':
        if (last) checkTotal(record, last);
        break;
    }
  }
  if (statements.length === 0) throw new StatementProblem('The file is BAI2 without an account.');
  return statements.map(({ date: _date, sum: _sum, ...statement }) => statement);
}

interface Draft extends Omit<Statement, 'entries' | 'opening' | 'closing'> {
  readonly date: string;
  readonly entries: StatementEntry[];
  readonly opening?: Minor;
  readonly closing?: Minor;
  /** Of all amounts of the account record, for the control total. */
  sum: bigint;
}

/** Records with the lines that continue them (88) put back together. */
function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[] = [];
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trim();
    if (line === '') continue;
    const body = line.replace(/\/$/, '');
    if (line.startsWith('88,')) records[records.length - 1] += `,${body.slice(3)}`;
    else records.push(body);
  }
  return records.map((record) => record.split(','));
}

/** Type codes of balances: 010 opening, 015 closing ledger. Each has amount, item count and funds type after it. */
function accountOf(
  record: readonly string[],
  group: { readonly date: string; readonly currency: string },
): Draft {
  const [, account = '', code = ''] = record;
  const currency = knownCurrency(code || group.currency);
  const amounts = new Map<string, bigint>();
  let sum = 0n;
  for (let index = 3; index + 1 < record.length; index += 4) {
    const value = whole(record[index + 1] ?? '');
    amounts.set(record[index] ?? '', value);
    sum += value;
  }
  const opening = amounts.get('010') as Minor | undefined;
  const closing = amounts.get('015') as Minor | undefined;
  return {
    format: 'BAI2',
    account: account.replace(/\s/g, ''),
    currency,
    date: group.date,
    entries: [],
    sum,
    ...(opening !== undefined && { opening }),
    ...(closing !== undefined && { closing }),
  };
}

/** Amounts are in the smallest unit, without a point. */
function whole(text: string): bigint {
  if (text === '') return 0n;
  if (/^[+-]?\d+$/.test(text)) return BigInt(text.replace('+', ''));
  throw new StatementProblem(`“${text}” is no amount. Download the statement again.`);
}

/** Codes 100 to 399 are credits, 400 to 699 debits; the funds type decides how many fields come before the references. */
function entryOf(record: readonly string[], draft: Draft): StatementEntry {
  const [, code = '', amount = '', funds = ''] = record;
  const value = whole(amount);
  draft.sum += value;
  const extra =
    funds === 'V' ? 2 : funds === 'S' ? 3 : funds === 'D' ? 1 + 2 * Number(record[4] ?? 0) : 0;
  const rest = record.slice(4 + extra);
  const [bankReference, reference, ...words] = rest;
  const isDebit = Number(code) >= 400 && Number(code) < 700;
  return {
    bookedOn: draft.date,
    amount: (isDebit ? -value : value) as Minor,
    booked: true,
    // A deposit that came back: a returned cheque, a returned transfer.
    reversal: ['555', '557'].includes(code),
    text: [reference, ...words].filter(Boolean).join(' ').trim(),
    ...(bankReference && { bankReference }),
  };
}

function checkTotal(record: readonly string[], draft: Draft): void {
  if (record[1] === undefined || whole(record[1]) === draft.sum) return;
  throw new StatementProblem(
    'The control total of an account does not add up. Download the statement again; it may be cut off.',
  );
}
