import { describe, expect, it } from 'vitest';
import { html } from '../../src/formats/html/html.ts';
import { formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf } from './golden.ts';
import { sourcesOf } from './sources.ts';
import { corpusSweep } from './sweep.ts';

formatFixtures(html);

formatContract('html', html, casesOf('html'));

const { open, textsOf, frozenOf, corrected } = sourcesOf(html);

describe('the text of a page', () => {
  it.each([
    ['<p>a\n   b<p> c </p>', ['a b', 'c']],
    ['<p>a <b> b</b> c</p>', ['a b c']],
    ['<p>a&nbsp;&nbsp;b &amp c &copy; &#x41; &nosuch;</p>', ['a\u00A0\u00A0b & c © A &nosuch;']],
    ['<p>a <br> b<br/>c</p>', ['a\nb\nc']],
    ['<p>a<br><br> b</p>', ['a', 'b']],
    ['a<div>b</div>c', ['a', 'b', 'c']],
    ['<a href="x"><h2>a</h2><p>b</p></a>', ['a', 'b']],
    ['<ul><li>a<li>b<ul><li>c</ul></ul>', ['a', 'b', 'c']],
    ['<p>a <!-- b --> c</p><script>d</script><style>e</style><pre>f</pre>', ['a c']],
    ['<p>a <img src=x alt=y> b <svg><text>c</text></svg></p>', ['a \uFFFC b \uFFFC']],
    [
      '<p>10 m<sup>2</sup> a<sup><a href="#1">[1]</a></sup> 10<sup>th</sup></p>',
      ['10 m\uFFFC a\uFFFC 10th'],
    ],
    ['<p hidden>a</p><p style="color:red; display: none">b</p><p>c</p>', ['c']],
    ['<p>***</p><p>a</p>', ['a']],
  ])('%s', (source, expected) => {
    expect(textsOf(source)).toEqual(expected);
  });

  it('says the kind and the language of its blocks', () => {
    const source =
      '<html lang="en-GB"><title>t</title><h1>a</h1><p>b</p><ol><li><p>c</p></ol><table><tr><th>d<td>e</table>' +
      '<blockquote><p>f</p></blockquote><figure><figcaption>g</figcaption></figure><p lang="de">h</p>' +
      '<p role="doc-footnote">i</p><p lang="">j</p>';
    const blocks = open(source).document.blocks.map((block) => [block.kind, block.language]);
    expect(blocks).toEqual([
      ['heading', 'en-GB'],
      ['heading', 'en-GB'],
      ['paragraph', 'en-GB'],
      ['list-item', 'en-GB'],
      ['table-cell', 'en-GB'],
      ['table-cell', 'en-GB'],
      ['quotation', 'en-GB'],
      ['caption', 'en-GB'],
      ['paragraph', 'de'],
      ['note', 'en-GB'],
      ['paragraph', undefined],
    ]);
  });

  it.each([
    ['<p>a <code>b <i>c</i></code> d</p>', ['b c']],
    ['<p>a <q>b</q> <cite>c</cite> <del>d</del> <kbd>e</kbd></p>', ['b', 'c', 'd', 'e']],
    ['<p>a <i lang="fr">b c</i> d</p>', ['b c']],
    ['<p>a <span translate="no">b</span> <span class="x notranslate">c</span></p>', ['b', 'c']],
    ['<div translate="no"><p>a b</p></div>', ['a b']],
    ['<blockquote>a <b>b</b></blockquote>', ['a b']],
    ['<p>a http://x.example/y b</p>', ['http://x.example/y']],
  ])('freezes what is not prose: %s', (source, expected) => {
    expect(frozenOf(source)).toEqual(expected);
  });
});

describe('a correction in HTML', () => {
  it.each([
    ['<p><b>th</b>e cat</p>', 'the', 'this', '<p><b>th</b>is cat</p>'],
    ['<p><b>t</b><i>e</i>h cat</p>', 'teh', 'the', '<p><b>t</b><i>he</i> cat</p>'],
    ['<p>a\n   teh\n   b</p>', 'a teh b', 'a the b', '<p>a\n   the\n   b</p>'],
    ['<p>a\n   a b</p>', 'a a', 'a', '<p>a b</p>'],
    ['<p>a &amp; b &eacute;s</p>', 'és', 'és & <c>', '<p>a &amp; b &eacute;s &amp; &lt;c&gt;</p>'],
    ['<p title="teh" class=teh>teh</p>', 'teh', 'the', '<p title="teh" class=teh>the</p>'],
    ['<title>teh</title><p>x', 'teh', 'R&D', '<title>R&amp;D</title><p>x'],
    ['<p>a<br>\n b c</p>', 'b c', 'b d', '<p>a<br>\n b d</p>'],
    ['<p>caf\u00e9 a\u00A0b</p>', 'a\u00A0b', 'c\u00A0b', '<p>caf\u00e9 c\u00A0b</p>'],
  ])('%s: %s, %s', (source, before, after, expected) => {
    expect(corrected(source, before, after)).toBe(expected);
  });

  it('beside code stays outside of it', () => {
    const opened = open('<p>Use <code>x</code></p>');
    const end = opened.document.text.length;
    const saved = opened.save([{ span: { start: end, end }, before: '', after: '.' }], 'clean');
    expect(Buffer.from(saved).toString()).toBe('<p>Use <code>x</code>.</p>');
  });

  it('is written as a reference where the page names no encoding, and as it is where it does', () => {
    expect(corrected('<p>Its</p>', 'Its', 'It’s')).toBe('<p>It&#x2019;s</p>');
    expect(corrected('<meta charset="utf-8"><p>Its</p>', 'Its', 'It’s')).toBe(
      '<meta charset="utf-8"><p>It’s</p>',
    );
  });
});

describe('the limits of HTML', () => {
  it('reads what nests deeply, and what closes nothing', () => {
    expect(textsOf(`${'<div>'.repeat(20_000)}word`)).toEqual(['word']);
    expect(textsOf(`${'<b><i>'.repeat(5_000)}word`)).toEqual(['word']);
  });
});

describe('html', () => {
  corpusSweep(html, 'html');
});
