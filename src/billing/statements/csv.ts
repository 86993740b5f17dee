import { parse } from 'csv-parse/sync';
import type { CalendarDate } from '../invoice.ts';
import type { Currency, Minor } from '../money.ts';
import { amountIn } from './amounts.ts';
import { type Statement, type StatementEntry, StatementProblem } from './statement.ts';

/** How a bank writes its CSV files: which columns, by their headings, hold what. */
export interface CsvProfile {
  readonly name: string;
  readonly account: string;
  readonly currency: Currency;
  readonly delimiter: string;
  /** What stands before the cents; the other one of point and comma groups thousands. */
  readonly decimal: '.' | ',';
  /** `dd.mm.yyyy`, `yyyy-mm-dd`, `mm/dd/yyyy`: any order and signs of these letters. */
  readonly date: string;
  readonly columns: {
    readonly date: string;
    /** One column with signs, or two. */
    readonly amount?: string;
    readonly credit?: string;
    readonly debit?: string;
    readonly payer?: string;
    readonly bankReference?: string;
    /** Put together, a space between. */
    readonly text: readonly string[];
  };
}

/** Whether a file has the columns of a profile. */
export function matchesProfile(text: string, profile: CsvProfile): boolean {
  return headingRow(rowsOf(text, profile), profile) >= 0;
}

/** Reads a bank's CSV by its profile. Lines above the headings are passed over. Throws StatementProblem. */
export function readCsv(text: string, profile: CsvProfile): readonly Statement[] {
  const rows = rowsOf(text, profile);
  const first = headingRow(rows, profile);
  const headings = rows[first] ?? [];
  const entries = rows
    .slice(first + 1)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => entryOf((name) => row[headings.indexOf(name)] ?? '', profile));
  const { account, currency } = profile;
  return [
    { format: `CSV (${profile.name})`, account: account.replace(/\s/g, ''), currency, entries },
  ];
}

function rowsOf(text: string, { delimiter }: CsvProfile): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    throw new StatementProblem('The CSV file cannot be read. Download the statement again.');
  }
}

function headingRow(rows: readonly (readonly string[])[], { columns }: CsvProfile): number {
  const { text, ...single } = columns;
  const names = [...Object.values(single), ...text];
  return rows.findIndex((row) => names.every((name) => row.includes(name)));
}

function entryOf(cell: (name: string) => string, profile: CsvProfile): StatementEntry {
  const { columns } = profile;
  const payer = columns.payer && cell(columns.payer);
  const bankReference = columns.bankReference && cell(columns.bankReference);
  return {
    bookedOn: dateOf(cell(columns.date), profile.date),
    amount: amountOf(cell, profile),
    booked: true,
    reversal: false,
    text: columns.text.map(cell).filter(Boolean).join(' '),
    ...(payer && { payer }),
    ...(bankReference && { bankReference }),
  };
}

function amountOf(cell: (name: string) => string, profile: CsvProfile): Minor {
  const { amount, credit, debit } = profile.columns;
  const read = (name: string | undefined): bigint => {
    const grouped = profile.decimal === ',' ? /[.\s'’]/g : /[,\s'’]/g;
    const written = name === undefined ? '' : cell(name).replace(grouped, '');
    return written === '' ? 0n : amountIn(written.replace('−', '-'), profile.currency);
  };
  if (amount !== undefined) return read(amount) as Minor;
  const out = read(debit);
  return (read(credit) - (out < 0n ? -out : out)) as Minor;
}

function dateOf(written: string, pattern: string): CalendarDate {
  const letters = { d: '', m: '', y: '' };
  const digits = written.replace(/\D+/g, ' ').trim().split(' ');
  const order = pattern
    .replace(/[^dmy]+/g, ' ')
    .trim()
    .split(' ');
  for (const [index, part] of order.entries()) {
    const letter = part[0] as 'd' | 'm' | 'y' | undefined;
    if (letter) letters[letter] = digits[index] ?? '';
  }
  const year = letters.y.length === 2 ? `20${letters.y}` : letters.y;
  const date = `${year}-${letters.m.padStart(2, '0')}-${letters.d.padStart(2, '0')}`;
  if (/^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return date;
  throw new StatementProblem(`“${written}” is no date of the form ${pattern}.`);
}
