import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { BankAccount, Invoice, Party } from '../../src/billing/invoice.ts';
import { negated } from '../../src/billing/money.ts';
import type { Order } from '../../src/billing/order.ts';
import type { Phrases } from '../../src/billing/phrases.ts';
import { pricedLines } from '../../src/billing/price.ts';
import type { RateCard } from '../../src/billing/rate-card.ts';
import { creditorReference } from '../../src/billing/reference.ts';
import { type Tax, totalsOf } from '../../src/billing/tax.ts';
import { dec } from './card.ts';

export const office: Party = {
  name: 'Lindgren & Wade, Proofreaders',
  street: ['12 Quay Street', 'Second floor'],
  postcode: 'D02 XY45',
  town: 'Dublin',
  country: 'IE',
  vatId: 'IE6388047V',
  email: 'office@example.com',
};

export const client: Party = {
  name: 'Ōkami <Books> GmbH',
  street: ['Gartenweg 7'],
  postcode: '50667',
  town: 'Köln',
  country: 'DE',
  vatId: 'DE136695976',
  email: 'accounts@example.org',
};

export const account: BankAccount = {
  holder: 'Lindgren & Wade',
  bank: 'Harbour Bank',
  number: { kind: 'iban', iban: 'IE29 AIBK 9311 5212 3456 78', bic: 'AIBKIE2D' },
};

const taxTable: ReadonlyMap<string, Tax> = new Map<string, Tax>([
  ['S19', { code: 'S19', category: 'S', percent: dec('19') }],
  ['Z', { code: 'Z', category: 'Z', percent: dec('0') }],
  ['AE', { code: 'AE', category: 'AE', percent: dec('0'), reason: 'Reverse charge' }],
  ['E', { code: 'E', category: 'E', percent: dec('0'), reason: 'Small business' }],
  ['O', { code: 'O', category: 'O', percent: dec('0'), reason: 'Not subject to VAT' }],
]);

export function invoiceOf(order: Order, card: RateCard, more: Partial<Invoice> = {}): Invoice {
  const lines = pricedLines(order, card);
  const number = more.number ?? 'INV-2026-0001';
  return {
    kind: 'invoice',
    number,
    issuedOn: '2026-11-24',
    dueOn: '2026-12-08',
    delivered: { from: '2026-11-20', to: '2026-11-23' },
    currency: card.currency,
    language: 'en',
    seller: office,
    buyer: client,
    lines,
    taxTable,
    totals: totalsOf(lines, taxTable),
    account,
    reference: creditorReference(number) ?? '',
    countingRule: 'word-like/1',
    job: 'Spring catalogue',
    ...more,
  };
}

/** The same lines taken back. */
export function creditOf(invoice: Invoice): Invoice {
  const lines = invoice.lines.map((line) => ({
    ...line,
    quantity: -line.quantity,
    amount: negated(line.amount),
  }));
  return {
    ...invoice,
    kind: 'credit-note',
    number: 'CN-2026-0001',
    lines,
    totals: totalsOf(lines, invoice.taxTable),
    credits: { number: invoice.number, issuedOn: invoice.issuedOn },
  };
}

export function phrasesOf(language: string): Phrases {
  const file = new URL(`../../translations/${language}.yaml`, import.meta.url);
  return { language, texts: new Map(Object.entries(parse(readFileSync(file, 'utf8')))) };
}
