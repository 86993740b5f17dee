import PDFDocument from 'pdfkit';
import { fontNamed } from './fonts.ts';

/** Millimetres of A4 in the points that a PDF counts in. */
export const margin = 56;
export const pageWidth = 595.28;
export const pageHeight = 841.89;
export const innerWidth = pageWidth - 2 * margin;

export const ink = '#1b1f24';
export const faint = '#5d6672';
export const rule = '#c9ced6';

export interface PageInfo {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** What the file says it was made at, so that the same paper is the same bytes. */
  readonly madeAt: Date;
}

export type Page = PDFKit.PDFDocument;

/** A new A4 document by PDF/A-3b, with its fonts inside. */
export function newPages({ title, author, language, madeAt }: PageInfo): Page {
  const pages = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Creator: 'Proofdesk',
      Producer: 'Proofdesk',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  } as PDFKit.PDFDocumentOptions);
  pages.registerFont('text', fontNamed('Regular'));
  pages.registerFont('strong', fontNamed('Medium'));
  return pages.font('text').fontSize(9.5).fillColor(ink);
}

/** All bytes of a document, ended by this. */
export function bytesOf(pages: Page): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((done, fail) => {
    pages.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pages.on('end', () => done(Buffer.concat(chunks)));
    pages.on('error', fail);
    pages.end();
  });
}
