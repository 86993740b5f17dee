/**
 * An exact decimal number: `value` of these are one whole of `10 ** decimalPlaces`.
 * Rates have at most four places and are multiplied once by a factor of four, so eight lose nothing.
 */
export type Decimal = bigint & { readonly brand: 'Decimal' };

export const decimalPlaces = 8;
const one = 10n ** BigInt(decimalPlaces);

/** Places that a person may write: a rate of a hundredth of a cent is the finest in use. */
const writtenPlacesMax = 4;

/** A decimal as it is written in a settings file: `0.0175`, `12`, never with a thousands mark. Undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  const [, sign, whole, fraction = ''] = match ?? [];
  if (whole === undefined || fraction.length > writtenPlacesMax) return undefined;
  const value = BigInt(whole + fraction.padEnd(decimalPlaces, '0'));
  return (sign === '-' ? -value : value) as Decimal;
}

/** A whole number as a decimal. */
export function decimalOf(whole: bigint): Decimal {
  return (whole * one) as Decimal;
}

/** The product of two decimals; exact for two that were written with four places each. */
export function times(a: Decimal, b: Decimal): Decimal {
  return roundedQuotient(a * b, one) as Decimal;
}

/** In digits, with at least `placesMin` places: `0.0175`, `12.00`. */
export function decimalText(decimal: Decimal, placesMin = 0): string {
  const digits = (decimal < 0n ? -decimal : decimal).toString().padStart(decimalPlaces + 1, '0');
  const fraction = digits.slice(-decimalPlaces).replace(/0+$/, '').padEnd(placesMin, '0');
  const text = digits.slice(0, -decimalPlaces) + (fraction && `.${fraction}`);
  return decimal < 0n ? `-${text}` : text;
}

/** A quotient rounded to the nearest whole, halves away from zero, as invoices are (EN 16931, BR-CO-17). */
export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const a = dividend < 0n ? -dividend : dividend;
  const b = divisor < 0n ? -divisor : divisor;
  const quotient = (2n * a + b) / (2n * b);
  return negative ? -quotient : quotient;
}

/** A quotient of two numbers above zero, rounded up: what is begun counts whole. */
export function quotientUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}
