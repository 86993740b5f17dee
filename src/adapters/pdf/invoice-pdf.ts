import { ciiOf } from '../../billing/cii.ts';
import type { CalendarDate, Invoice } from '../../billing/invoice.ts';
import { invoicePaper } from '../../billing/invoice-paper.ts';
import type { Paper } from '../../billing/paper.ts';
import type { Phrases } from '../../billing/phrases.ts';
import { facturXMetadata } from './factur-x.ts';
import { bytesOf, newPages } from './page.ts';
import { drawPaper } from './paper-pdf.ts';

/** Any paper as a PDF: the same paper is the same bytes. */
export function paperPdf(paper: Paper, madeOn: CalendarDate): Promise<Uint8Array> {
  const pages = newPages({
    title: paper.title,
    author: paper.from.name,
    language: paper.language,
    madeAt: new Date(`${madeOn}T00:00:00Z`),
  });
  drawPaper(pages, paper);
  return bytesOf(pages);
}

/** An invoice or credit note as a Factur-X file: a PDF to read, with the same as XML inside for a program. */
export function invoicePdf(invoice: Invoice, phrases: Phrases): Promise<Uint8Array> {
  const paper = invoicePaper(invoice, phrases);
  const madeAt = new Date(`${invoice.issuedOn}T00:00:00Z`);
  const pages = newPages({
    title: `${paper.title} ${invoice.number}`,
    author: invoice.seller.name,
    language: phrases.language,
    madeAt,
  });
  drawPaper(pages, paper);
  pages.file(Buffer.from(ciiOf(invoice, phrases)), {
    name: 'factur-x.xml',
    type: 'text/xml',
    relationship: 'Alternative',
    description: `${paper.title} ${invoice.number}`,
    creationDate: madeAt,
    modifiedDate: madeAt,
  } as PDFKit.Mixins.PDFAttachmentOptions);
  (pages as unknown as { appendXML(xml: string): void }).appendXML(facturXMetadata);
  return bytesOf(pages);
}
