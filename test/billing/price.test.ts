import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../src/billing/decimal.ts';
import type { PricedLine } from '../../src/billing/line.ts';
import { sumOf } from '../../src/billing/money.ts';
import { pricedLines, totalOf } from '../../src/billing/price.ts';
import type { PerHour, PerText, RateCard, Retainer, Service } from '../../src/billing/rate-card.ts';
import { type Tax, totalsOf } from '../../src/billing/tax.ts';
import { cardOf, cents, currency, dec, orderOf, words } from './card.ts';

const perWord: PerText = { model: 'per-word', rate: dec('0.0175'), block: 1 };
const perHour: PerHour = {
  model: 'per-hour',
  rate: dec('45'),
  incrementMinutes: 15,
  minimumMinutes: 60,
};

/** Kind of text, quantity, price and amount of each line. */
function rows(lines: readonly PricedLine[]): readonly string[] {
  return lines.map(
    ({ text, quantity, unit, price, amount }) =>
      `${text.kind}: ${quantity} ${unit} at ${decimalText(price)} = ${amount}`,
  );
}

describe('a price by the word or page', () => {
  it('is words times rate', () => {
    expect(rows(pricedLines(orderOf(words(5_003)), cardOf(perWord)))).toEqual([
      'service: 5003 word at 0.0175 = 8755',
    ]);
  });

  it('counts each block that is begun', () => {
    const card = cardOf({ ...perWord, rate: dec('0.0095'), block: 1_000 });
    expect(rows(pricedLines(orderOf(words(5_300)), card))).toEqual([
      'service: 6 block at 9.5 = 5700',
    ]);
    expect(totalOf(pricedLines(orderOf(words(5_000)), card))).toBe(4_750n);
  });

  it('counts pages of so many words', () => {
    const card = cardOf({ model: 'per-page', rate: dec('4.50'), block: 1 });
    expect(rows(pricedLines(orderOf(words(251)), card))).toEqual(['service: 2 page at 4.5 = 900']);
    expect(totalOf(pricedLines(orderOf(words(0)), card))).toBe(0n);
  });

  it('has tiers, each slice at its own rate or all at the rate that is reached', () => {
    const steps = [
      { upTo: 10_000, rate: dec('0.02') },
      { upTo: 50_000, rate: dec('0.015') },
      { rate: dec('0.01') },
    ];
    const graduated = cardOf({ ...perWord, tiers: { mode: 'graduated', steps } });
    expect(rows(pricedLines(orderOf(words(60_000)), graduated))).toEqual([
      'slice: 10000 word at 0.02 = 20000',
      'slice: 40000 word at 0.015 = 60000',
      'slice: 10000 word at 0.01 = 10000',
    ]);
    expect(totalOf(pricedLines(orderOf(words(10_000)), graduated))).toBe(20_000n);
    const volume = cardOf({ ...perWord, tiers: { mode: 'volume', steps } });
    expect(totalOf(pricedLines(orderOf(words(60_000)), volume))).toBe(60_000n);
  });

  it('is higher for a text full of mistakes', () => {
    const complexity = [{ findingsMax: 10, factor: dec('1') }, { factor: dec('1.25') }];
    const card = cardOf({ ...perWord, complexity });
    const order = orderOf({ ...words(1_000), findingsPerThousand: 31 });
    expect(rows(pricedLines(order, card))).toEqual(['service: 1000 word at 0.021875 = 2188']);
  });
});

describe('other prices', () => {
  it('are by the hour, in steps and with a least time', () => {
    const card = cardOf(perHour);
    expect(rows(pricedLines(orderOf({ minutes: 61 }), card))).toEqual([
      'service: 75 minute at 45 = 5625',
    ]);
    expect(totalOf(pricedLines(orderOf({ minutes: 10 }), card))).toBe(4_500n);
    expect(totalOf(pricedLines(orderOf({ minutes: 0 }), card))).toBe(0n);
  });

  it('are never nothing for want of a time', () => {
    const card = cardOf(perHour);
    expect(() => pricedLines(orderOf(words(900)), card)).toThrow('no time is recorded');
  });

  it('are fixed, and beyond what they hold by the word', () => {
    const flat = {
      model: 'flat',
      rate: dec('120'),
      includes: { words: 3_000, beyond: 'proofread' },
    } as const;
    const card = cardOf(perWord, {
      services: new Map<string, Service>([
        ['proofread', perWord],
        ['website', flat],
      ]),
    });
    const order = orderOf({ service: 'website', ...words(3_400) });
    expect(rows(pricedLines(order, card))).toEqual([
      'service: 1 piece at 120 = 12000',
      'beyond: 400 word at 0.0175 = 700',
    ]);
  });

  it('are for a training of a kind', () => {
    const card = cardOf({ model: 'training', kinds: new Map([['group', dec('110')]]) });
    expect(rows(pricedLines(orderOf({ kind: 'group', minutes: 90 }), card))).toEqual([
      'training: 90 minute at 110 = 16500',
    ]);
    expect(() => pricedLines(orderOf({ kind: 'juggling', minutes: 90 }), card)).toThrow(
      'has no training “juggling”. It has: group',
    );
  });

  it('are nothing for what is free, even where there is a least fee', () => {
    const card = cardOf({ model: 'free' }, { minimumFee: cents(3_500) });
    expect(rows(pricedLines(orderOf(words(900)), card))).toEqual(['service: 1 piece at 0 = 0']);
  });

  it('are asked of a service that there is', () => {
    expect(() => pricedLines(orderOf({ service: 'ironing' }), cardOf(perWord))).toThrow(
      'has no service “ironing”. It has: proofread.',
    );
  });
});

describe('a retainer', () => {
  const retainer: Retainer = {
    price: cents(34_000),
    includesWords: 20_000,
    includesMinutes: 0,
    overagePerWord: dec('0.018'),
    rollover: { months: 0 },
  };
  const card = cardOf(perWord, { retainers: new Map([['monthly', retainer]]) });
  const left = { name: 'monthly', words: 1_000, minutes: 0 };

  it('pays for the words that it holds, and what goes beyond has its own rate', () => {
    const order = orderOf(words(1_500), { retainer: left });
    expect(rows(pricedLines(order, card))).toEqual([
      'in-retainer: 1000 word at 0 = 0',
      'over-retainer: 500 word at 0.018 = 900',
    ]);
  });

  it('does not hold help of another kind', () => {
    const hourly = cardOf(perHour, { retainers: card.retainers });
    const order = orderOf({ minutes: 60 }, { retainer: left });
    expect(rows(pricedLines(order, hourly))).toEqual(['service: 60 minute at 45 = 4500']);
  });

  it('has no silent price for what goes beyond it', () => {
    const { overagePerWord: _, ...without } = retainer;
    const closed = cardOf(perWord, { retainers: new Map([['monthly', without]]) });
    expect(() => pricedLines(orderOf(words(1_500), { retainer: left }), closed)).toThrow('used up');
  });
});

describe('what is added and taken off', () => {
  it('stands on lines of its own, each of the same sum', () => {
    const card = cardOf(perWord, {
      rush: [
        { withinHours: 24, percent: dec('50') },
        { withinHours: 72, percent: dec('25') },
      ],
      weekendPercent: dec('10'),
      discounts: [{ clientTag: 'charity', percent: dec('10') }],
    });
    const order = orderOf(words(10_000), {
      hoursUntilDue: 48,
      dueOnWeekend: true,
      clientTags: ['charity'],
    });
    expect(rows(pricedLines(order, card))).toEqual([
      'service: 10000 word at 0.0175 = 17500',
      'rush: 1 piece at 43.75 = 4375',
      'weekend: 1 piece at 17.5 = 1750',
      'discount: -1 piece at 23.63 = -2363',
    ]);
  });

  it('brings a small order up to the least fee', () => {
    const card = cardOf(perWord, { minimumFee: cents(3_500) });
    expect(rows(pricedLines(orderOf(words(1_000)), card))).toEqual([
      'service: 1000 word at 0.0175 = 1750',
      'minimum-fee: 1 piece at 17.5 = 1750',
    ]);
    expect(pricedLines(orderOf(words(10_000)), card)).toHaveLength(1);
  });

  it('charges the rounds beyond the included ones', () => {
    const card = cardOf(perWord, { revision: { includedRounds: 1, extraRound: perHour } });
    const order = orderOf(words(1_000), { roundsMinutes: [30, 70] });
    expect(rows(pricedLines(order, card))).toEqual([
      'service: 1000 word at 0.0175 = 1750',
      'round: 75 minute at 45 = 5625',
    ]);
  });
});

describe('tax', () => {
  const table = new Map<string, Tax>([
    ['S19', { code: 'S19', category: 'S', percent: dec('19') }],
    ['AE', { code: 'AE', category: 'AE', percent: dec('0'), reason: 'Reverse charge' }],
  ]);

  it('is rounded once for all lines of a category', () => {
    const card = cardOf({ model: 'flat', rate: dec('0.03') });
    const [line] = pricedLines(orderOf({}), card);
    if (!line) throw new Error('no line');
    const totals = totalsOf([line, line, line, { ...line, tax: 'AE' }], table);
    expect(totals.taxes.map(({ tax, base, amount }) => [tax.code, base, amount])).toEqual([
      ['S19', 9n, 2n],
      ['AE', 3n, 0n],
    ]);
    expect(totals).toMatchObject({ net: 12n, tax: 2n, gross: 14n });
  });
});

/** A rate card of any shape that the settings allow. */
const anyCard = fc
  .record({
    code: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
    rate: fc.integer({ min: 0, max: 50_000 }),
    block: fc.constantFrom(1, 10, 100),
    tiers: fc.constantFrom(undefined, 'graduated', 'volume'),
    rush: fc.integer({ min: 0, max: 10_000 }),
    discount: fc.integer({ min: 0, max: 10_000 }),
    minimum: fc.integer({ min: 0, max: 10_000 }),
    included: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ code, rate, block, tiers, rush, discount, minimum, included }): RateCard => {
    const perTenThousand = (value: number) =>
      dec(`${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}`);
    const steps = [
      { upTo: 1_000, rate: perTenThousand(rate) },
      { upTo: 5_000, rate: perTenThousand(Math.floor(rate / 2)) },
      { rate: perTenThousand(Math.floor(rate / 3)) },
    ];
    const service: PerText = {
      model: 'per-word',
      rate: perTenThousand(rate),
      block,
      ...(tiers && { tiers: { mode: tiers, steps } }),
    };
    return cardOf(service, {
      currency: currency(code),
      rush: [{ withinHours: 24, percent: perTenThousand(rush) }],
      discounts: [{ clientTag: 'friend', percent: perTenThousand(discount) }],
      minimumFee: cents(minimum),
      revision: { includedRounds: included, extraRound: perHour },
    });
  });

const anyOrder = fc.record({
  counts: fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 5 }),
  hours: fc.constantFrom(undefined, 5, 100),
  friend: fc.boolean(),
  rounds: fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 4 }),
});

describe('any rate card and any order', () => {
  it('lose no cent and make none: lines, taxes and sum agree, and the same order costs the same', {
    timeout: 60_000,
  }, () => {
    const table = new Map<string, Tax>([
      ['S19', { code: 'S19', category: 'S', percent: dec('19') }],
    ]);
    fc.assert(
      fc.property(anyCard, anyOrder, (card, { counts, hours, friend, rounds }) => {
        const documents = counts.map((count, index) => ({ path: `${index}.txt`, words: count }));
        const order = orderOf(
          { documents },
          {
            ...(hours !== undefined && { hoursUntilDue: hours }),
            clientTags: friend ? ['friend'] : [],
            roundsMinutes: rounds,
          },
        );
        const lines = pricedLines(order, card);
        const totals = totalsOf(lines, table);
        expect(totals.net).toBe(sumOf(lines.map(({ amount }) => amount)));
        expect(totals.gross).toBe(totals.net + totals.tax);
        expect(totals.net).toBeGreaterThanOrEqual(0n);
        for (const line of lines) {
          const exact = line.quantity * line.price;
          const unit = line.perUnits * 10n ** BigInt(8 - card.currency.places);
          const off = 2n * (line.amount * unit - exact);
          expect(off <= unit && -off <= unit).toBe(true);
        }
        expect(pricedLines(order, card)).toEqual(lines);
      }),
      { numRuns: process.env['PROOFDESK_REQUIRE_PARTS'] ? 100_000 : 5_000 },
    );
  });
});
