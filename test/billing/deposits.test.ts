import { describe, expect, it } from 'vitest';
import { matchOf, type OpenInvoice } from '../../src/billing/deposits.ts';
import { creditorReference } from '../../src/billing/reference.ts';
import type { StatementEntry } from '../../src/billing/statements/statement.ts';
import { cents } from './card.ts';

function open(ordinal: number, gross: number, paid = 0): OpenInvoice {
  const number = `INV-2026-${String(ordinal).padStart(4, '0')}`;
  return {
    number,
    reference: creditorReference(number) ?? '',
    gross: cents(gross),
    paid: cents(paid),
    issuedOn: '2026-11-24',
    buyer: `Client ${ordinal}`,
  };
}

const invoices = [open(1, 17_873), open(2, 5_000), open(3, 5_000), open(4, 900, 900)];

function entry(amount: number, more: Partial<StatementEntry> = {}): StatementEntry {
  const plain = { bookedOn: '2026-12-01', booked: true, reversal: false, text: '' };
  return { ...plain, amount: cents(amount), ...more };
}

describe('a deposit', () => {
  it('goes to the invoice whose reference it has, however that is written', () => {
    const reference = invoices[0]?.reference ?? '';
    const spaced = reference.replace(/(.{4})/g, '$1 ').toLowerCase();
    for (const more of [{ reference }, { text: `thanks ${spaced}` }]) {
      expect(matchOf(entry(17_873, more), invoices)).toEqual({
        kind: 'allocated',
        allocations: [{ number: 'INV-2026-0001', amount: 17_873n }],
        over: 0n,
      });
    }
  });

  it('goes to the invoice whose number stands in its words', () => {
    for (const text of ['INV-2026-0002', 'inv 2026 0002, 24 Nov', 'Inv20260002']) {
      expect(matchOf(entry(5_000, { text }), invoices)).toMatchObject({
        allocations: [{ number: 'INV-2026-0002', amount: 5_000n }],
      });
    }
    expect(matchOf(entry(4_000, { text: 'INV-2026-00021' }), invoices).kind).toBe('unknown');
    expect(matchOf(entry(4_000, { text: 'XINV-2026-0002' }), invoices).kind).toBe('unknown');
  });

  it('may be a part, and may be too much', () => {
    expect(matchOf(entry(1_000, { text: 'INV-2026-0002' }), invoices)).toMatchObject({
      allocations: [{ number: 'INV-2026-0002', amount: 1_000n }],
      over: 0n,
    });
    expect(matchOf(entry(6_000, { text: 'INV-2026-0002' }), invoices)).toMatchObject({
      allocations: [{ number: 'INV-2026-0002', amount: 5_000n }],
      over: 1_000n,
    });
  });

  it('may be for several invoices when it is their sum', () => {
    const text = 'INV-2026-0001 and INV-2026-0002';
    expect(matchOf(entry(22_873, { text }), invoices)).toMatchObject({
      kind: 'allocated',
      allocations: [{ amount: 17_873n }, { amount: 5_000n }],
    });
    expect(matchOf(entry(20_000, { text }), invoices)).toMatchObject({ kind: 'proposal' });
  });

  it('is only proposed by its amount, the payer deciding between equals', () => {
    expect(matchOf(entry(5_000), invoices)).toMatchObject({
      kind: 'proposal',
      candidates: ['INV-2026-0002', 'INV-2026-0003'],
    });
    expect(matchOf(entry(5_000, { payer: 'CLIENT-3' }), invoices)).toMatchObject({
      candidates: ['INV-2026-0003'],
    });
    expect(matchOf(entry(4_999), invoices)).toEqual({ kind: 'unknown' });
  });

  it('for what is paid already is shown to the operator', () => {
    expect(matchOf(entry(900, { text: 'INV-2026-0004' }), invoices)).toMatchObject({
      kind: 'proposal',
      why: 'what it names is paid already',
    });
  });
});

describe('what is no deposit', () => {
  it('is money that goes out, and money that is only announced', () => {
    expect(matchOf(entry(-900, { text: 'rent' }), invoices).kind).toBe('not-a-deposit');
    expect(matchOf(entry(-900, { text: 'INV-2026-0002' }), invoices).kind).toBe('not-a-deposit');
    expect(matchOf(entry(900, { booked: false }), invoices).kind).toBe('not-a-deposit');
  });

  it('is for the operator to judge when it names what was paid and the bank does not say why', () => {
    expect(matchOf(entry(-900, { text: 'INV-2026-0004' }), invoices)).toMatchObject({
      kind: 'proposal',
      candidates: ['INV-2026-0004'],
    });
  });

  it('is what the bank takes back: it is taken from the invoice that had it', () => {
    const back = entry(-900, { reversal: true, text: 'INV-2026-0004 insufficient funds' });
    expect(matchOf(back, invoices)).toMatchObject({
      kind: 'allocated',
      allocations: [{ number: 'INV-2026-0004', amount: -900n }],
    });
    expect(matchOf(entry(-900, { reversal: true }), invoices)).toMatchObject({
      kind: 'proposal',
      candidates: ['INV-2026-0004'],
    });
  });
});

describe('a thousand deposits', () => {
  it('find their invoices among ten thousand in seconds', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => open(index + 1, 5_000));
    const started = performance.now();
    for (let ordinal = 1; ordinal <= 1_000; ordinal += 1) {
      const text = `thanks for INV-2026-${String(ordinal).padStart(4, '0')}, Anna`;
      expect(matchOf(entry(5_000, { text }), many).kind).toBe('allocated');
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
