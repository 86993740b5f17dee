import type { Invoice } from './invoice.ts';
import type { PricedLine } from './line.ts';

/** Units by UN/ECE Recommendation 20: number of words, page, minute, one. */
export const unitCodes: Readonly<Record<PricedLine['unit'], string>> = {
  word: 'D68',
  page: 'ZP',
  minute: 'MIN',
  block: 'C62',
  piece: 'C62',
};

/** 380 is a commercial invoice, 381 a credit note (UNTDID 1001). */
export function typeCodeOf({ kind }: Pick<Invoice, 'kind'>): '380' | '381' {
  return kind === 'invoice' ? '380' : '381';
}

/** A credit note takes back what it lists, so its quantities are written with the other sign, as its amounts are. */
export function quantityOf(line: PricedLine, { kind }: Pick<Invoice, 'kind'>): string {
  return String(kind === 'credit-note' ? -line.quantity : line.quantity);
}
