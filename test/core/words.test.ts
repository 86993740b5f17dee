import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/core/words.ts';

describe('countWords, by the rule word-like/1', () => {
  it.each([
    ['state-of-the-art e-mail well-being re-open co-op', 5],
    ['and/or either/or', 2],
    ['He stopped—then ran — away', 5],
    ['pages 10–12', 2],
    ['See https://example.org/a-b?c=d or write to a.b@example.org', 6],
    ['Ça va ? Oui !', 5],
    ['Wait...what? ok . . . done', 6],
    ['• First item', 3],
    ['校对 文件很重要', 7],
    ['zero\u200bwidth soft\u00adhyphen', 2],
    ['a\ufffcb', 1],
    ['\ufffc', 0],
    ['  spaces\u00a0and\ttabs\nand\r\nlines  ', 5],
    ['', 0],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
