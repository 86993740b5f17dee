import QRCode from 'qrcode';
import type { Paper } from '../../billing/paper.ts';
import { faint, ink, innerWidth, margin, type Page, pageHeight, rule } from './page.ts';

const codeSize = 88;
const padding = 12;

/** Where to deposit, with the code that a banking app reads; kept together on one page. */
export function drawPayment(pages: Page, payment: NonNullable<Paper['payment']>): void {
  const { heading, sentence, facts, warning, code } = payment;
  const width = innerWidth - 2 * padding - (code ? codeSize + padding : 0);
  pages.fontSize(8.5);
  const warned = pages.heightOfString(warning, { width });
  const height = Math.max(58 + facts.length * 13 + warned, code ? codeSize + 40 : 0) + padding;
  if (pages.y + height + 16 > pageHeight - margin - 20) pages.addPage();
  const top = pages.y + 16;
  pages.roundedRect(margin, top, innerWidth, height, 4).lineWidth(0.7).strokeColor(rule).stroke();
  const left = margin + padding;
  pages
    .font('strong')
    .fontSize(10)
    .fillColor(ink)
    .text(heading, left, top + padding);
  pages
    .font('text')
    .fontSize(9)
    .text(sentence, left, pages.y + 2, { width });
  pages.y += 4;
  for (const { label, value } of facts) {
    const y = pages.y;
    pages.fillColor(faint).text(label, left, y, { width: 96 });
    pages.fillColor(ink).text(value, left + 98, y, { width: width - 98 });
  }
  pages
    .fontSize(8.5)
    .fillColor(faint)
    .text(warning, left, pages.y + 6, { width });
  if (code) drawCode(pages, { ...code, left: margin + innerWidth - codeSize - padding, top });
  pages.y = top + height;
}

interface Code {
  readonly content: string;
  readonly label: string;
  readonly left: number;
  readonly top: number;
}

/** Drawn as squares, so that it is sharp at any size. */
function drawCode(pages: Page, { content, label, left, top }: Code): void {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const size = codeSize / modules.size;
  pages.fillColor('#000000');
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) pages.rect(left + x * size, top + padding + y * size, size, size);
    }
  }
  pages.fill();
  pages.fontSize(7.5).fillColor(faint);
  pages.text(label, left, top + padding + codeSize + 4, { width: codeSize, align: 'center' });
}
