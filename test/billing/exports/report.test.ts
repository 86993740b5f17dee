import { describe, expect, it } from 'vitest';
import { ageing, monthReport } from '../../../src/billing/exports/report.ts';
import { awkwardBooks, booked, deposit, euro } from './books.ts';

describe('the report of a month', () => {
  it('says what was invoiced, taken back, received, and owed at its end', () => {
    expect(monthReport(awkwardBooks(), '2026-11')).toEqual([
      {
        currency: euro,
        invoiced: 8171n,
        credited: 0n,
        received: 1700n,
        refunded: 0n,
        credit: 0n,
        open: 7571n,
      },
    ]);
    expect(monthReport(awkwardBooks(), '2026-12')[0]).toEqual({
      currency: euro,
      invoiced: 100n,
      credited: -6940n,
      received: 100n,
      refunded: 0n,
      credit: 0n,
      open: 631n,
    });
    expect(monthReport(awkwardBooks(), '2020-01')).toEqual([]);
  });
});

describe('the list by age', () => {
  it('sorts what is open by days since the invoice', () => {
    const days = [
      '2026-11-24',
      '2026-10-25',
      '2026-10-24',
      '2026-09-24',
      '2026-08-26',
      '2026-08-25',
    ];
    const invoices = days.map((on, index) =>
      booked({ ordinal: index + 1, on, client: 'anna', nets: [[10n ** BigInt(index), 'AE']] }),
    );
    const [first] = invoices;
    if (!first) throw new Error('no invoice');
    const paid = booked({ ordinal: 9, on: '2026-01-01', client: 'ben', nets: [[5n, 'AE']] });
    const deposits = [deposit('x', '2026-11-24', 5n, [[paid, 5n]])];
    expect(ageing({ invoices: [...invoices, paid], deposits, credits: [] }, '2026-11-24')).toEqual([
      {
        client: 'anna',
        currency: euro,
        ages: [11n, 100n, 11_000n, 100_000n],
        open: 111_111n,
        overdue: 111_110n,
        credit: 0n,
      },
    ]);
  });
});
