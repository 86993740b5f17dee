import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createLexicon } from '../../../src/core/lexicon.ts';
import { createBigrams } from '../../../src/stages/spelling/bigrams.ts';
import { createDeletesIndex, nearByScan } from '../../../src/stages/spelling/deletes-index.ts';

const dictionaries = new URL('../../../dictionaries/', import.meta.url);
const list = (name: string) => readFileSync(new URL(`${name}.txt`, dictionaries), 'utf8');
const lexicon = createLexicon(list('en-counts'));

it('finds the same words without the index as with it', () => {
  const { near } = createDeletesIndex(lexicon);
  for (const word of ['recieve', 'teh', 'a', 'definately', 'xqzv', 'goverment', 'untill']) {
    const found = nearByScan(lexicon, word, () => true);
    expect([...found]).toEqual([...near(word)].sort((a, b) => a - b));
    const short = nearByScan(lexicon, word, (_, length) => length < 6);
    expect([...short]).toEqual([...found].filter((id) => lexicon.lengthAt(id) < 6));
  }
});

it('reads of the pairs of words what the list has', () => {
  const text = list('en-bigrams');
  const bigrams = createBigrams(text, lexicon);
  const lines = text.split('\n').filter((line, at) => line !== '' && at % 100 === 0);
  for (const line of lines) {
    const [first = '', pairs = ''] = line.split('\t');
    const [second = '', count] = pairs.split(' ').slice(-2);
    const ids = [lexicon.idOf(first), lexicon.idOf(second)] as const;
    expect(bigrams.countOf(...ids)).toBe(Number(count));
    expect(bigrams.countOf(ids[0], lexicon.idOf('zygote'))).toBe(0);
  }
});
