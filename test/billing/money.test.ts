import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, parseDecimal, roundedQuotient } from '../../src/billing/decimal.ts';
import {
  amountForReading,
  amountText,
  currencyOf,
  minorOf,
  percentOf,
  priceOf,
} from '../../src/billing/money.ts';
import { cents, currency, dec } from './card.ts';

const euro = currency('EUR');

describe('decimals', () => {
  it('are read as they are written, and nothing else is', () => {
    expect(decimalText(dec('0.0175'))).toBe('0.0175');
    expect(decimalText(dec('12'), 2)).toBe('12.00');
    expect(decimalText(dec('-0.5'))).toBe('-0.5');
    for (const text of ['', '1,5', '1.', '.5', '1e3', '0.00175', '1 000', 'NaN', '--1']) {
      expect(parseDecimal(text), text).toBeUndefined();
    }
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), (value) => {
        const text = decimalText((value * 10_000n) as ReturnType<typeof dec>);
        expect(parseDecimal(text)).toBe(value * 10_000n);
      }),
    );
  });

  it('round halves away from zero, above it and below', () => {
    expect([5n, 4n, -5n, -4n, 15n].map((each) => roundedQuotient(each, 10n))).toEqual([
      1n,
      0n,
      -1n,
      0n,
      2n,
    ]);
    expect(roundedQuotient(5n, -10n)).toBe(-1n);
  });
});

describe('money', () => {
  it('knows the places of each currency', () => {
    expect(['EUR', 'USD', 'JPY', 'KWD'].map((code) => currencyOf(code)?.places)).toEqual([
      2, 2, 0, 3,
    ]);
    expect(currencyOf('XYZ')).toBeUndefined();
  });

  it('is rounded once, at the end', () => {
    expect(priceOf(5_003n, dec('0.0175'), { currency: euro })).toBe(8_755n);
    expect(priceOf(100n, dec('45'), { currency: euro, perUnits: 60n })).toBe(7_500n);
    expect(minorOf(dec('1.005'), euro)).toBe(101n);
    expect(minorOf(dec('-1.005'), euro)).toBe(-101n);
    expect(minorOf(dec('1.5'), currency('JPY'))).toBe(2n);
    expect(percentOf(cents(333), dec('12.5'))).toBe(42n);
  });

  it('is written in plain digits, and for a reader in the manner of a language', () => {
    expect(amountText(cents(-5), euro)).toBe('-0.05');
    expect(amountText(cents(123_450), euro)).toBe('1234.50');
    expect(amountText(cents(1_234), currency('JPY'))).toBe('1234');
    expect(amountForReading(cents(123_450), euro, 'en')).toBe('€1,234.50');
    expect(amountForReading(cents(123_450), euro, 'de')).toBe('1.234,50\u00A0€');
    const large = (10n ** 20n + 1n) as ReturnType<typeof cents>;
    expect(amountForReading(large, euro, 'en')).toBe('€1,000,000,000,000,000,000.01');
  });
});
