import { describe, expect, it } from 'vitest';
import { docx } from '../../../src/formats/docx/docx.ts';
import { documentXml, partXml, wordFile, wordFileOf } from './package.ts';

const paragraph = '<w:p><w:r><w:t>Text</w:t></w:r></w:p>';
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('docx warnings', () => {
  it('has none for a plain document', () => {
    expect(docx.open(wordFileOf(paragraph)).warnings).toEqual([]);
  });

  it.each([
    [
      '1 open revision in',
      `<w:p><w:ins w:id="1" w:author="C"><w:r><w:t>x</w:t></w:r></w:ins></w:p>`,
    ],
    [
      '3 open revisions in',
      `<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr/></w:pPrChange></w:pPr><w:del w:id="2"/><w:r><w:rPr><w:rPrChange w:id="3"/></w:rPr></w:r></w:p>`,
    ],
    [
      'A field of this document has no end',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
    ],
    ['Another document is embedded', '<w:altChunk/>'],
    ['Another document is embedded', '<w:p><w:subDoc/></w:p>'],
    ['(fr-FR)', '<w:p><w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>Bonjour</w:t></w:r></w:p>'],
    ['2 words are marked', '<w:p><w:r><w:rPr><w:noProof/></w:rPr><w:t>two words</w:t></w:r></w:p>'],
  ])('says "%s"', (sentence, body) => {
    expect(docx.open(wordFileOf(body)).warnings.join('\n')).toContain(sentence);
  });

  it('names charts and diagrams, which it does not read', () => {
    const drawings = { 'word/chart1.xml': '<c/>', 'word/diagramData1.xml': '<d/>' };
    expect(docx.open(wordFileOf(paragraph, drawings)).warnings).toEqual([
      'Charts in this document are not proofread.',
      'Diagrams (SmartArt) in this document are not proofread.',
    ]);
  });

  it('counts the open revisions of all parts', () => {
    const revision = '<w:p><w:ins w:id="1" w:author="C"><w:r><w:t>x</w:t></w:r></w:ins></w:p>';
    const file = wordFileOf(revision, { 'word/footer1.xml': partXml('ftr', revision) });
    expect(docx.open(file).warnings.join()).toContain('2 open revisions in');
  });

  it.each([
    [1, '1 comment was left as it is; comments are not proofread.'],
    [2, '2 comments were left as they are; comments are not proofread.'],
  ])('says that %d comments are left alone', (count, sentence) => {
    const comment = `<w:comment w:id="1" w:author="C">${paragraph}</w:comment>`;
    const comments = partXml('comments', comment.repeat(count));
    const file = wordFileOf(paragraph, { 'word/comments.xml': comments });
    expect(docx.open(file).warnings).toEqual([sentence]);
  });

  it.each([
    ['protected against changes', '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'],
    ['recommends opening', '<w:writeProtection w:recommended="1"/>'],
  ])('says that the document is %s', (sentence, setting) => {
    const settings = `<w:settings ${namespace}>${setting}</w:settings>`;
    const file = wordFileOf(paragraph, { 'word/settings.xml': settings });
    expect(docx.open(file).warnings.join()).toContain(sentence);
  });

  it('is silent about protection that is not enforced', () => {
    const settings = `<w:settings ${namespace}><w:documentProtection w:edit="readOnly" w:enforcement="0"/></w:settings>`;
    const file = wordFileOf(paragraph, { 'word/settings.xml': settings });
    expect(docx.open(file).warnings).toEqual([]);
  });
});

describe('docx preview', () => {
  it('shows headings, emphasis and tables, and nothing that could act or load', async () => {
    const body = `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold &lt;script&gt;</w:t></w:r></w:p><w:tbl><w:tr><w:tc>${paragraph}</w:tc></w:tr></w:tbl><w:p><w:hyperlink w:anchor="a"><w:r><w:t>Link</w:t></w:r></w:hyperlink></w:p>`;
    const html = await docx.preview?.(wordFileOf(body));
    expect(html).toContain('<strong>Bold &lt;script&gt;</strong>');
    expect(html).toContain('<td><p>Text</p></td>');
    expect(html).toContain('<p>Link</p>');
    expect(html).not.toMatch(/<(?:a|img|script|style)\b|href|src=/);
  });

  it('shows notes, and headers and footers once each', async () => {
    const text = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const body = `<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const link = '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>Site</w:t></w:r></w:hyperlink></w:p>';
    const html = await docx.preview?.(
      wordFileOf(body, {
        'word/footnotes.xml': partXml(
          'footnotes',
          `<w:footnote w:id="2">${text('Below')}</w:footnote>`,
        ),
        'word/header1.xml': partXml('hdr', text('Top')),
        'word/header2.xml': partXml('hdr', text('Top')),
        'word/header3.xml': partXml('hdr', ''),
        'word/footer1.xml': partXml('ftr', link),
      }),
    );
    expect(html).toContain('Below');
    expect(html).toMatch(/<hr \/><p><em>Headers and footers<\/em><\/p><p>Top<\/p><p>Site<\/p>$/);
  });

  it('says so where mammoth cannot show the page', async () => {
    const link =
      '<w:p><w:hyperlink r:id="rId77" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>';
    const parts = { 'word/header1.xml': partXml('hdr', link) };
    expect(await docx.preview?.(wordFileOf(link, parts))).toBe(
      '<p><em>This page cannot be shown.</em></p>',
    );
    expect(await docx.preview?.(wordFileOf(paragraph, parts))).toBe('<p>Text</p>');
  });

  it('reads UTF-16, which mammoth alone does not', async () => {
    const xml = Buffer.from(`\uFEFF${documentXml(paragraph)}`, 'utf16le');
    expect(await docx.preview?.(wordFile({ 'word/document.xml': xml }))).toBe('<p>Text</p>');
  });
});
