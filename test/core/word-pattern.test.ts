import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/core/document.ts';
import { passagesOf } from '../../src/core/passage.ts';
import { createPatternFinder, type WordPattern } from '../../src/core/word-pattern.ts';

const processor = unified().use(retextEnglish).freeze();

/** What a pattern marks in a text, each match as it stands there. */
function found(pattern: string | WordPattern, text: string): readonly string[] {
  const document = documentOf([{ kind: 'paragraph', text, frozen: [] }]);
  const file = new VFile({ value: text, data: { document } });
  const tree: Root = processor.parse(file);
  const tokens = passagesOf(tree, file)[0]?.tokens ?? [];
  const find = createPatternFinder([typeof pattern === 'string' ? { find: pattern } : pattern]);
  return tokens.flatMap((_, index) => {
    const match = find(tokens, index);
    if (!match) return [];
    const words = tokens.slice(match.first, match.last + 1);
    return [words.map((token) => token.text).join('')];
  });
}

describe('createPatternFinder', () => {
  it.each([
    ['more [then] one', 'More then one, more then two.', ['then']],
    ['more|less [then]', 'less then; then more', ['then']],
    ['[case and point]', 'a case and point, a case in point', ['case and point']],
    ['[a|an hour]', 'an hour, a hour, the hour', ['an hour', 'a hour']],
    ['!the [women] who', 'The women who left, women who came.', ['women']],
    ['[of] !course', 'Of course of all of', ['of', 'of']],
    ['[its] =a', 'its a day, its A side', ['its']],
    ['[of] ?not been', 'of been of not been of now been', ['of', 'of']],
    ['[in] _ sea', 'in the sea, in sea', ['in']],
    ['^ [its]', 'Its late. “Its odd.” Not its.', ['Its', 'Its']],
    ['[to] $', 'He came to. He has to, too. To go!', ['to', 'to']],
    ['^|if [your] late', 'Your late. If your late, go. Is your late aunt in?', ['Your', 'your']],
    [', [than] he', 'First, than he, and than he.', ['than']],
    ['[your] :comparative', 'your better, your best', ['your']],
    ['[their] !:ing', 'their going, their house', ['their']],
  ])('%s', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  it('keeps silent after a word that governs the sentence', () => {
    const pattern = { find: 'better [then] the', unless: ['if'] };
    expect(found(pattern, 'It is better then the first.')).toEqual(['then']);
    expect(found(pattern, 'If it is better then the first wins.')).toEqual([]);
    expect(found(pattern, 'If so, go. It is better then the first.')).toEqual(['then']);
  });

  it('does not look across marks, line breaks and frozen text', () => {
    expect(found('more [then] one', 'more, then one')).toEqual([]);
    expect(found('more [then] one', 'more\nthen one')).toEqual([]);
    expect(found('see [then] one', 'see www.example.org then one')).toEqual([]);
  });

  it('gives the first of several patterns', () => {
    expect(found('more [then] ?than one', 'more then than one')).toEqual(['then']);
  });

  it('tells a slip in a pattern', () => {
    expect(() => found('more then', 'x')).toThrow('without [ ]');
    expect(() => found('[a] :nonsense', 'x')).toThrow(':nonsense');
  });
});
