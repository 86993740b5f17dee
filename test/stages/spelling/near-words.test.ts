import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createLexicon } from '../../../src/core/lexicon.ts';
import { createBigrams } from '../../../src/stages/spelling/bigrams.ts';
import { confusionWeightsIn } from '../../../src/stages/spelling/confusions.ts';
import {
  createDeletesIndex,
  letterDeletes,
  nearByScan,
  soundDeletes,
} from '../../../src/stages/spelling/deletes-index.ts';
import { createNearWords } from '../../../src/stages/spelling/near-words.ts';

const dictionaries = new URL('../../../dictionaries/', import.meta.url);
const list = (name: string) => readFileSync(new URL(`${name}.txt`, dictionaries), 'utf8');
const lexicon = createLexicon(list('en-counts'));

it.each([
  ['letters', letterDeletes],
  ['sounds', soundDeletes],
])('finds the same words by %s without the index as with it', (_what, deletes) => {
  const { near } = createDeletesIndex(lexicon, deletes);
  for (const word of ['recieve', 'teh', 'a', 'definately', 'xqzv', 'goverment', 'untill']) {
    const found = nearByScan(word, { lexicon, deletes, isLikely: () => true });
    expect([...found]).toEqual([...near(word)].sort((a, b) => a - b));
    const isLikely = (_: Uint8Array, length: number): boolean => length < 6;
    const short = nearByScan(word, { lexicon, deletes, isLikely });
    expect([...short]).toEqual([...found].filter((id) => lexicon.lengthAt(id) < 6));
  }
});

it('proposes the same for a word whether it comes early or late in a text', () => {
  const weights = confusionWeightsIn(list('en-confusions'));
  const words = ['definately', 'fisiks', 'nolige', 'aspeshully', 'anavirsary', 'xqzv', 'kwarter'];
  const late = createNearWords(lexicon, weights);
  for (let round = 0; round < 20; round += 1)
    late(`unlikli${round}`.replace(/\d+/, (n) => 'q'.repeat(Number(n))));
  for (const word of words) {
    const early = createNearWords(lexicon, weights)(word);
    const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id;
    expect(early.toSorted(byId)).toEqual(late(word).toSorted(byId));
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
