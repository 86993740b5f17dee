import type { Paper } from '../../billing/paper.ts';
import { faint, ink, innerWidth, margin, type Page, pageHeight, pageWidth, rule } from './page.ts';

/** Left edge and width of each column, as parts of the whole. */
const columns = [
  { at: 0, width: 0.5, align: 'left' },
  { at: 0.5, width: 0.16, align: 'right' },
  { at: 0.66, width: 0.17, align: 'right' },
  { at: 0.83, width: 0.17, align: 'right' },
] as const;

const gap = 6;
const bottom = pageHeight - margin - 20;

/** The rows of a paper; a row is never cut, and each page has the heading again. */
export function drawTable(pages: Page, { rows, labels }: Paper): void {
  if (rows.length === 0) return;
  drawHeading(pages, labels.columns);
  for (const row of rows) {
    const parts = partsOf(row.details);
    parts.forEach((details, index) => {
      const cells = index === 0 ? [row.text, row.quantity, row.price, row.amount] : [''];
      if (pages.y + heightOf(pages, { cells, details }) > bottom) {
        pages.addPage();
        drawHeading(pages, labels.columns);
      }
      drawRow(pages, { cells, details });
    });
    line(pages, pages.y + 3);
    pages.y += 7;
  }
}

interface Row {
  readonly cells: readonly string[];
  readonly details: string;
}

/** A job may have hundreds of documents: the list of them goes on over pages, so many at a time. */
function partsOf(details: readonly string[]): readonly string[] {
  const parts = [details.slice(0, 20)];
  for (let from = 20; from < details.length; from += 20) parts.push(details.slice(from, from + 20));
  return parts.map((part) => part.join('\n'));
}

function drawHeading(pages: Page, labels: readonly string[]): void {
  pages.font('strong').fontSize(8.5).fillColor(faint);
  drawCells(pages, labels);
  line(pages, pages.y + 3);
  pages.y += 8;
  pages.font('text').fontSize(9.5).fillColor(ink);
}

function drawRow(pages: Page, { cells, details }: Row): void {
  drawCells(pages, cells);
  if (details === '') return;
  const width = widthOf(columns[0]);
  pages
    .fontSize(8)
    .fillColor(faint)
    .text(details, margin, pages.y + 1, { width });
  pages.fontSize(9.5).fillColor(ink);
}

/** Side by side; afterwards the place is below the highest. */
function drawCells(pages: Page, cells: readonly string[]): void {
  const top = pages.y;
  let below = top;
  cells.forEach((text, index) => {
    const column = columns[index] ?? columns[0];
    const left = margin + column.at * innerWidth + (column.align === 'right' ? gap : 0);
    pages.text(text, left, top, { width: widthOf(column), align: column.align });
    below = Math.max(below, pages.y);
  });
  pages.y = below;
}

function heightOf(pages: Page, { cells, details }: Row): number {
  const width = widthOf(columns[0]);
  const text = pages.heightOfString(cells[0] ?? '', { width });
  if (details === '') return text + 10;
  const small = pages.fontSize(8).heightOfString(details, { width });
  pages.fontSize(9.5);
  return text + small + 11;
}

function widthOf({ width }: { readonly width: number }): number {
  return width * innerWidth - gap;
}

function line(pages: Page, y: number): void {
  pages
    .moveTo(margin, y)
    .lineTo(pageWidth - margin, y)
    .lineWidth(0.5)
    .strokeColor(rule)
    .stroke();
}
