import type { Party } from './invoice.ts';

/**
 * A paper for the client in the client's own words: a quote, an invoice, a credit note, a receipt.
 * What draws it needs to know nothing about money.
 */
export interface Paper {
  readonly language: string;
  readonly title: string;
  readonly from: Party;
  readonly to: Party;
  readonly labels: PaperLabels;
  /** What the paper is: number, dates, job. */
  readonly facts: readonly Fact[];
  readonly rows: readonly PaperRow[];
  readonly sums: readonly (Fact & { readonly strong: boolean })[];
  readonly notes: readonly string[];
  readonly payment?: Payment;
  readonly footer: readonly string[];
}

interface PaperLabels {
  readonly columns: readonly [string, string, string, string];
  readonly to: string;
  readonly vatId: string;
  readonly taxNumber: string;
  /** With `{{page}}` and `{{pages}}` still in it. */
  readonly pageOf: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

interface PaperRow {
  readonly text: string;
  /** One a document, beneath the text. */
  readonly details: readonly string[];
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
}

interface Payment {
  readonly heading: string;
  readonly sentence: string;
  readonly facts: readonly Fact[];
  readonly warning: string;
  /** What a QR code says, and what stands below it. */
  readonly code?: { readonly content: string; readonly label: string };
}
