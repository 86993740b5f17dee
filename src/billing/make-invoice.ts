import type { CalendarDate, Invoice } from './invoice.ts';
import type { InvoiceTask } from './invoice-task.ts';
import type { PricedLine } from './line.ts';
import { negated, percentOf, sumOf } from './money.ts';
import { type Order, type OrderedDocument, PricingProblem } from './order.ts';
import { pricedLines } from './price.ts';
import { daysAfter, type Quote } from './quote.ts';
import type { RateCard } from './rate-card.ts';
import { creditorReference } from './reference.ts';
import { type Totals, totalsOf } from './tax.ts';
import type { Terms } from './terms.ts';
import { type TimeSpent, timeItems } from './time-items.ts';

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
  /** What the office spent on each round of changes. */
  readonly roundsMinutes?: readonly number[];
  readonly time?: TimeToInvoice;
}

/** Time that is charged with a job: what was spent on it, and the client’s that belongs to no job. */
interface TimeToInvoice {
  readonly ofJob: readonly TimeSpent[];
  readonly others: readonly TimeSpent[];
}

/**
 * The invoice of a job whose documents are all back, at the prices that were approved.
 * Throws PricingProblem, also when it would come to more than the quote allows: then a new quote is needed.
 */
export function invoiceOf(task: InvoiceTask, basis: Basis, issue: Issue): Invoice {
  const { approved } = basis;
  const terms = agreedTerms(basis);
  const { card, taxTable } = terms;
  const documents = task.lines.map(({ description: path, quantity: words, twin }) => ({
    path,
    words,
    ...(twin && { twin }),
  }));
  const order = orderOf(documents, basis);
  const ofJob = pricedLines(order, card);
  if (approved) {
    const quoted = ofJob.filter(({ text }) => text.kind !== 'round');
    refuseMore(totalsOf(quoted, taxTable), approved);
  }
  const lines = [...ofJob, ...otherLines(basis.time?.others ?? [], terms)];
  const invoice = invoiceWith(lines, terms, { ...issue, job: task.job });
  return approved ? { ...invoice, quote: approved.number } : invoice;
}

/** Prices and taxes are those that were approved; the account, the address and the language are those of now. */
function agreedTerms({ approved, terms }: Basis): Terms {
  if (!approved) return terms;
  const { card, taxTable, service, tags } = approved.terms;
  return { ...terms, card, taxTable, service, tags };
}

/** What belongs to no job has no part in the job’s surcharges, and is not brought up to a least fee. */
function otherLines(time: readonly TimeSpent[], { card, tags }: Terms): readonly PricedLine[] {
  const items = timeItems(time, card);
  const order = { items, dueOnWeekend: false, clientTags: tags, roundsMinutes: [] };
  return items.length === 0 ? [] : pricedLines(order, withoutLeastFee(card));
}

/** The least fee is that of a job. */
export function withoutLeastFee({ minimumFee: _, ...card }: RateCard): RateCard {
  return card;
}

/** Lines as an invoice on these terms. */
export function invoiceWith(
  lines: readonly PricedLine[],
  terms: Terms,
  issue: Issue & { readonly job: string },
): Invoice {
  const number = numberOf(terms.series.invoice, issue);
  return {
    kind: 'invoice',
    number,
    issuedOn: issue.issuedOn,
    dueOn: daysAfter(issue.issuedOn, terms.dueDays),
    delivered: issue.delivered,
    currency: terms.card.currency,
    language: terms.language,
    seller: terms.seller,
    buyer: terms.buyer,
    lines,
    taxTable: terms.taxTable,
    totals: totalsOf(lines, terms.taxTable),
    account: terms.account,
    reference: referenceOf(number),
    countingRule: terms.card.count.standard,
    wordsPerPage: terms.card.wordsPerPage,
    job: issue.job,
    ...(terms.purchaseOrder !== undefined && { purchaseOrder: terms.purchaseOrder }),
  };
}

/** More than was agreed is never simply charged; further rounds of changes are agreed with the rate card, and come on top. */
function refuseMore(totals: Totals, quote: Quote): void {
  if (isWithin(totals, quote)) return;
  const { number } = quote;
  throw new PricingProblem(
    `The work comes to more than the quote ${number} allows. “proofdesk quote renew ${number}” quotes it to the client as it is now; time that is not to be charged is taken out with “proofdesk time drop”.`,
  );
}

/** Whether a quote allows this much, with the tolerance that was agreed. */
export function isWithin({ net }: Pick<Totals, 'net'>, { totals, terms }: Quote): boolean {
  const { tolerancePercent } = terms.card.quote;
  return net <= sumOf([totals.net, percentOf(totals.net, tolerancePercent)]);
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
  const { replaces: _earlier, ...rest } = invoice;
  return {
    ...rest,
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

/** What is charged for a job. A document that was charged before has no words here: it is listed, at nothing. */
export function orderOf(
  documents: readonly OrderedDocument[],
  { terms, approved, time, roundsMinutes = [] }: Basis,
): Order {
  const { service, tags, card } = approved?.terms ?? terms;
  // What was estimated is not charged: what was recorded is.
  const [{ minutes: _, estimated: __, ...item } = {}] = approved?.order.items ?? [];
  const timed = timeItems(time?.ofJob ?? [], card);
  // Where the documents themselves are charged by the hour, it is their time, on one line with them.
  const own = timed.find((one) => one.service === service && one.kind === undefined);
  const minutes = own?.minutes === undefined ? {} : { minutes: own.minutes };
  return {
    ...approved?.order,
    items: [{ ...item, service, documents, ...minutes }, ...timed.filter((one) => one !== own)],
    dueOnWeekend: approved?.order.dueOnWeekend ?? false,
    clientTags: tags,
    roundsMinutes,
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
