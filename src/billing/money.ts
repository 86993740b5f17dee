import { numberFormat } from '../core/formats-for-reading.ts';
import { type Decimal, decimalPlaces, roundedQuotient } from './decimal.ts';

/** An amount in the smallest unit of its currency: cents, pence, whole yen. Never a floating-point number. */
export type Minor = bigint & { readonly brand: 'Minor' };

export const nothing = 0n as Minor;

/** A currency by its code (ISO 4217), with the number of places of its smallest unit: 2 for EUR, 0 for JPY. */
export interface Currency {
  readonly code: string;
  readonly places: number;
}

/** Undefined for a code that is no currency in use. */
export function currencyOf(code: string): Currency | undefined {
  if (!Intl.supportedValuesOf('currency').includes(code)) return undefined;
  const format = numberFormat('en', { style: 'currency', currency: code });
  return { code, places: format.resolvedOptions().maximumFractionDigits ?? 2 };
}

/** An amount of whole units, rounded to the smallest one, halves away from zero. */
export function minorOf(amount: Decimal, currency: Currency): Minor {
  return roundedQuotient(amount, 10n ** BigInt(decimalPlaces - currency.places)) as Minor;
}

/** `count` of `perUnits` at a price: what 1,250 words come to at 9.50 a thousand. Rounded once, at the end. */
export function priceOf(
  count: bigint,
  price: Decimal,
  { currency, perUnits = 1n }: { readonly currency: Currency; readonly perUnits?: bigint },
): Minor {
  const unit = 10n ** BigInt(decimalPlaces - currency.places);
  return roundedQuotient(count * price, perUnits * unit) as Minor;
}

/** So many per cent of an amount, rounded. */
export function percentOf(amount: Minor, percent: Decimal): Minor {
  return roundedQuotient(amount * percent, 100n * 10n ** BigInt(decimalPlaces)) as Minor;
}

export function sumOf(amounts: Iterable<Minor>): Minor {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum as Minor;
}

export function negated(amount: Minor): Minor {
  return -amount as Minor;
}

/** The amount in plain digits, as XML and CSV want it: `1234.50`. */
export function amountText(amount: Minor, { places }: Currency): string {
  if (places === 0) return amount.toString();
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return amount < 0n ? `-${text}` : text;
}

/** The amount for a reader, in the manner of a language: `€1,234.50`, `1.234,50 €`. */
export function amountForReading(amount: Minor, currency: Currency, language: string): string {
  const format = numberFormat(language, { style: 'currency', currency: currency.code });
  return format.format(amountText(amount, currency) as Intl.StringNumericLiteral);
}
