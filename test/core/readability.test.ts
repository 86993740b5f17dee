import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlockKind, documentOf } from '../../src/core/document.ts';
import { sentenceWordCounts, wordsOf } from '../../src/core/prose.ts';
import { readability } from '../../src/core/readability.ts';
import { syllablesOf } from '../../src/core/syllables.ts';

describe('sentences', () => {
  test.each([
    ['Mr. Adeyemi met Dr. Poole. They agreed.', [5, 2]],
    ['Bring a pen, e.g. a blue one. Thank you.', [7, 2]],
    ['See No. 5 on the list. No. We did not.', [6, 1, 3]],
    ['Smith v. Jones was heard at 5 p.m. on Monday.', [10]],
    ['Acme Inc. agreed. J. R. Hartley did not.', [3, 5]],
    ['“Really?” she said. “Yes!”', [3, 1]],
    ['It cost £3.50 in 2019. Forty people came', [5, 3]],
    ['1. The first point is short.', [5]],
    ['One thing—and one only—matters.', [6]],
    ['Wait... what? Nothing…', [2, 1]],
    ['', []],
    ['— * —', []],
  ])('of %j', (text, lengths) => {
    expect(sentenceWordCounts(text)).toEqual(lengths);
  });

  test('hold every word of the paragraph once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab.I ?!"—1 ') }), (text) => {
        const total = sentenceWordCounts(text).reduce((sum, count) => sum + count, 0);
        expect(total).toBe(wordsOf(text).length);
      }),
    );
  });
});

describe('syllables', () => {
  test.each<[number, string]>([
    [1, 'the make asked through queue clause house were don’t league 42'],
    [
      2,
      'table houses wanted likely statement special nation client quiet being player rhythm business',
    ],
    [
      3,
      'everyone document area idea agreement however syllable previous medium reaction committee',
    ],
    [4, 'material experience situation negotiate society cooperate criticism state-of-the-art'],
    [5, 'readability evaluation simultaneous'],
  ])('%i in each of: %s', (count, words) => {
    const wrong = words.split(' ').filter((word) => syllablesOf(word) !== count);
    expect(wrong).toEqual([]);
  });
});

describe('readability', () => {
  test('follows the two formulas', () => {
    const measured = readability(paragraphs('The cat sat on the mat. The dog ran.'));
    expect(measured).toMatchObject({ words: 9, sentences: 2, syllables: 9, wordsPerSentence: 4.5 });
    expect(measured.fleschReadingEase).toBeCloseTo(206.835 - 1.015 * 4.5 - 84.6, 2);
    expect(measured.fleschKincaidGrade).toBeCloseTo(0.39 * 4.5 + 11.8 - 15.59, 2);
    expect(measured.sentenceLengths.slice(0, 2)).toEqual([1, 1]);
  });

  test('counts sentences of more than 30 words as long', () => {
    const [thirty, more] = [30, 31].map((count) => `${'word '.repeat(count - 1)}end.`);
    expect(readability(paragraphs(`${thirty}`, `${more}`)).longSentenceShare).toBe(0.5);
  });

  test('leaves out what is not English prose', () => {
    const kinds: readonly BlockKind[] = ['heading', 'table-cell', 'caption', 'quotation'];
    const blocks = kinds.map((kind) => ({ kind, text: 'Not a sentence.', frozen: [] }));
    const foreign = {
      kind: 'paragraph',
      text: 'Guten Tag.',
      language: 'de-DE',
      frozen: [],
    } as const;
    const measured = readability(documentOf([...blocks, foreign]));
    expect(measured).toMatchObject({ words: 0, sentences: 0, fleschReadingEase: null });
    expect(measured.sentenceLengths.every((count) => count === 0)).toBe(true);
  });

  test('reads a very long paragraph in a few seconds', () => {
    const long = 'It was agreed that the committee should meet again. '.repeat(20_000);
    const started = performance.now();
    expect(readability(paragraphs(long)).sentences).toBe(20_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

function paragraphs(...texts: readonly string[]) {
  return documentOf(texts.map((text) => ({ kind: 'paragraph' as const, text, frozen: [] })));
}
