import { describe, expect, it } from 'vitest';
import { countGrams } from '../../scripts/model/grams.ts';
import { packGrams } from '../../scripts/model/pack.ts';
import { createVocabulary } from '../../scripts/model/vocabulary.ts';
import { agreementOf } from '../../src/stages/context/agreement.ts';
import { createLanguageModel, modelBytes } from '../../src/stages/context/model.ts';
import { contextTokens } from '../../src/stages/context/tokens.ts';

const formsOf = (text: string) => contextTokens(text).map(({ form }) => form);

describe('the tokens of the model', () => {
  it('are in small letters, with straight apostrophes, and a possessive apart', () => {
    expect(formsOf('It’s Anna’s “well-known” dog.')).toEqual(
      `it's anna 's " well-known " dog .`.split(' '),
    );
  });

  it('take every number for the same', () => {
    expect(formsOf('In 1999, $3.50.')).toEqual(['in', '0', ',', '0', '.']);
  });

  it('know where they stand', () => {
    const text = 'A dog’s life, at 5.';
    for (const token of contextTokens(text)) {
      expect(text.slice(token.start, token.end)).toBe(token.text);
    }
  });
});

describe('the language model', () => {
  const lines = ['the dog barks', 'the dog sleeps', 'the dog barks', 'a cat sleeps'];
  const sentences = lines.map((line) => ({ tokens: contextTokens(line), weight: 2 }));
  const { forms, counts, text } = createVocabulary(() => sentences);
  const packed = packGrams(countGrams(text, 100));
  const bytes = modelBytes({ forms, counts, ...packed });
  const model = createLanguageModel(bytes);
  const [the, dog, barks, cat] = ['the', 'dog', 'barks', 'cat'].map((word) => model.idOf(word));

  it('gives back what was counted, to a quarter of a logarithm', () => {
    expect(model.wordCount(dog ?? 0)).toBe(3);
    expect(model.pairCount(the ?? 0, dog ?? 0)).toBeCloseTo(3, 0);
    expect(model.gramCount([0, the ?? 0, dog ?? 0, barks ?? 0])).toBeCloseTo(2, 0);
    expect(model.pairCount(the ?? 0, cat ?? 0)).toBe(0);
  });

  it('takes what follows often for likelier', () => {
    const chanceOf = (last = 0) => model.logProbability([the ?? 0, dog ?? 0, last], 2);
    expect(chanceOf(barks)).toBeGreaterThan(chanceOf(cat));
  });

  it('has a class for each kind of unknown word', () => {
    expect([model.idOf('xyz'), model.idOf('xyz', true), model.idOf('x-y')]).toEqual([0, 1, 4]);
  });

  it('reads bytes that begin anywhere, and no other file', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(createLanguageModel(shifted.subarray(1)).wordCount(dog ?? 0)).toBe(3);
    expect(() => createLanguageModel(new Uint8Array(64))).toThrow('not a language model');
  });
});

describe('agreement', () => {
  const isBase = (form: string) => ['go', 'reason'].includes(form);

  it.each([
    ['goes', 'verb', 'he', 1],
    ['go', 'verb', 'he', -1],
    ['went', 'verb', 'did not', -1],
    ['go', 'verb', 'did not', 1],
    ['gone', 'verb', 'has never', 1],
    ['going', 'verb', 'looks forward to', 0],
    ['go', 'verb', 'does he', 0],
    ['reason', 'noun', 'several', -1],
    ['reasons', 'noun', 'one of the', 1],
    ['reasons', 'noun', 'the', 0],
  ] as const)('%s (%s) after %s: %i', (form, change, before, expected) => {
    expect(agreementOf(form, change, { before: before.split(' '), isBase })).toBe(expected);
  });
});
