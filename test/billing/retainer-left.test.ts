import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Minor } from '../../src/billing/money.ts';
import {
  daysOfMonth,
  monthForReading,
  monthsAfter,
  monthsBetween,
} from '../../src/billing/months.ts';
import { leftIn, type RetainerMonth } from '../../src/billing/retainer-left.ts';

function retainer(months: number, wordsMax?: number) {
  const rollover = { months, ...(wordsMax !== undefined && { wordsMax }) };
  const held = { price: 100n as Minor, includesWords: 1_000, includesMinutes: 60, rollover };
  return { name: 'monthly', retainer: held };
}

function used(...words: readonly number[]): readonly RetainerMonth[] {
  return words.map((usedWords, index) => ({
    period: monthsAfter('2026-01', index),
    includedWords: 1_000,
    usedWords,
    includedMinutes: 60,
    usedMinutes: 0,
  }));
}

describe('months', () => {
  it('go over the end of a year and know their days', () => {
    expect(monthsAfter('2026-11', 2)).toBe('2027-01');
    expect(monthsAfter('2026-01', -1)).toBe('2025-12');
    expect(monthsBetween('2026-11', '2027-01')).toBe(2);
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(monthForReading('2026-11', 'en')).toBe('November 2026');
    expect(monthForReading('2026-03', 'de')).toBe('März 2026');
  });
});

describe('what is left of a retainer', () => {
  it.each([
    ['nothing is kept', retainer(0), used(0, 0), 1_000],
    ['one month is kept', retainer(1), used(0, 1_400), 1_600],
    ['what was kept is used first', retainer(1), used(700, 400), 1_900],
    ['an older month is used up before a younger', retainer(1), used(0, 1_000), 2_000],
    ['two months are kept', retainer(2), used(0, 0, 1_100), 2_900],
    ['a cap', retainer(12, 500), used(0, 0, 0), 1_500],
    ['more was used than there was', retainer(3), used(5_000), 1_000],
    ['a month between them', retainer(1), used(0, 1_000).slice(0, 1), 1_000],
  ])('%s', (_name, held, earlier, words) => {
    const period =
      _name === 'a month between them' ? '2026-03' : monthsAfter('2026-01', earlier.length);
    expect(leftIn(period, held, earlier).words).toBe(words);
  });

  it('is never less than the month holds, nor more than all months together', () => {
    const months = fc.array(fc.nat(3_000), { maxLength: 24 });
    fc.assert(
      fc.property(months, fc.nat(12), fc.option(fc.nat(2_000)), (words, kept, cap) => {
        const held = retainer(kept, cap ?? undefined);
        const { words: left } = leftIn(monthsAfter('2026-01', words.length), held, used(...words));
        expect(left).toBeGreaterThanOrEqual(1_000);
        expect(left).toBeLessThanOrEqual(1_000 * (Math.min(kept, words.length) + 1));
        if (cap !== null) expect(left).toBeLessThanOrEqual(1_000 + cap);
      }),
    );
  });
});
