import fc from 'fast-check';
import { expect, it } from 'vitest';
import { docx } from '../../../src/formats/docx/docx.ts';
import { editsAt, expectRefusals, places } from '../office/arbitrary-edits.ts';
import { brokenLaws, brokenRemarkLaws } from './laws.ts';
import { partXml, wordFileOf } from './package.ts';

const word = fc.constantFrom(
  'the',
  'wrod',
  'agreemnet',
  'R&amp;D',
  '&#233;tude',
  'a',
  '&#x1F600;',
  'x y ',
);
const text = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([words, preserved]) => {
    const space = preserved ? ' xml:space="preserve"' : '';
    return `<w:t${space}>${words.join(' ')}</w:t>`;
  });
const content = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constantFrom('<w:tab/>', '<w:br/>', '<w:drawing/>', '<w:t/>', '<w:lastRenderedPageBreak/>'),
);
const properties = fc.constantFrom(
  '',
  '<w:rPr><w:b/></w:rPr>',
  '<w:rPr><w:i/><w:rPrChange w:id="4" w:author="C"><w:rPr/></w:rPrChange></w:rPr>',
  '<w:rPr><w:vanish/></w:rPr>',
  '<w:rPr><w:sz w:val="20"/><w:b/></w:rPr>',
  '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>',
);
const run = fc
  .tuple(properties, fc.array(content, { minLength: 1, maxLength: 3 }))
  .map(([head, contents]) => `<w:r>${head}${contents.join('')}</w:r>`);
const runs = fc.array(run, { minLength: 1, maxLength: 3 }).map((list) => list.join(''));
const inline = fc.oneof(
  { weight: 4, arbitrary: runs },
  runs.map((inner) => `<w:ins w:id="9" w:author="Client">${inner}</w:ins>`),
  runs.map((inner) => `<w:moveTo w:id="10" w:author="Client">${inner}</w:moveTo>`),
  runs.map((inner) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`),
  runs.map((inner) => `<w:smartTag w:element="s">${inner}</w:smartTag>`),
  fc.constantFrom(
    '<w:del w:id="8" w:author="Client"><w:r><w:delText>gone</w:delText></w:r></w:del>',
    '<w:bookmarkStart w:id="7" w:name="b"/>',
    '<w:proofErr w:type="spellStart"/>',
  ),
);
const mark = fc.constantFrom(
  '',
  '',
  '<w:pPr><w:rPr><w:del w:id="6" w:author="C"/></w:rPr></w:pPr>',
);
const paragraph = fc
  .tuple(mark, fc.array(inline, { maxLength: 5 }))
  .map(([head, parts]) => `<w:p>${head}${parts.join('')}</w:p>`);
const body = fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((list) => list.join('\n'));

/** Sometimes with notes, a header or both, of the same making as the body. */
const otherParts = fc
  .tuple(fc.option(body, { nil: undefined }), fc.option(body, { nil: undefined }))
  .map(([note, header]) => ({
    ...(note && { 'word/footnotes.xml': partXml('footnotes', notesOf(note)) }),
    ...(header && { 'word/header1.xml': partXml('hdr', header) }),
  }));

function notesOf(content: string): string {
  const separator = '<w:p><w:r><w:t>wrod</w:t></w:r></w:p>';
  return `<w:footnote w:type="separator" w:id="0">${separator}</w:footnote><w:footnote w:id="1">${content}</w:footnote>`;
}

it('keeps every law for any edits of any runs', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(body, otherParts, places, (xml, parts, chosen) => {
      const bytes = wordFileOf(xml, parts);
      const edits = editsAt(docx.open(bytes).document, chosen);
      expect(brokenLaws(bytes, edits)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('keeps the laws of remarks for any edits of any runs', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(body, otherParts, places, (xml, parts, chosen) => {
      const bytes = wordFileOf(xml, parts);
      const edits = editsAt(docx.open(bytes).document, chosen);
      expect(brokenRemarkLaws(bytes, edits)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('refuses every edit that touches frozen text or crosses a block', () => {
  expectRefusals(
    docx,
    body.map((xml) => wordFileOf(xml)),
    { numRuns: 200 },
  );
});
