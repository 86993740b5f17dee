import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit.ts';
import { odt } from '../../../src/formats/odt/odt.ts';
import { rejectedText } from '../../../src/formats/odt/rejected-text.ts';
import { stamp } from './laws.ts';
import { flatXml, odtFileOf, partXml, stylesXml } from './package.ts';

const paragraph = '<text:p>Text</text:p>';
const region =
  '<text:changed-region xml:id="a"><text:insertion><office:change-info><dc:creator>C</dc:creator><dc:date>2026-01-02T03:04:05</dc:date></office:change-info></text:insertion></text:changed-region>';

describe('odt warnings', () => {
  it('has none for a plain document', () => {
    expect(odt.open(odtFileOf(paragraph)).warnings).toEqual([]);
  });

  it.each([
    ['1 open revision in', `<text:tracked-changes>${region}</text:tracked-changes>${paragraph}`],
    ['Text in drawings', '<text:p><draw:rect><text:p>In it</text:p></draw:rect></text:p>'],
    ['Hidden text', '<text:section text:display="none"><text:p>x</text:p></text:section>'],
    ['Protected parts', '<text:section text:protected="true"><text:p>x</text:p></text:section>'],
    [
      'content of another file',
      '<text:section><text:section-source/><text:p>x</text:p></text:section>',
    ],
    ['(fr)', '<text:p><text:span text:style-name="F">Bonjour</text:span></text:p>'],
    [
      '2 words are marked',
      '<text:p><text:span text:style-name="N">zz qq</text:span> it is</text:p>',
    ],
  ])('says "%s"', (sentence, body) => {
    const automatic =
      '<style:style style:name="F" style:family="text"><style:text-properties fo:language="fr"/></style:style>' +
      '<style:style style:name="N" style:family="text"><style:text-properties fo:language="zxx" fo:country="none"/></style:style>';
    expect(odt.open(odtFileOf(body, { automatic })).warnings.join('\n')).toContain(sentence);
  });

  it('says that there are macros', () => {
    const file = odtFileOf(paragraph, { 'Basic/Standard/Module1.xml': '<x/>' });
    expect(odt.open(file).warnings).toEqual([
      'The document holds macros; they were kept and not run.',
    ]);
  });
});

describe('odt settings', () => {
  it.each([
    ['read-only', 'LoadReadonly', 'true'],
    ['changes are tracked', 'RedlineProtectionKey', 'abc='],
  ])('says that the document is %s', (sentence, name, value) => {
    const item = `<item name="${name}" type="x">${value}</item>`;
    const file = odtFileOf(paragraph, { 'settings.xml': item });
    expect(odt.open(file).warnings.join()).toContain(sentence);
    const off = item.replace(value, value === 'true' ? 'false' : '');
    expect(odt.open(odtFileOf(paragraph, { 'settings.xml': off })).warnings).toEqual([]);
  });
});

describe('odt texts', () => {
  it('has headers and footers after the body, and writes to their part only', () => {
    const page = '<style:header><text:p>A haeder</text:p></style:header>';
    const opened = odt.open(odtFileOf(paragraph, { 'styles.xml': stylesXml(page) }));
    expect(opened.document.text).toBe('Text\n\nA haeder');
    const edit = { span: { start: 8, end: 14 }, before: 'haeder', after: 'header' };
    const tracked = opened.save([edit], 'tracked', stamp);
    expect(odt.open(tracked).document.text).toBe('Text\n\nA header');
    expect(rejectedText(tracked, stamp)).toBe('Text\n\nA haeder');
  });

  it('edits a flat document in its one file', () => {
    const page = '<style:footer><text:p>A foter</text:p></style:footer>';
    const bytes = new TextEncoder().encode(flatXml('<text:p>One wrod</text:p>', page));
    const opened = odt.open(bytes);
    const { text } = opened.document;
    const edits = ['foter', 'wrod'].map((before) => {
      const start = text.indexOf(before);
      return { span: { start, end: start + before.length }, before, after: 'right' };
    });
    const clean = opened.save(edits, 'clean');
    expect(new TextDecoder().decode(clean)).toBe(
      flatXml('<text:p>One right</text:p>', page.replace('foter', 'right')),
    );
    const tracked = opened.save(edits, 'tracked', stamp);
    expect(odt.open(tracked).document.text).toBe(applyEdits(text, edits));
    expect(rejectedText(tracked, stamp)).toBe(text);
  });

  it('never lets two insertions meet at a paragraph break', () => {
    const body =
      '<text:p>One</text:p><text:p><text:bookmark text:name="b"/>teh two</text:p><text:p>three</text:p>';
    const opened = odt.open(odtFileOf(body));
    const at = (start: number, before: string, after: string) => ({
      span: { start, end: start + before.length },
      before,
      after,
    });
    const edits = [at(3, '', '.'), at(5, 'teh', 'the'), at(12, '', '.'), at(14, '', 'The ')];
    const tracked = opened.save(edits, 'tracked', stamp);
    expect(odt.open(tracked).document.text).toBe('One.\n\nthe two.\n\nThe three');
    expect(rejectedText(tracked, stamp)).toBe(opened.document.text);
    const [, second, third] = partXml(tracked, 'content.xml')
      .split(/<text:p>(?=One|<text:bookmark|<text:change)/)
      .slice(-3);
    expect(second).toMatch(/^<text:bookmark text:name="b"\/><text:change /);
    expect(third).toMatch(/^<text:change /);
  });

  it('leaves the changes of others out of what is rejected', () => {
    const opened = odt.open(odtFileOf('<text:p>One wrod</text:p>'));
    const edit = { span: { start: 4, end: 8 }, before: 'wrod', after: 'word' };
    const tracked = opened.save([edit], 'tracked', { ...stamp, author: 'Somebody' });
    expect(rejectedText(tracked, stamp)).toBe('One word');
  });
});
