import PDFDocument from 'pdfkit';

/** What is drawn on one page, by hand or by pdfkit's own line breaking. */
export type DrawPage = (page: PDFKit.PDFDocument) => void;

/** A PDF of A4 pages with margins of 72 points, in Times 11. */
export function pdfFile(
  pages: readonly DrawPage[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const file = new PDFDocument({ size: 'A4', margin: 72, autoFirstPage: false, ...options });
    const pieces: Buffer[] = [];
    file.on('data', (piece: Buffer) => pieces.push(piece));
    file.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
    file.on('error', reject);
    for (const draw of pages) {
      file.addPage();
      file.font('Times-Roman').fontSize(11);
      draw(file);
    }
    file.end();
  });
}

/** Lines one below the other, each where it is said and not where it would fit. */
export function lines(...texts: readonly string[]): DrawPage {
  return (page) => {
    for (const [index, text] of texts.entries()) {
      page.text(text, 72, 120 + index * 14, { lineBreak: false });
    }
  };
}
