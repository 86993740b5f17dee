import type { CalendarDate } from '../invoice.ts';
import { type Currency, currencyOf, type Minor } from '../money.ts';
import { StatementProblem } from './statement.ts';

/** An amount as banks write it, `1234.5` or `1234,50`, in the smallest unit of the currency. Throws StatementProblem. */
export function amountIn(text: string, { places }: Currency): Minor {
  const match = /^([+-]?)(\d+)(?:[.,](\d*))?$/.exec(text.trim());
  const fraction = (match?.[3] ?? '').replace(/0+$/, '');
  if (!match || fraction.length > places) {
    throw new StatementProblem(`“${text}” is no amount. Download the statement again.`);
  }
  const value = BigInt(match[2] + fraction.padEnd(places, '0'));
  return (match[1] === '-' ? -value : value) as Minor;
}

export function signed(amount: Minor, isCredit: boolean): Minor {
  return (isCredit ? amount : -amount) as Minor;
}

export function knownCurrency(code: string): Currency {
  const currency = currencyOf(code.trim().toUpperCase());
  if (currency) return currency;
  throw new StatementProblem(`“${code}” is no currency. Download the statement again.`);
}

/** `yymmdd` or `yyyymmdd…` as a calendar date. Throws StatementProblem for days that there are not. */
export function dateIn(digits: string): CalendarDate {
  const six = /^\d{6}$/.test(digits);
  const text = six ? `20${digits}` : digits.slice(0, 8);
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  if (/^\d{8}$/.test(text) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return date;
  throw new StatementProblem(`“${digits}” is no date. Download the statement again.`);
}
