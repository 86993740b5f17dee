import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dialectOf, parseDialectWords } from '../../src/core/dialect.ts';
import { documentOf } from '../../src/core/document.ts';

const words = parseDialectWords(
  readFileSync(new URL('../../dictionaries/en-variants.txt', import.meta.url), 'utf8'),
);

function of(text: string, language?: string): string | undefined {
  const mark = language === undefined ? {} : { language };
  return dialectOf(documentOf([{ kind: 'paragraph', text, frozen: [], ...mark }]), words);
}

describe('the English of a document', () => {
  it('is told by words that only one side writes so', () => {
    expect(of('The colour of the harbour is grey in the theatre.')).toBe('en-GB');
    expect(of('The color of the harbor is gray in the theater.')).toBe('en-US');
  });

  it('is told by words before marks, which programs set by themselves', () => {
    expect(of('The colour of the harbour.', 'en-US')).toBe('en-GB');
    expect(of('The color of the harbor.', 'en-GB')).toBe('en-US');
    expect(of('The colour of the harbour.', 'en-AU')).toBe('en-AU');
    expect(of('The colour of the harbour.', 'fr-FR')).toBe('en-GB');
  });

  it('is that of the marks when words tell little or both things', () => {
    expect(of('A plain text.', 'en-CA')).toBe('en-CA');
    expect(of('The colour, once.', 'en-CA')).toBe('en-CA');
    expect(of('The colour of the harbor, the color of the harbour.', 'en-GB')).toBe('en-GB');
  });

  it('is told by nothing where there are neither', () => {
    expect(of('A plain text.')).toBeUndefined();
    expect(of('Un texte.', 'fr-FR')).toBeUndefined();
  });

  it('is not told by names', () => {
    expect(of('The Labour Centre met the Harbour Theatre.')).toBeUndefined();
  });
});
