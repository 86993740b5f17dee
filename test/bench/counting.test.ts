import { describe, expect, it } from 'vitest';
import { changesPerThousand, exactShare } from '../../bench/quality/counting.ts';

describe('edits in 1,000 words', () => {
  it.each([
    ['the same', 'We met on Monday.', 'We met on Monday.', 0],
    ['a word', 'We meet on Monday.', 'We met on Monday.', 1],
    ['a comma', 'On Monday we met.', 'On Monday, we met.', 1],
    ['a space', 'We  met.', 'We met.', 1],
    ['two places', 'we met on monday.', 'We met on Monday.', 2],
    ['words side by side', 'We has went home.', 'We have gone home.', 1 + 1],
    ['an end', 'We met', 'We met.', 1],
  ])('count %s', (_name, before, after, places) => {
    expect(changesPerThousand([before], [after], 1000)).toBe(places);
  });

  it('count all lines over all words', () => {
    expect(changesPerThousand(['a b', 'c d'], ['a b', 'c e'], 4)).toBe(250);
  });
});

describe('sentences made right', () => {
  const pair = { bad: '', good: ['It’s “here”.', 'It is here.'], isCore: true };

  it('may be any right version, with quotation marks of any shape', () => {
    expect(exactShare([pair, pair], ['It\'s "here".', 'It is here.'])).toBe(1);
  });

  it('are wrong when a letter differs', () => {
    expect(exactShare([pair, pair], ['It is here.', 'It is there.'])).toBe(0.5);
  });
});
