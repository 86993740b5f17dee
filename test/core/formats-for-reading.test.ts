import { afterEach, expect, it, vi } from 'vitest';
import { dateForReading } from '../../src/billing/invoice-paper.ts';
import { amountForReading, currencyOf, type Minor } from '../../src/billing/money.ts';
import { phrase } from '../../src/billing/phrases.ts';
import { dateFormat, numberFormat } from '../../src/core/formats-for-reading.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A language that no other test asks for, so that its formats are still to be made. */
const language = 'en-NZ';

it('a page with a thousand dates, amounts and counts makes three formats', () => {
  const made = vi.fn();
  for (const name of ['DateTimeFormat', 'NumberFormat'] as const) {
    const real = Intl[name];
    vi.spyOn(Intl, name).mockImplementation(countingAs(real));
  }
  const asked = vi.spyOn(Number.prototype, 'toLocaleString');
  const euro = { code: 'EUR', places: 2 };
  const phrases = { language, texts: new Map([['count', '{{count}} documents']]) };
  for (let index = 0; index < 1_000; index += 1) {
    expect(dateForReading('2026-11-24', phrases)).toBe('24 November 2026');
    expect(amountForReading(BigInt(index) as Minor, euro, language)).toContain('€');
    expect(phrase(phrases, 'count', { count: 12_345 })).toBe('12,345 documents');
  }
  expect(made).toHaveBeenCalledTimes(3);
  expect(asked).not.toHaveBeenCalled();

  function countingAs(real: typeof Intl.DateTimeFormat | typeof Intl.NumberFormat) {
    return function counted(...given: readonly unknown[]) {
      made();
      return Reflect.construct(real, given);
    } as unknown as typeof Intl.DateTimeFormat & typeof Intl.NumberFormat;
  }
});

it('each language and each manner has a format of its own', () => {
  const noon = new Date('2026-11-24T12:00:00Z');
  const long = { dateStyle: 'long', timeZone: 'UTC' } as const;
  expect(dateFormat('en-GB', long).format(noon)).toBe('24 November 2026');
  expect(dateFormat('de', long).format(noon)).toBe('24. November 2026');
  expect(dateFormat('en-GB', { ...long, dateStyle: 'short' }).format(noon)).toBe('24/11/2026');
  expect(numberFormat('de', {}).format(1_234.5)).toBe('1.234,5');
  expect(numberFormat('en', { maximumFractionDigits: 0 }).format(1_234.6)).toBe('1,235');
  expect(currencyOf('JPY')?.places).toBe(0);
});

it('formats that are asked for without end do not pile up', () => {
  const before = numberFormat('en', { maximumFractionDigits: 1 });
  expect(numberFormat('en', { maximumFractionDigits: 1 })).toBe(before);
  const languages = Array.from({ length: 250 }, (_, index) => `en-x-${String(index)}`);
  for (const one of languages) expect(numberFormat(one, {}).format(1_000)).toBe('1,000');
  expect(numberFormat('en', { maximumFractionDigits: 1 })).not.toBe(before);
});
