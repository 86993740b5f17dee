import type { Currency, Minor } from '../money.ts';
import { amountIn, dateIn, knownCurrency, signed } from './amounts.ts';
import { type Statement, type StatementEntry, StatementProblem } from './statement.ts';

/** SWIFT MT940, with the subfields that German and Austrian banks put into field 86. */
export function readMt940(text: string): readonly Statement[] {
  const statements: Statement[] = [];
  let fields: Field[] = [];
  for (const field of fieldsOf(text)) {
    if (field.tag === '20' && fields.length > 0) {
      statements.push(statementOf(fields));
      fields = [];
    }
    fields.push(field);
  }
  if (fields.length > 0) statements.push(statementOf(fields));
  return statements;
}

interface Field {
  readonly tag: string;
  readonly value: string;
}

/** A field begins a line with its tag between colons and goes on over the lines that follow. */
function fieldsOf(text: string): readonly Field[] {
  const fields: { tag: string; value: string }[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const match = /^:(\d{2}[A-Z]?):(.*)$/.exec(line);
    const last = fields.at(-1);
    if (match) fields.push({ tag: match[1] ?? '', value: match[2] ?? '' });
    else if (last && !/^(-\}?|\{.*)?$/.test(line)) last.value += `\n${line}`;
  }
  return fields;
}

function statementOf(fields: readonly Field[]): Statement {
  const value = (...tags: readonly string[]): string | undefined =>
    fields.find(({ tag }) => tags.includes(tag))?.value;
  const opening = balanceOf(value('60F', '60M'));
  const closing = balanceOf(value('62F', '62M'));
  const account = value('25')?.split('/').at(-1)?.split('\n')[0]?.trim();
  if (account === undefined || !opening) {
    throw new StatementProblem('The statement names no account or no opening balance.');
  }
  const { currency } = opening;
  const entries = fields.flatMap((field, index) => {
    if (field.tag !== '61') return [];
    const next = fields[index + 1];
    return [entryOf(field.value, { info: next?.tag === '86' ? next.value : '', currency })];
  });
  return {
    format: 'MT940',
    account: account.replace(/\s/g, ''),
    currency,
    opening: opening.amount,
    ...(closing && { closing: closing.amount }),
    entries,
  };
}

function balanceOf(
  field: string | undefined,
): { readonly currency: Currency; readonly amount: Minor } | undefined {
  const match = /^([CD])\d{6}([A-Z]{3})([\d,]+)/.exec(field ?? '');
  if (!match) return undefined;
  const currency = knownCurrency(match[2] ?? '');
  return { currency, amount: signed(amountIn(match[3] ?? '', currency), match[1] === 'C') };
}

/** Value date, booking date, mark (R takes back), a letter of the currency, amount, kind, references. */
const line =
  /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d+,\d*)([A-Z][A-Z0-9]{3})([^\n]*?)(?:\/\/([^\n]*))?(?:\n(.*))?$/s;

function entryOf(
  field: string,
  { info, currency }: { readonly info: string; readonly currency: Currency },
): StatementEntry {
  const match = line.exec(field);
  if (!match) throw new StatementProblem('A movement of the statement cannot be read.');
  const [, valueDate = '', booking, mark = '', , amount = '', , , bank] = match;
  // Taking back a debit gives money, taking back a credit takes it.
  const isCredit = mark === 'C' || mark === 'RD';
  const details = detailsOf(info);
  return {
    bookedOn: booking === undefined ? dateIn(valueDate) : bookingDate(valueDate, booking),
    amount: signed(amountIn(amount, currency), isCredit),
    booked: true,
    reversal: mark.startsWith('R'),
    text: details.text,
    ...(bank?.trim() && { bankReference: bank.trim() }),
    ...(details.payer && { payer: details.payer }),
    ...(details.account && { payerAccount: details.account }),
  };
}

/** The booking date has no year: it is the one nearest to the value date. */
function bookingDate(valueDate: string, booking: string): string {
  const year = Number(valueDate.slice(0, 2));
  const month = Number(valueDate.slice(2, 4));
  const booked = Number(booking.slice(0, 2));
  const shift = month - booked > 6 ? 1 : booked - month > 6 ? -1 : 0;
  return dateIn(String(year + shift).padStart(2, '0') + booking);
}

/** A field that is full goes on in the next one, within a word perhaps; a shorter one ends with a word. */
const subfieldLength = 27;

/** `?20` to `?29` and `?60` to `?63` are the payer’s words, `?32` and `?33` the name, `?31` the account. */
function detailsOf(info: string): {
  readonly text: string;
  readonly payer: string;
  readonly account: string;
} {
  const joined = info.replaceAll('\n', '');
  if (!/^\d{3}\?/.test(joined))
    return { text: info.replaceAll('\n', ' ').trim(), payer: '', account: '' };
  // A question mark in the payer's words begins no field.
  const parts = joined.split(/\?(?=\d\d)/).slice(1);
  const of = (isWanted: (code: number) => boolean): string =>
    parts
      .filter((part) => isWanted(Number(part.slice(0, 2))))
      .map((part) => part.slice(2))
      .map((words) => (words.length < subfieldLength ? `${words} ` : words))
      .join('')
      .replace(/ {2,}/g, ' ')
      .trim();
  return {
    text: of((code) => (code >= 20 && code <= 29) || (code >= 60 && code <= 63)),
    payer: of((code) => code === 32 || code === 33).trim(),
    account: of((code) => code === 31).trim(),
  };
}
