import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordTable, startsAfter } from '../../src/core/word-table.ts';

const text = '\nrun\truns\nlie\tlies\tlay\nlay\tlays\n';

describe('a table of words', () => {
  it('finds a word by itself and not by a part of it', () => {
    const table = createWordTable(text, startsAfter('\n', text), '\t');
    expect(['run', 'lie', 'lay', 'ru', 'runs', ''].map(table.indexOf)).toEqual([
      0, 1, 2, -1, -1, 3,
    ]);
  });

  it('finds all places of a word', () => {
    const all = Uint32Array.from([...text.matchAll(/[a-z]+/g)].map(({ index }) => index));
    const table = createWordTable(text, all, '\t');
    expect(table.indicesOf('lay')).toEqual([4, 5]);
    expect(table.indicesOf('lain')).toEqual([]);
  });

  it('finds what a list would', () => {
    const words = fc.array(fc.stringMatching(/^[a-cé’]{1,4}$/), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.stringMatching(/^[a-cé’]{1,4}$/), (list, wanted) => {
        const lines = list.map((word) => `\n${word}`).join('');
        const table = createWordTable(lines, startsAfter('\n', lines), '\n');
        const places = list.flatMap((word, index) => (word === wanted ? [index] : []));
        expect(table.indicesOf(wanted)).toEqual(places);
        expect(table.indexOf(wanted)).toBe(list.indexOf(wanted));
      }),
    );
  });
});
