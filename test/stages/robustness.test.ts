import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/core/document.ts';
import { stages } from '../../src/stages/index.ts';
import { proofreaderOf, readCases } from './cases.ts';

/** Those that read patterns; the others have engines and dictionaries to be tested with. */
const ruled = stages.filter((stage) => stage.name !== 'grammar' && stage.name !== 'spelling');

/** All stages together need about a second; one that looked at the whole again for each part would need minutes. */
const patienceMs = 15_000;

const monsters: readonly (readonly [string, string])[] = [
  ['one word of 50,000 letters', 'a'.repeat(50_000)],
  ['50,000 commas', ','.repeat(50_000)],
  ['20,000 times the same word', 'the '.repeat(20_000)],
  ['20,000 opening brackets', '('.repeat(20_000)],
  ['20,000 quotation marks', '" '.repeat(20_000)],
  ['20,000 stops with spaces', '. '.repeat(20_000)],
  ['a sentence of 20,000 words', 'I was here and it is '.repeat(4_000)],
  ['20,000 hyphens', 'a-b '.repeat(20_000)],
  ['20,000 acronyms', 'World Health (WH) WH '.repeat(5_000)],
];

describe.each(ruled)('$name', (stage) => {
  const proofread = proofreaderOf(stage);

  it('says nothing of an empty document', async () => {
    expect((await proofread(documentOf([]))).findings).toEqual([]);
    const empty = documentOf([{ kind: 'paragraph', text: '', frozen: [] }]);
    expect((await proofread(empty)).findings).toEqual([]);
  });

  it('keeps every finding inside its paragraph and out of frozen text, on any mixture of its cases', async () => {
    const pieces = readCases(stage.name).flatMap(({ wrong }) => wrong.split(/(?<=\s)/u));
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 30 })
      .map((words) => words.join('').replace(/\n{2,}/g, '\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (texts) => {
        const document = documentOf(
          texts.map((part) => ({
            kind: 'paragraph',
            text: part,
            frozen: part.length > 4 ? [{ start: 1, end: 4 }] : [],
          })),
        );
        for (const { span, corrections, confidence, rule } of (await proofread(document))
          .findings) {
          const block = document.blocks.find(({ span: { end } }) => span.start <= end);
          expect(span.end).toBeLessThanOrEqual(block?.span.end ?? -1);
          expect(Object.keys(stage.rules)).toContain(rule);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          for (const { before, after } of corrections) expect(after).not.toBe(before);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a document made to be slow', () => {
  it.each(monsters)('%s', async (_, text) => {
    const document = documentOf([{ kind: 'paragraph', text: text.trim(), frozen: [] }]);
    const started = performance.now();
    for (const stage of ruled) await proofreaderOf(stage)(document);
    expect(performance.now() - started).toBeLessThan(patienceMs);
  });
});
