import type { CalendarDate, Invoice } from './invoice.ts';
import type { InvoiceTask } from './invoice-task.ts';
import { negated } from './money.ts';
import type { Order } from './order.ts';
import { pricedLines } from './price.ts';
import { creditorReference } from './reference.ts';
import { totalsOf } from './tax.ts';
import type { Terms } from './terms.ts';

/** What is known only when an invoice gets its number. */
export interface Issue {
  readonly ordinal: number;
  readonly issuedOn: CalendarDate;
  readonly delivered: Invoice['delivered'];
}

/** The invoice of a job whose documents are all back. Throws PricingProblem. */
export function invoiceOf(task: InvoiceTask, terms: Terms, issue: Issue): Invoice {
  const { card, taxTable } = terms;
  const lines = pricedLines(orderOf(task, terms), card);
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
  };
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
function orderOf({ lines }: InvoiceTask, { service, tags }: Terms): Order {
  const documents = lines.map(({ description, quantity }) => ({
    path: description,
    words: quantity,
  }));
  return {
    items: [{ service, documents }],
    dueOnWeekend: false,
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

function daysAfter(date: CalendarDate, days: number): CalendarDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
