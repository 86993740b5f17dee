import type { Party } from '../../billing/invoice.ts';
import type { Paper } from '../../billing/paper.ts';
import { inLetters, lettersMissing } from './letters.ts';
import { faint, ink, innerWidth, margin, type Page, pageHeight, pageWidth, rule } from './page.ts';
import { drawPayment } from './payment-box.ts';
import { drawTable } from './table.ts';

/** Draws a paper onto as many pages as it needs. */
export function drawPaper(pages: Page, given: Paper): void {
  const paper = inLetters(given);
  drawHead(pages, paper);
  drawTable(pages, paper);
  drawSums(pages, paper);
  for (const note of paper.notes) pages.fillColor(ink).text(note, margin, pages.y + 8);
  if (paper.payment) drawPayment(pages, paper.payment);
  drawFooters(pages, paper);
}

/** Who it is from at the top, whom it is to where the window of an envelope is, what it is beside that. */
function drawHead(pages: Page, { from, to, labels, title, facts, language }: Paper): void {
  pages.font('strong').fontSize(12).text(from.name, margin, margin);
  const sender = [...addressOf(from, language), from.email, ...taxIds(from, labels)];
  pages.font('text').fontSize(8.5).fillColor(faint).text(lines(sender));
  const top = Math.max(pages.y + 24, 150);
  pages.fontSize(8).text(labels.to, margin, top);
  pages
    .font('strong')
    .fontSize(10)
    .fillColor(ink)
    .text(to.name, { width: innerWidth / 2 });
  pages.font('text').text(lines([...addressOf(to, language), ...taxIds(to, labels)]), {
    width: innerWidth / 2,
  });
  const below = pages.y;
  const left = margin + innerWidth * 0.58;
  let y = top;
  for (const { label, value } of facts) {
    pages.fontSize(8.5).fillColor(faint).text(label, left, y, { width: 82 });
    const width = pageWidth - margin - left - 84;
    pages.fillColor(ink).text(value, left + 84, y, { width });
    y = Math.max(pages.y, y + 12) + 2;
  }
  pages.font('strong').fontSize(20).fillColor(ink);
  pages.text(title, margin, Math.max(below, y) + 24);
  pages.font('text').fontSize(9.5).y += 10;
}

/** The country by its name, in the language of the paper. */
function addressOf(
  { street, postcode, town, region, country }: Party,
  language: string,
): readonly string[] {
  const last = [postcode, town, region].filter(Boolean).join(' ');
  const named = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  return [...street, last, lettersMissing(named) === '' ? named : country];
}

function taxIds({ vatId, taxNumber }: Party, labels: Paper['labels']): readonly string[] {
  return [
    ...(vatId ? [`${labels.vatId} ${vatId}`] : []),
    ...(taxNumber ? [`${labels.taxNumber} ${taxNumber}`] : []),
  ];
}

function lines(texts: readonly (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n');
}

function drawSums(pages: Page, { sums }: Paper): void {
  const left = margin + innerWidth * 0.45;
  if (pages.y + sums.length * 18 > pageHeight - margin - 40) pages.addPage();
  for (const { label, value, strong } of sums) {
    const y = pages.y + 5;
    if (strong) {
      const right = pageWidth - margin;
      pages
        .moveTo(left, y - 2)
        .lineTo(right, y - 2)
        .lineWidth(0.7)
        .strokeColor(ink)
        .stroke();
    }
    pages.font(strong ? 'strong' : 'text').fillColor(ink);
    pages.text(label, left, y + 1, { width: innerWidth * 0.33 });
    pages.text(value, left, y + 1, { width: innerWidth * 0.55, align: 'right' });
  }
  pages.font('text').y += 6;
}

/** On every page, since none of them may be read for the whole. */
function drawFooters(pages: Page, { footer, labels }: Paper): void {
  const { count } = pages.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pages.switchToPage(index);
    pages.page.margins.bottom = 0;
    const y = pageHeight - margin + 6;
    pages
      .moveTo(margin, y - 5)
      .lineTo(pageWidth - margin, y - 5)
      .lineWidth(0.5);
    pages.strokeColor(rule).stroke().font('text').fontSize(7.5).fillColor(faint);
    pages.text(footer.join('\n'), margin, y, { width: innerWidth - 50 });
    const number = labels.pageOf
      .replace('{{page}}', String(index + 1))
      .replace('{{pages}}', String(count));
    pages.text(number, margin, y, { width: innerWidth, align: 'right' });
  }
}
