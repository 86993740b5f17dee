import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOurWords } from '../../src/core/our-words.ts';

const list = `
# people
Okonkwo
Nnamdi Azikiwe   # with a remark
GitHub
C#

# terms
onboard
tokenise
query
cyber*
Neo*
mutatis mutandis
`;

describe('createOurWords', () => {
  const isOurs = createOurWords([list]);

  it.each([
    'Okonkwo',
    'Okonkwo’s',
    "Okonkwo's",
    'Okonkwos',
    'Okonkwos’',
    'OKONKWO',
    'OKONKWO’S',
    'GitHub',
    'GITHUB',
    'GitHub-Okonkwo',
    'Nnamdi Azikiwe',
    'Nnamdi  Azikiwe',
    'C#',
    'onboard',
    'Onboard',
    'ONBOARD',
    'onboards',
    'onboarded',
    'Onboarding',
    'tokenised',
    'tokenising',
    'queries',
    'queried',
    'cybernaut',
    'Cyberpunk',
    'NeoLogic',
    'mutatis mutandis',
    'Mutatis Mutandis',
    'Mutatis mutandis',
  ])('covers %s', (word) => {
    expect(isOurs(word)).toBe(true);
  });

  it.each([
    'okonkwo',
    'Okonkwa',
    'Github',
    'github',
    'oNboard',
    'onboardest',
    'boarding',
    'mutatis',
    'Nnamdi',
    'neologic',
    'people',
    '#',
    '',
    ' ',
    '-',
    'GitHub-other',
  ])('does not cover %s', (word) => {
    expect(isOurs(word)).toBe(false);
  });

  it('covers nothing without entries', () => {
    expect(createOurWords([])('word')).toBe(false);
    expect(createOurWords(['# only a remark\n*\n'])('word')).toBe(false);
  });

  it('reads several lists, whatever their line ends', () => {
    const both = createOurWords(['alpha\r\nBeta\r\n', 'gamma']);
    expect(['alpha', 'Beta', 'gamma'].every(both)).toBe(true);
    expect(both('beta')).toBe(false);
  });

  it('takes composed and decomposed accents for the same', () => {
    expect(createOurWords(['Bront\u00eb'])('Bronte\u0308')).toBe(true);
  });

  it('covers every plain entry, its possessive and its capitals', () => {
    const entry = fc.stringMatching(/^[A-Za-z]{3,12}$/);
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), (entries) => {
        const covers = createOurWords([entries.join('\n')]);
        for (const word of entries) {
          expect(covers(word)).toBe(true);
          expect(covers(`${word}’s`)).toBe(true);
          expect(covers(word.toUpperCase())).toBe(true);
        }
      }),
    );
  });

  it('is quick, however long the list', () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `word${index}`);
    const covers = createOurWords([lines.join('\n')]);
    const started = performance.now();
    for (let index = 0; index < 50_000; index += 1) covers(`Word${index}s`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
