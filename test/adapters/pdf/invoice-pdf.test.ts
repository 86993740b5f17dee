import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractXml } from '@stackforge-eu/factur-x';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoicePdf } from '../../../src/adapters/pdf/invoice-pdf.ts';
import { ciiOf } from '../../../src/billing/cii.ts';
import { epcCode } from '../../../src/billing/epc-code.ts';
import type { Invoice } from '../../../src/billing/invoice.ts';
import { cardOf, dec, orderOf } from '../../billing/card.ts';
import { creditOf, invoiceOf, phrasesOf } from '../../billing/invoices.ts';
import { program } from '../../parts.ts';

const poppler = program('pdftotext');
const zbar = program('zbarimg');

const card = cardOf(
  { model: 'per-word', rate: dec('0.0175'), block: 1 },
  { discounts: [{ clientTag: 'charity', percent: dec('10') }] },
);
const documents = [{ path: 'a letter.docx', words: 4_000 }];
const invoice = invoiceOf(orderOf({ documents }, { clientTags: ['charity'] }), card);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofdesk-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function fileOf(of: Invoice, language = 'en'): Promise<string> {
  const path = join(folder, `${of.number}-${language}.pdf`);
  writeFileSync(path, await invoicePdf(of, phrasesOf(language)));
  return path;
}

function textOf(path: string): string {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}

describe('the PDF of an invoice', { timeout: 30_000 }, () => {
  it.skipIf(!poppler)('can be read, in the client’s language', async () => {
    const text = textOf(await fileOf(invoice));
    for (const part of [
      'Ōkami <Books> GmbH',
      'INV-2026-0001',
      'a letter.docx: 4,000 words',
      '€0.0175',
      '-€7.00',
      '€74.97',
      'IE29 AIBK 9311 5212 3456 78',
      'never ask for the number of a card',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/1 ?\/ ?1/);
    expect(textOf(await fileOf(invoice, 'de'))).toMatch(/Gesamt\s+74,97 €/);
  });

  it.skipIf(!poppler)(
    'names countries, and writes names that its font has no letters for in Latin ones',
    async () => {
      const named = invoiceOf(
        orderOf({ documents: [{ path: '案内 für דוד.docx', words: 9 }] }),
        card,
        {
          number: 'INV-2026-0009',
          job: 'تقرير',
          auditHead: `54-${'0'.repeat(32)}`,
        },
      );
      const text = textOf(await fileOf(named, 'de'));
      expect(text).toContain('AnNei für dvd.docx: 9 Wörter');
      expect(text).toMatch(/Auftrag\s+tqryr/);
      expect(text).toMatch(/^50667 Köln$/m);
      expect(text).toMatch(/^\s*Deutschland/m);
      expect(text).toMatch(/^\s*Eintrag 54-0{32}$/m);
    },
  );

  it.skipIf(!poppler)('has nothing to pay on a credit note', async () => {
    const text = textOf(await fileOf(creditOf(invoice)));
    expect(text).toMatch(/Credited\s+€74\.97/);
    expect(text).toContain('INV-2026-0001 of November');
    expect(text).not.toContain('IBAN');
  });

  it('carries the same invoice as XML', async () => {
    const phrases = phrasesOf('en');
    const { xml } = await extractXml(await invoicePdf(invoice, phrases));
    expect(xml).toBe(ciiOf(invoice, phrases));
  });

  it('is the same bytes each time', async () => {
    const phrases = phrasesOf('en');
    const [one, two] = [await invoicePdf(invoice, phrases), await invoicePdf(invoice, phrases)];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it.skipIf(!poppler)('has its fonts inside and the marks of PDF/A-3b and Factur-X', async () => {
    const path = await fileOf(invoice);
    const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
    const bytes = readFileSync(path, 'latin1');
    expect(bytes).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(bytes).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
    expect(bytes).toContain('/AFRelationship /Alternative');
  });

  it.skipIf(!poppler)('goes on over pages, each with a heading and a number', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ path: `${index}.docx`, words: 100 }));
    const long = { ...invoiceOf(orderOf({ documents: many }), card), number: 'INV-2026-0300' };
    const text = textOf(await fileOf(long));
    for (const { path } of many) expect(text).toContain(`${path}: 100 words`);
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(new RegExp(`${index + 1} ?/ ?${pages.length}`));
    }
  });

  it.skipIf(!poppler || !zbar)('has a code that a banking app reads', async () => {
    const path = await fileOf(invoice);
    const picture = join(folder, 'page');
    execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', path, picture]);
    const read = execFileSync('zbarimg', ['--quiet', '--raw', `${picture}.png`], {
      encoding: 'utf8',
    });
    expect(read.trimEnd()).toBe(epcCode(invoice));
  });
});
