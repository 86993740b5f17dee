import { describe, expect, it } from 'vitest';
import { type Document, placeAt } from '../../../src/core/document.ts';
import { pdf } from '../../../src/formats/pdf/pdf.ts';
import { expectCovered } from '../contract.ts';
import { type DrawPage, lines, pdfFile } from './pdf-file.ts';

interface Read {
  readonly document: Document;
  readonly texts: readonly string[];
  readonly kinds: readonly string[];
  readonly warnings: readonly string[];
}

async function read(bytes: Uint8Array, passwords: readonly string[] = []): Promise<Read> {
  const found = await pdf.read?.(bytes, passwords);
  if (!found) throw new Error('a PDF is read');
  const { document, warnings } = found;
  expectCovered(document);
  const texts = document.blocks.map(({ span }) => document.text.slice(span.start, span.end));
  return { document, texts, kinds: document.blocks.map(({ kind }) => kind), warnings };
}

const readPages = async (...pages: readonly DrawPage[]): Promise<Read> =>
  read(await pdfFile(pages));

const prose = [
  'The ferry to the old harbour leaves at nine in the morning, and whoever comes too late has to wait',
  'until noon.',
  'In winter it goes twice a day only, since the passage is rough and nobody wants to go anyway; the',
  'crew mends nets, paints the cabins and waits for spring.',
];

const paragraphs = [prose.slice(0, 2).join(' '), prose.slice(2).join(' ')];

/** A paragraph that pdfkit breaks into lines by itself. */
const flowing =
  (...texts: readonly string[]): DrawPage =>
  (page) => {
    for (const [index, text] of texts.entries()) {
      if (index === 0) page.text(text, 72, 120, { width: 300 });
      else page.moveDown().text(text, { width: 300 });
    }
  };

describe('the text of a PDF', () => {
  it('has its paragraphs, joined over the ends of lines', async () => {
    expect((await readPages(flowing(...paragraphs))).texts).toEqual(paragraphs);
  });

  it('parts paragraphs without a gap where a word more would have fitted', async () => {
    expect((await readPages(lines(...prose))).texts).toEqual(paragraphs);
  });

  it('joins words that were divided, when they stand elsewhere in one piece', async () => {
    const { texts, document } = await readPages(
      lines(
        'Everyone who goes on board of the ferry knows the old harbour well, and they say that the har-',
        'bour has not changed since they were children, though that is not quite right.',
      ),
    );
    expect(texts[0]).toContain('that the harbour has not');
    expect(document.blocks[0]?.frozen).toEqual([]);
  });

  it('lets nobody judge a divided word that may have a hyphen of its own', async () => {
    const { texts, document } = await readPages(
      lines(
        'Everyone who goes on board of the ferry knows it as one that is slow, and yet it is the most well-',
        'known of all the ferries that there are along this coast.',
      ),
    );
    const [block] = document.blocks;
    expect(block?.frozen.map(({ start, end }) => texts[0]?.slice(start, end))).toEqual([
      'wellknown',
    ]);
  });

  it('goes on over the page where a sentence does, and leaves out what runs above and below', async () => {
    const page =
      (number: number, ...texts: readonly string[]): DrawPage =>
      (sheet) => {
        sheet.text('The Harbour Report', 72, 40, { lineBreak: false });
        lines(...texts)(sheet);
        sheet.page.margins.bottom = 0;
        sheet.text(`Page ${number} of 3`, 280, 800, { lineBreak: false });
      };
    const { texts, document } = await readPages(
      page(1, prose[0] ?? ''),
      page(2, prose[1] ?? '', prose[2] ?? ''),
      page(3, prose[3] ?? ''),
    );
    expect(texts).toEqual(paragraphs);
    const at = (word: string) => placeAt(document, document.text.indexOf(word));
    expect(at('ferry')).toMatchObject({ page: 1, line: 1 });
    expect(at('noon')).toMatchObject({ page: 2, line: 1 });
    expect(at('winter')).toMatchObject({ page: 2, line: 2 });
    expect(at('paints')).toMatchObject({ page: 3, line: 1 });
  });

  it('knows headings, list items, cells of tables and code', async () => {
    const { kinds, texts, document } = await readPages((page) => {
      page.fontSize(18).text('Outlook', 72, 80, { lineBreak: false });
      page.fontSize(11);
      page.text('• one thing', 72, 120, { lineBreak: false });
      page.text('2. another thing', 72, 134, { lineBreak: false });
      page.text('Adults', 72, 160, { lineBreak: false });
      page.text('12.50', 300, 160, { lineBreak: false });
      page.text(prose[0] ?? '', 72, 190, { lineBreak: false });
      page.text(prose[1] ?? '', 72, 204, { lineBreak: false });
      page.font('Courier').text('const ferry = recieve();', 72, 230, { lineBreak: false });
    });
    expect(texts.slice(0, 5)).toEqual(['Outlook', 'one thing', 'another thing', 'Adults', '12.50']);
    expect(kinds).toEqual([
      ...['heading', 'list-item', 'list-item', 'table-cell', 'table-cell'],
      ...['paragraph', 'heading'],
    ]);
    const code = document.blocks.at(-1);
    expect(code?.frozen).toEqual([code?.span]);
  });

  it('leaves the marks of notes and what stands at an angle alone', async () => {
    const { texts, warnings } = await readPages((page) => {
      page.text('The ferry', 72, 120, { lineBreak: false });
      page.fontSize(6).text('12', 72 + 40, 119, { lineBreak: false });
      page.fontSize(11).text(' leaves at nine in the morning.', 72 + 46, 120, { lineBreak: false });
      page.rotate(45, { origin: [300, 400] }).text('DRAFT', 300, 400, { lineBreak: false });
    });
    expect(texts).toEqual(['The ferry\uFFFC leaves at nine in the morning.']);
    expect(warnings.join(' ')).toContain('at an angle');
  });

  it('has the language that the file states', async () => {
    const { document } = await read(await pdfFile([lines(...prose)], { lang: 'de-DE' }));
    expect(document.blocks[0]?.language).toBe('de-DE');
  });

  it('is for reading only, and the report says so', async () => {
    const { document, warnings } = await readPages(lines(...prose));
    expect(document.checkOnly).toBe(true);
    expect(warnings[0]).toContain('not corrected');
    expect(() => pdf.open(new Uint8Array())).toThrow(/read and not opened/);
  });

  it('says which pages hold none', async () => {
    const { warnings } = await readPages(lines(...prose), picture);
    expect(warnings).toContain('Page 2 holds no text that could be read.');
  });
});

const picture: DrawPage = (page) => {
  page.rect(100, 100, 300, 300).fill('#888');
};

describe('a PDF is refused', () => {
  it('when it holds pictures of pages', async () => {
    await expect(readPages(picture, picture)).rejects.toMatchObject({
      code: 'unsupported-format',
      detail: expect.stringContaining('pictures of pages and no text'),
    });
  });

  it('when it is encrypted and no password fits', async () => {
    const bytes = await pdfFile([lines(...prose)], { userPassword: 'sesame', pdfVersion: '1.7' });
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'needs-password',
      detail: expect.stringContaining('no password is named'),
    });
    await expect(read(bytes, ['wrong'])).rejects.toMatchObject({ code: 'needs-password' });
    expect((await read(bytes, ['wrong', 'sesame'])).texts).toEqual(paragraphs);
  });

  it('when it is damaged, however', async () => {
    const bytes = await pdfFile([lines(...prose)]);
    const damaged = [
      bytes.slice(0, 40),
      new Uint8Array(Buffer.from('%PDF-1.7\n')),
      new Uint8Array(Buffer.from(`%PDF-1.7\n${'1 0 obj <<'.repeat(5_000)}`)),
    ];
    for (const one of damaged) {
      await expect(read(one)).rejects.toMatchObject({ name: 'DocumentProblem' });
    }
  });
});
