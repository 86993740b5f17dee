import { describe, expect, it } from 'vitest';
import { type Results, withEarlier } from '../../bench/quality/results.ts';

const rates = { precision: {}, recall: {}, gleu: {}, exact: {}, falseEdits: {} };

function resultsOf(f05: Readonly<Record<string, number>>): Results {
  return {
    date: '2026-01-02',
    node: 'v24.0.0',
    systems: Object.entries(f05).map(([system, worth]) => ({
      ...rates,
      system,
      level: 'applied',
      f05: { letters: worth },
    })),
    spelling: Object.fromEntries(
      Object.entries(f05).map(([system, top1]) => [system, { slips: { top1, top5: 1 } }]),
    ),
    speed: {},
    curves: {},
  };
}

describe('withEarlier', () => {
  const earlier = resultsOf({ 'Proofdesk, standard': 0.1, Harper: 0.2, retext: 0.3 });

  it('replaces what was measured again, whatever pipeline its name tells, and leaves the rest', () => {
    expect(withEarlier(resultsOf({ Proofdesk: 0.4 }), earlier)).toEqual({
      ...resultsOf({ Proofdesk: 0.4, Harper: 0.2, retext: 0.3 }),
    });
  });

  it('keeps the order of the columns', () => {
    const { systems } = withEarlier(resultsOf({ Harper: 0.5 }), earlier);
    expect(systems.map(({ system, f05 }) => [system, f05['letters']])).toEqual([
      ['Proofdesk, standard', 0.1],
      ['Harper', 0.5],
      ['retext', 0.3],
    ]);
  });
});
