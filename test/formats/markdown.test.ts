import { describe, expect, it } from 'vitest';
import { DocumentProblem } from '../../src/core/problem.ts';
import { markdown } from '../../src/formats/markdown/markdown.ts';
import { formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf } from './golden.ts';
import { sourcesOf } from './sources.ts';
import { corpusSweep } from './sweep.ts';

formatFixtures(markdown);

formatContract('markdown', markdown, casesOf('markdown'));

const { open, frozenOf, corrected } = sourcesOf(markdown);

describe('a correction in Markdown', () => {
  it.each([
    // the marks around a word stay where they are
    ['A *teh* b', 'teh', 'the', 'A *the* b'],
    ['un**believ**able', 'unbelievable', 'unbearable', 'un**bear**able'],
    // an insertion goes with the word that it belongs to
    ['**one** two', 'one', 'one more', '**one more** two'],
    ['see [another][r]\n\n[r]: x', 'another', 'other', 'see [other][r]\n\n[r]: x'],
    // marks with nothing left between them go too
    ['a **b** c', ' b', '', 'a c'],
    // a colon amid a word would undo the marks, so it stands outside
    ['**Note**text', 'Note', 'Note:', '**Note**:text'],
    // a space moves out of the marks
    ['a **b c** d', 'c ', '', 'a **b** d'],
    // what is not markup is not escaped
    ['a b', 'b', 'snake_case * 3 (x) #1!', 'a snake_case * 3 (x) #1!'],
    // what would be is
    ['a b', 'b', '*b* [c] `d` <e> &amp;', 'a \\*b\\* \\[c\\] \\`d\\` \\<e> \\&amp;'],
    ['a b', 'a', '#', '\\# b'],
    ['a b', 'a', '1.', '1\\. b'],
    ['a | b\n--|--\nc | d', 'c', 'c|d', 'a | b\n--|--\nc\\|d | d'],
    ['see [x](y)', 'see ', 'see!', 'see\\![x](y)'],
    // entities and escapes are characters like others
    ['caf&eacute; \\* &amp; x', 'café * & x', 'cafés * & y', 'caf&eacute;s \\* &amp; y'],
  ])('%s: %s, %s', (source, before, after, expected) => {
    expect(corrected(source, before, after)).toBe(expected);
  });

  it('keeps its place in lists, quotations and tables with any line ends', () => {
    const source = '> quoted\r\n\r\n1. a item\r\n   goes on\r\n\r\n| a |\r\n|---|\r\n| teh |\r\n';
    expect(corrected(source, 'a item', 'an item')).toBe(source.replace('a item', 'an item'));
    expect(corrected(source, 'teh', 'the')).toBe(source.replace('teh', 'the'));
  });

  it('within a block of HTML is written as HTML', () => {
    const source = '<div>\n<p>Fish <b>&amp;</b> chip</p>\n</div>\n';
    expect(corrected(source, 'chip', 'chips < *peas*')).toBe(
      '<div>\n<p>Fish <b>&amp;</b> chips &lt; *peas*</p>\n</div>\n',
    );
  });

  it('never adds a line', () => {
    expect(() => corrected('one two', 'one', 'one\n\ntwo')).toThrow(/adds a line/);
  });
});

describe('what Markdown freezes or leaves out', () => {
  it('front matter, code, definitions and comments have no text', () => {
    const source =
      '---\ntitle: teh\n---\n\n```\nteh\n```\n\n    teh\n\n[a]: teh.html "teh"\n\n<!-- teh -->\n\nText.';
    expect(open(source).document.text).toBe('Text.');
  });

  it.each([
    ['a `b c` d', ['b c']],
    ['a <https://x.example> b', ['https://x.example']],
    ['a www.x.example b', ['www.x.example']],
    ['a ~~b c~~ d', ['b c']],
    ['a [b][] and [b] d\n\n[b]: x', ['b', 'b']],
    ['a ![b](c) d', ['\uFFFC']],
    ['a[^1] d\n\n[^1]: Note', ['\uFFFC']],
    ['a <kbd>b</kbd> d', ['b']],
    ['a $x_1 + y$ for $5 and $10', ['$x_1 + y$']],
    [':::note\ntext\n:::', [':::note', ':::']],
    ['a :tada: {% b %} {#id} d', [':tada:', '{% b %}', '{#id}']],
    ['> a quotation', ['a quotation']],
  ])('%s', (source, expected) => {
    expect(frozenOf(source)).toEqual(expected);
  });

  it('the text of a link to elsewhere is the author’s own', () => {
    expect(frozenOf('a [teh link](https://x.example/teh) b')).toEqual([]);
    expect(frozenOf('a [teh link][r] b\n\n[r]: x')).toEqual([]);
  });
});

describe('the limits of Markdown', () => {
  it('refuses what would take the parser minutes', () => {
    expect(() => open('a word '.repeat(600_000))).toThrow(DocumentProblem);
    expect(() => open('a word\n'.repeat(20_000))).toThrow(/blank one/);
  });

  it('reads what nests deeply', () => {
    expect(open(`${'>'.repeat(2_000)} word`).document.text).toBe('word');
    expect(open(`${'*a **b '.repeat(2_000)}`).document.blocks).toHaveLength(1);
  });
});

describe('markdown', () => {
  corpusSweep(markdown, 'md');
});
