import type { BankAccount, Party } from './invoice.ts';
import type { Minor } from './money.ts';
import type { RateCard } from './rate-card.ts';
import type { Tax } from './tax.ts';

/** On what terms a client is worked for, from the settings of the desk and the client. */
export interface Terms {
  readonly seller: Party;
  readonly buyer: Party;
  readonly account: BankAccount;
  readonly card: RateCard;
  readonly taxTable: ReadonlyMap<string, Tax>;
  /** The service of the rate card that the client's documents are charged as. */
  readonly service: string;
  readonly tags: readonly string[];
  /** BCP 47: in which language the client is written to. */
  readonly language: string;
  /** What numbers begin with: `INV` makes INV-2026-0001. Credit notes have a series of their own. */
  readonly series: { readonly invoice: string; readonly creditNote: string };
  readonly dueDays: number;
  readonly purchaseOrder?: string;
  /** The client's agreement: quotes up to this sum, with tax, need no approval of their own. */
  readonly autoApproveUpTo?: Minor;
  /** A retainer of the rate card: jobs are collected in one invoice a month. */
  readonly retainer?: string;
}

/** Terms, or what is still missing for them: each a sentence that says where to write it. */
export type TermsOrLacking =
  | { readonly kind: 'terms'; readonly terms: Terms }
  | { readonly kind: 'lacking'; readonly sentences: readonly string[] };

/** What tax law asks of both sides for the tax that the client is charged; sentences where it is not met. */
export function taxFaults({ card, taxTable, seller, buyer }: Terms): readonly string[] {
  const tax = taxTable.get(card.tax);
  if (!tax) {
    return [
      `The client’s file or the rate card “${card.id}” names the tax “${card.tax}”, which desk.yaml has not under “taxes”.`,
    ];
  }
  const faults: string[] = [];
  if (tax.category === 'AE' && !buyer.vatId) {
    faults.push(
      `Reverse charge needs the client’s VAT id: write “vat_id” under “invoice_to” in client.yaml.`,
    );
  }
  if (tax.category !== 'O' && !seller.vatId && !seller.taxNumber) {
    faults.push(
      'Invoices need the office’s “vat_id” or “tax_number”: write it under “address” in desk.yaml.',
    );
  }
  return faults;
}
