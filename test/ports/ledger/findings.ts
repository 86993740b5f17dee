import { describe, expect, it } from 'vitest';
import type { DecidedFinding } from '../../../src/core/finding.ts';
import { freshLedger, type OpenEmpty } from './fresh-ledger.ts';
import { receive, second } from './setting.ts';

export function findingContract(open: OpenEmpty): void {
  describe('findings', () => {
    const ledger = freshLedger(open);

    it('come back as they were put, in the same order', async () => {
      const { id } = await receive(ledger());
      await ledger().transaction((tx) => tx.putFindings(id, [full, bare], second(1)));
      expect(await ledger().findings(id)).toEqual([full, bare]);
    });

    it('are replaced as a whole', async () => {
      const { id } = await receive(ledger());
      const other = await receive(ledger(), { path: 'b.docx' });
      await ledger().transaction((tx) => tx.putFindings(id, [full, bare], second(1)));
      await ledger().transaction((tx) => tx.putFindings(other.id, [full], second(1)));
      await ledger().transaction((tx) => tx.putFindings(id, [bare], second(2)));
      expect(await ledger().findings(id)).toEqual([bare]);
      expect(await ledger().findings(other.id)).toEqual([full]);
      await ledger().transaction((tx) => tx.putFindings(id, [], second(3)));
      expect(await ledger().findings(id)).toEqual([]);
    });

    it('keep fractions, emptiness, and any character', async () => {
      const { id } = await receive(ledger());
      const odd: DecidedFinding = {
        ...full,
        confidence: 0.1 + 0.2,
        message: 'a "quote", a \\, a line\nbreak, 💬, \u2028, and \ud83d alone',
        corrections: [{ span: { start: 3, end: 3 }, before: '', after: '\u0000' }],
      };
      await ledger().transaction((tx) => tx.putFindings(id, [odd], second(1)));
      const [back] = await ledger().findings(id);
      expect(back?.confidence).toBe(0.1 + 0.2);
      expect(back?.corrections).toEqual(odd.corrections);
    });

    it('are taken by the ten thousand', { timeout: 10_000 }, async () => {
      const { id } = await receive(ledger());
      const many = Array.from({ length: 10_050 }, (_, start) => ({
        ...full,
        span: { start, end: start + 3 },
      }));
      await ledger().transaction((tx) => tx.putFindings(id, many, second(1)));
      expect(await ledger().findings(id)).toEqual(many);
    });

    it('of an impossible confidence are refused', async () => {
      const { id } = await receive(ledger());
      const impossible = { ...full, confidence: 1.5 };
      const attempt = ledger().transaction((tx) => tx.putFindings(id, [impossible], second(1)));
      await expect(attempt).rejects.toThrow(/constraint/i);
    });
  });
}

const full: DecidedFinding = {
  stage: 'spelling',
  rule: 'unknown-word',
  span: { start: 10, end: 13 },
  message: '“teh” is not a word',
  confidence: 0.97,
  corrections: [
    { span: { start: 10, end: 13 }, before: 'teh', after: 'the' },
    { span: { start: 10, end: 13 }, before: 'teh', after: 'ten' },
  ],
  url: 'https://example.org/unknown-word',
  decision: 'suggested',
  reason: 'It changes a name.',
};

const bare: DecidedFinding = {
  stage: 'readability',
  rule: 'long-sentence',
  span: { start: 0, end: 0 },
  message: 'This sentence has 61 words.',
  confidence: 0,
  corrections: [],
  decision: 'noted',
};
