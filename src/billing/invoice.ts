import type { PricedLine } from './line.ts';
import type { Currency } from './money.ts';
import type { Tax, Totals } from './tax.ts';

/** The office or a client, as an invoice names them (EN 16931, BG-4 and BG-7). */
export interface Party {
  readonly name: string;
  /** Street and number, then what else the address needs before the town. */
  readonly street: readonly string[];
  readonly postcode: string;
  readonly town: string;
  readonly region?: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly vatId?: string;
  /** The number that a tax office gives to those without a VAT id. */
  readonly taxNumber?: string;
  readonly email?: string;
}

/** The designated account. Nothing else is ever given to pay into. */
export interface BankAccount {
  readonly holder: string;
  readonly bank?: string;
  readonly number:
    | { readonly kind: 'iban'; readonly iban: string; readonly bic?: string }
    | { readonly kind: 'local'; readonly account: string; readonly routing: string };
}

/** An invoice that another paper speaks of. */
interface EarlierInvoice {
  readonly number: string;
  readonly issuedOn: CalendarDate;
}

/** A date in the calendar, `2026-11-24`. */
export type CalendarDate = string;

/** An invoice or a credit note with all that stands on it. Once issued it never changes. */
export interface Invoice {
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** When the documents went back: the first and the last day. */
  readonly delivered: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly currency: Currency;
  /** BCP 47: the client's language. */
  readonly language: string;
  readonly seller: Party;
  readonly buyer: Party;
  readonly lines: readonly PricedLine[];
  readonly taxTable: ReadonlyMap<string, Tax>;
  readonly totals: Totals;
  readonly account: BankAccount;
  /** What the payer writes with the deposit (ISO 11649): `RF18INV20260001`. */
  readonly reference: string;
  readonly countingRule: string;
  /** Absent in invoices of earlier versions. */
  readonly wordsPerPage?: number;
  readonly job: string;
  /** The month, where it is the invoice of one: then that is in the place of a job. */
  readonly period?: string;
  readonly purchaseOrder?: string;
  /** The quote that was approved. */
  readonly quote?: string;
  /** What a credit note takes back. */
  readonly credits?: EarlierInvoice;
  /** The invoice in whose place this one is made: a credit note took it back. */
  readonly replaces?: EarlierInvoice & { readonly creditedBy: string };
  /** Ties this document to the audit trail: the head of its chain when it was issued. */
  readonly auditHead?: string;
}

/** The tax of a line. Throws when the table has none: settings are checked before. */
export function taxOf(line: PricedLine, { taxTable }: Pick<Invoice, 'taxTable'>): Tax {
  const tax = taxTable.get(line.tax);
  if (!tax) throw new Error(`there is no tax ${line.tax}`);
  return tax;
}
