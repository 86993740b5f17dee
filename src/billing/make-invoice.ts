import type { CalendarDate, Invoice } from './invoice.ts';
import type { InvoiceTask } from './invoice-task.ts';
import { negated, percentOf, sumOf } from './money.ts';
import { type Order, PricingProblem } from './order.ts';
import { pricedLines } from './price.ts';
import { daysAfter, type Quote } from './quote.ts';
import { creditorReference } from './reference.ts';
import { type Totals, totalsOf } from './tax.ts';
import type { Terms } from './terms.ts';

/** What is known only when an invoice gets its number. */
export interface Issue {
  readonly ordinal: number;
  readonly issuedOn: CalendarDate;
  readonly delivered: Invoice['delivered'];
}

/** On what an invoice is made: the terms of now, or those of the quote that was approved. */
export interface Basis {
  readonly terms: Terms;
  readonly approved: Quote | undefined;
}

/**
 * The invoice of a job whose documents are all back, at the prices that were approved.
 * Throws PricingProblem, also when it would come to more than the quote allows: then a new quote is needed.
 */
export function invoiceOf(task: InvoiceTask, basis: Basis, issue: Issue): Invoice {
  const { approved } = basis;
  const terms = approved?.terms ?? basis.terms;
  const { card, taxTable } = terms;
  const lines = pricedLines(orderOf(task, basis), card);
  if (approved) refuseMore(totalsOf(lines, taxTable), approved);
  const number = numberOf(terms.series.invoice, issue);
  return {
    kind: 'invoice',
    number,
    issuedOn: issue.issuedOn,
    dueOn: daysAfter(issue.issuedOn, terms.dueDays),
    delivered: issue.delivered,
    currency: card.currency,
    language: terms.language,
    seller: terms.seller,
    buyer: terms.buyer,
    lines,
    taxTable,
    totals: totalsOf(lines, taxTable),
    account: terms.account,
    reference: referenceOf(number),
    countingRule: card.count.standard,
    job: task.job,
    ...(terms.purchaseOrder !== undefined && { purchaseOrder: terms.purchaseOrder }),
    ...(approved && { quote: approved.number }),
  };
}

/** More than was agreed is never simply charged. */
function refuseMore({ net }: Totals, { totals, terms, number }: Quote): void {
  const allowed = sumOf([totals.net, percentOf(totals.net, terms.card.quote.tolerancePercent)]);
  if (net <= allowed) return;
  throw new PricingProblem(
    `The work comes to more than the quote ${number} allows. Quote the difference to the client first.`,
  );
}

/** Takes an invoice back, line by line, with a number of the other series. */
export function creditNoteOf(
  invoice: Invoice,
  { ordinal, issuedOn, series }: Omit<Issue, 'delivered'> & { readonly series: string },
): Invoice {
  const lines = invoice.lines.map((line) => ({
    ...line,
    quantity: -line.quantity,
    amount: negated(line.amount),
  }));
  const number = numberOf(series, { ordinal, issuedOn });
  return {
    ...invoice,
    kind: 'credit-note',
    number,
    issuedOn,
    dueOn: issuedOn,
    lines,
    totals: totalsOf(lines, invoice.taxTable),
    reference: referenceOf(number),
    credits: { number: invoice.number, issuedOn: invoice.issuedOn },
  };
}

/** The calendar year that a number belongs to. */
export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** A document that was charged before has no words here: it is listed, at nothing. */
function orderOf({ lines }: InvoiceTask, { terms, approved }: Basis): Order {
  const { service, tags } = approved?.terms ?? terms;
  const [item] = approved?.order.items ?? [];
  const documents = lines.map(({ description, quantity }) => ({
    path: description,
    words: quantity,
  }));
  return {
    ...approved?.order,
    items: [{ ...item, service, documents }],
    dueOnWeekend: approved?.order.dueOnWeekend ?? false,
    clientTags: tags,
    roundsMinutes: [],
  };
}

function numberOf(
  series: string,
  { ordinal, issuedOn }: Pick<Issue, 'ordinal' | 'issuedOn'>,
): string {
  return `${series}-${yearOf(issuedOn)}-${String(ordinal).padStart(4, '0')}`;
}

/** Settings keep the series short, so that a number always makes a reference. */
function referenceOf(number: string): string {
  const reference = creditorReference(number);
  if (reference === undefined) throw new Error(`${number} makes no creditor reference`);
  return reference;
}
