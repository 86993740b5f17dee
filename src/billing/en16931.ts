import type { Invoice, Party } from './invoice.ts';
import type { PricedLine } from './line.ts';
import type { Tax } from './tax.ts';

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

/** Only what is exempt, charged in reverse or outside the scope of VAT gives a reason (BR-S-10, BR-Z-10). */
export function exemptionReason({ category, reason }: Tax): string {
  return category === 'S' || category === 'Z' ? '' : (reason ?? '');
}

/**
 * The seller and the buyer as the rules want them: outside the scope of VAT neither shows a VAT id (BR-O-02);
 * a buyer has no tax number of its own. A seller without a VAT id is told by another number (BR-CO-26).
 */
export function partiesOf({
  seller,
  buyer,
  totals,
}: Pick<Invoice, 'seller' | 'buyer' | 'totals'>): {
  readonly seller: Party & { readonly id: string };
  readonly buyer: Party & { readonly id: string };
} {
  const outside = totals.taxes.some(({ tax }) => tax.category === 'O');
  const { vatId, ...unregistered } = seller;
  const { taxNumber: _, ...customer } = buyer;
  const { vatId: _id, ...plain } = customer;
  const shown: Party = outside ? unregistered : seller;
  return {
    seller: { ...shown, id: shown.vatId ? '' : (seller.taxNumber ?? vatId ?? seller.email ?? '') },
    buyer: { ...(outside ? plain : customer), id: '' },
  };
}
