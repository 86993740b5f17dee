import { describe, expect, it } from 'vitest';
import { invoicePaper } from '../../src/billing/invoice-paper.ts';
import type { Service } from '../../src/billing/rate-card.ts';
import { cardOf, dec, orderOf, words } from './card.ts';
import { invoiceOf, phrasesOf } from './invoices.ts';

const english = phrasesOf('en');
const german = phrasesOf('de');
const perWord = { model: 'per-word', rate: dec('0.02'), block: 1 } as const;

describe('what stands on a paper', () => {
  it('tells tiers apart also beyond what a fixed price holds', () => {
    const tiers = {
      mode: 'graduated',
      steps: [{ upTo: 1_000, rate: dec('0.02') }, { rate: dec('0.01') }],
    } as const;
    const card = cardOf(perWord, {
      services: new Map<string, Service>([
        ['Reading', { ...perWord, tiers }],
        ['Site', { model: 'flat', rate: dec('9'), includes: { words: 300, beyond: 'Reading' } }],
      ]),
    });
    const { rows } = invoicePaper(
      invoiceOf(orderOf({ service: 'Site', ...words(1_500) }), card),
      english,
    );
    expect(rows.map(({ text, quantity }) => `${text}: ${quantity}`)).toEqual([
      'Site: 1',
      'Reading, words 301 to 1,300: 1,000 words',
      'Reading, words beyond 1,300: 200 words',
    ]);
  });

  it('says by what a difficult text raised the price', () => {
    const complexity = [{ findingsMax: 10, factor: dec('1') }, { factor: dec('1.25') }];
    const card = cardOf({ ...perWord, complexity });
    const of = (findingsPerThousand: number, phrases = english) => {
      const order = orderOf({ ...words(100), findingsPerThousand });
      return invoicePaper(invoiceOf(order, card), phrases).rows[0]?.text;
    };
    expect(of(9)).toBe('proofread');
    expect(of(11)).toBe('proofread, × 1.25 for a difficult text');
    expect(of(11, german)).toBe('proofread, × 1,25 für einen schwierigen Text');
  });

  it('says how many words are a page where pages are charged', () => {
    const paged = cardOf({ model: 'per-page', rate: dec('4'), block: 1 });
    const footerOf = (card: typeof paged) =>
      invoicePaper(invoiceOf(orderOf(words(600)), card, { wordsPerPage: 250 }), english).footer;
    expect(footerOf(paged)[0]).toMatch(/is one word\. A page has 250 words\.$/);
    expect(footerOf(cardOf(perWord))[0]).toMatch(/is one word\.$/);
  });

  it('names the month where it is for one', () => {
    const monthly = invoiceOf(orderOf(words(9)), cardOf(perWord), {
      job: '2026-11',
      period: '2026-11',
    });
    expect(invoicePaper(monthly, german).facts).toContainEqual({
      label: 'Monat',
      value: 'November 2026',
    });
  });
});
