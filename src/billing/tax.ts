import { type Decimal, decimalPlaces, roundedQuotient } from './decimal.ts';
import type { PricedLine } from './line.ts';
import { type Minor, sumOf } from './money.ts';

/** VAT categories of EN 16931 (UNTDID 5305): standard, zero, exempt, reverse charge, outside the scope of VAT. */
type TaxCategory = 'S' | 'Z' | 'E' | 'AE' | 'O';

/** A tax as the office's table has it. `reason` must stand on the invoice for E, AE and O (BR-E-10, BR-AE-10, BR-O-10). */
export interface Tax {
  readonly code: string;
  readonly category: TaxCategory;
  readonly percent: Decimal;
  readonly reason?: string;
}

/** One row of the tax breakdown: the sum of the lines, and the tax on it, rounded once (BR-CO-17). */
export interface TaxRow {
  readonly tax: Tax;
  readonly base: Minor;
  readonly amount: Minor;
}

export interface Totals {
  readonly net: Minor;
  readonly taxes: readonly TaxRow[];
  readonly tax: Minor;
  readonly gross: Minor;
}

/** What the lines come to. Throws when a line has a tax that the table has not: settings are checked before. */
export function totalsOf(lines: readonly PricedLine[], table: ReadonlyMap<string, Tax>): Totals {
  const bases = new Map<string, Minor[]>();
  for (const { tax, amount } of lines) bases.set(tax, [...(bases.get(tax) ?? []), amount]);
  const taxes = [...bases].map(([code, amounts]) => rowOf(code, { base: sumOf(amounts), table }));
  const net = sumOf(taxes.map(({ base }) => base));
  const tax = sumOf(taxes.map(({ amount }) => amount));
  return { net, taxes, tax, gross: sumOf([net, tax]) };
}

function rowOf(
  code: string,
  { base, table }: { readonly base: Minor; readonly table: ReadonlyMap<string, Tax> },
): TaxRow {
  const tax = table.get(code);
  if (!tax) throw new Error(`there is no tax ${code}`);
  const hundred = 100n * 10n ** BigInt(decimalPlaces);
  return { tax, base, amount: roundedQuotient(base * tax.percent, hundred) as Minor };
}
