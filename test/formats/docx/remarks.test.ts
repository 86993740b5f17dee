import { describe, expect, it } from 'vitest';
import { docx } from '../../../src/formats/docx/docx.ts';
import { rejectedText } from '../../../src/formats/docx/rejected-text.ts';
import { stamp } from './laws.ts';
import {
  changedParts,
  documentXml,
  mainXmlOf,
  type Parts,
  partsOf,
  partXml,
  wordFile,
  wordFileOf,
} from './package.ts';

const paragraph = (text: string) => `<w:p><w:r><w:rPr><w:b/></w:rPr>${text}</w:r></w:p>`;
const words = paragraph('<w:t>One wrod of three</w:t>');
const edit = { span: { start: 4, end: 8 }, before: 'wrod', after: 'word' };
const declared = ['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/comments.xml'];

describe('remarks in a redline', () => {
  it('become comments beside their words, in a part that is declared', () => {
    const file = wordFileOf(words);
    const redline = remarked(file, [[12, 17, 'Three?\nSuggestion: “three” → “3 & <4>”.']], [edit]);
    expect(changedParts(file, redline).toSorted()).toEqual(
      [...declared, 'word/document.xml'].sort(),
    );
    expect(mainXmlOf(redline)).toContain(
      '<w:t xml:space="preserve"> of </w:t></w:r><w:commentRangeStart w:id="3"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">three</w:t></w:r><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>',
    );
    expect(xmlOf(redline, 'word/comments.xml')).toContain(
      '<w:comment w:id="3" w:author="Proofdesk" w:date="2026-11-24T09:00:00Z" w:initials="P"><w:p w14:paraId="00000001"><w:r><w:annotationRef/></w:r><w:r><w:t xml:space="preserve">Three?</w:t></w:r></w:p><w:p w14:paraId="00000002"><w:r><w:t xml:space="preserve">Suggestion: “three” → “3 &amp; &lt;4&gt;”.</w:t></w:r></w:p></w:comment></w:comments>',
    );
    expect(xmlOf(redline, '[Content_Types].xml')).toContain(
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    );
    expect(docx.open(redline).document.text).toBe('One word of three');
    expect(rejectedText(redline, stamp)).toBe('One wrod of three');
  });

  it('are written without any change as well, and not into a clean copy', () => {
    const file = wordFileOf(words);
    const opened = docx.open(file);
    const terms = { ...stamp, remarks: [{ span: { start: 0, end: 3 }, text: 'x' }] };
    expect(anchored(opened.save([], 'tracked', terms))).toEqual(['One']);
    expect(opened.save([], 'clean', terms)).toBe(file);
    expect(opened.save([], 'tracked', { ...stamp, remarks: [] })).toBe(file);
  });

  it('join the comments of others, which stay as they are', () => {
    const theirs = `<w:comment w:id="7" w:author="Client"><w:p w14:paraId="7FFFFFFE"/></w:comment>`;
    const part = commentsXml(theirs);
    const file = wordFileOf(words, { 'word/comments.xml': part });
    const redline = remarked(file, [
      [0, 3, 'a'],
      [9, 11, 'b'],
      [12, 17, 'c'],
    ]);
    expect(changedParts(file, redline).toSorted()).toEqual([
      'word/comments.xml',
      'word/document.xml',
    ]);
    const xml = xmlOf(redline, 'word/comments.xml');
    expect(xml.startsWith(part.slice(0, -'</w:comments>'.length))).toBe(true);
    expect([...xml.matchAll(/w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['7', '8', '9', '10']);
    const ids = [...xml.matchAll(/paraId="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['7FFFFFFE', '7FFFFFFF', '00000001', '00000002']);
  });

  it('go without ids of paragraphs where the part of others does not know them', () => {
    const part = commentsXml('').replace('mc:Ignorable="w14"', '');
    const redline = remarked(wordFileOf(words, { 'word/comments.xml': part }), [[0, 3, 'a']]);
    expect(xmlOf(redline, 'word/comments.xml')).not.toContain('paraId');
  });

  it.each<[string, string, [number, number], string]>([
    [
      'a word over two runs',
      '<w:r><w:t>sp</w:t></w:r><w:r><w:t>lit up</w:t></w:r>',
      [0, 5],
      'split',
    ],
    ['a word after a tab', '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>', [2, 3], 'b'],
    [
      'a link',
      '<w:hyperlink w:anchor="x"><w:r><w:t>a link</w:t></w:r></w:hyperlink>',
      [2, 6],
      'link',
    ],
    [
      'an insertion of somebody',
      '<w:ins w:id="5" w:author="C"><w:r><w:t>in the middle</w:t></w:r></w:ins>',
      [3, 6],
      'the',
    ],
    ['a picture', '<w:r><w:t>a</w:t></w:r><w:r><w:drawing/></w:r>', [1, 2], ''],
    ['a place between words', '<w:r><w:t>one two</w:t></w:r>', [3, 3], 'one two'],
    ['unseen white space', '<w:r><w:t>\n a b\t</w:t></w:r>', [2, 3], 'b'],
  ])('stand beside %s', (_, runs, [start, end], words) => {
    const file = wordFileOf(`<w:p>${runs}</w:p>`);
    const redline = remarked(file, [[start, end, 'x']]);
    expect(anchored(redline)).toEqual([words]);
    expect(docx.open(redline).document.text).toBe(docx.open(file).document.text);
  });

  it('stand beside the text box whose words they speak of', () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph('<w:t>Inner</w:t>')}</w:txbxContent></w:pict></w:r>`;
    const redline = remarked(wordFileOf(`<w:p>${box}</w:p>`), [[3, 8, 'x']]);
    expect(mainXmlOf(redline)).toMatch(/<w:commentRangeStart w:id="1"\/><w:r><w:pict>/);
    expect(mainXmlOf(redline)).toMatch(/<\/w:pict><\/w:r><w:commentRangeEnd w:id="1"\/>/);
  });

  it.each(['footnote', 'endnote'])('of a %s stand at its mark', (kind) => {
    const note = (id: number, text: string) =>
      `<w:${kind} w:id="${id}">${paragraph(`<w:t>${text}</w:t>`)}</w:${kind}>`;
    const mark = (id: number) =>
      `<w:r><w:t>word</w:t></w:r><w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const file = wordFileOf(`<w:p>${mark(2)}${mark(3)}</w:p>`, {
      [`word/${kind}s.xml`]: partXml(`${kind}s` as 'footnotes', note(2, 'First') + note(3, 'Last')),
    });
    const { text } = docx.open(file).document;
    const at = text.indexOf('Last');
    const redline = remarked(file, [[at, at + 4, 'Least?']]);
    expect(mainXmlOf(redline)).toContain(
      `</w:r><w:commentRangeStart w:id="4"/><w:r><w:${kind}Reference w:id="3"/></w:r><w:commentRangeEnd w:id="4"/>`,
    );
    expect(xmlOf(redline, 'word/comments.xml')).toContain('>In the note: Least?<');
    expect(docx.open(redline).document.text).toBe(text);
  });

  it('of a header or footer stand where its section begins', () => {
    const refer = (what: string, id: number) =>
      `<w:sectPr><w:${what}Reference w:type="default" r:id="rId${id}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:sectPr>`;
    const body = `${words}<w:p><w:pPr>${refer('header', 1)}</w:pPr></w:p><w:p><w:r><w:t>Two</w:t></w:r></w:p>${refer('footer', 2)}`;
    const file = wordFileOf(body, {
      'word/header1.xml': partXml('hdr', paragraph('<w:t>Top</w:t>')),
      'word/footer1.xml': partXml('ftr', paragraph('<w:t>Bottom</w:t>')),
      'word/footer2.xml': partXml('ftr', paragraph('<w:t>Unused</w:t>')),
    });
    const { text } = docx.open(file).document;
    const remarks = ['Top', 'Bottom', 'Unused'].map((word) => {
      const at = text.indexOf(word);
      return [at, at + word.length, `${word}?`] as const;
    });
    const redline = remarked(file, remarks);
    expect(anchored(redline)).toEqual(['One', 'Two']);
    const comments = xmlOf(redline, 'word/comments.xml');
    expect(comments).toContain('In the page header: Top?');
    expect(comments).toContain('In the page footer: Bottom?');
    expect(comments).not.toContain('Unused');
  });

  it('keep a reference when the insertion around their words is rejected', () => {
    const body = '<w:p><w:ins w:id="5" w:author="C"><w:r><w:t>one</w:t></w:r></w:ins></w:p>';
    expect(mainXmlOf(remarked(wordFileOf(body), [[0, 3, 'x']]))).toMatch(
      /<\/w:ins><w:r><w:commentReference w:id="6"\/><\/w:r><\/w:p>/,
    );
  });

  it('may overlap, and those of a paragraph without text are left out', () => {
    const file = wordFileOf(`${words}<w:p/>`);
    const redline = remarked(file, [
      [0, 8, 'a'],
      [4, 11, 'b'],
      [19, 19, 'c'],
    ]);
    expect(anchored(redline)).toEqual(['One wrod', 'wrod of']);
  });

  it('find a name and an id that are free, also where nothing is related yet', () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    const file = wordFileOf(words, {
      'word/_rels/document.xml.rels': rels,
      'word/comments2.xml': '<a/>',
    });
    const orphan = wordFile({ ...partsOf(file), 'word/comments.xml': '<a/>' } as Parts);
    const redline = remarked(orphan, [[0, 3, 'x']]);
    expect(xmlOf(redline, 'word/comments3.xml')).toContain('w:id="1"');
    expect(xmlOf(redline, 'word/_rels/document.xml.rels')).toContain('Target="comments3.xml"');
  });
});

function remarked(
  file: Uint8Array,
  remarks: readonly (readonly [number, number, string])[],
  edits: readonly (typeof edit)[] = [],
): Uint8Array {
  const list = remarks.map(([start, end, text]) => ({ span: { start, end }, text }));
  return docx.open(file).save(edits, 'tracked', { ...stamp, remarks: list });
}

function xmlOf(file: Uint8Array, name: string): string {
  return new TextDecoder().decode(partsOf(file)[name]);
}

/** The text of each commented range, in the order of their ids. */
function anchored(file: Uint8Array): readonly string[] {
  const xml = mainXmlOf(file);
  return [...xml.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map(
    ({ 0: open, 1: id, index }) => {
      const end = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
      expect(xml).toContain(`<w:commentReference w:id="${id}"/>`);
      return xml.slice(index + open.length, end).replace(/<[^>]*>/g, '');
    },
  );
}

function commentsXml(comments: string): string {
  const extra =
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"';
  return documentXml('')
    .replaceAll('w:document', 'w:comments')
    .replace('<w:body></w:body>', comments)
    .replace(' xmlns:w=', ` ${extra} xmlns:w=`);
}
