import { decimalText } from './decimal.ts';
import { estimateOf } from './estimate.ts';
import { type Intake, intakeFacts, intakeOf } from './intake.ts';
import type { CalendarDate } from './invoice.ts';
import { dateForReading } from './invoice-paper.ts';
import type { PricedLine } from './line.ts';
import { countingRules, paperLabels, paperRows, reasonsOf } from './line-rows.ts';
import { amountForReading } from './money.ts';
import type { Order, OrderedDocument } from './order.ts';
import type { Paper } from './paper.ts';
import { type Phrases, phrase } from './phrases.ts';
import { pricedLines } from './price.ts';
import { type Totals, totalsOf } from './tax.ts';
import type { Terms } from './terms.ts';

/** What the help for a job will cost, from what its documents hold. Once made it never changes; its hash is what is approved. */
export interface Quote {
  readonly number: string;
  readonly madeOn: CalendarDate;
  readonly validUntil: CalendarDate;
  readonly client: string;
  readonly job: string;
  readonly order: Order;
  readonly terms: Terms;
  readonly lines: readonly PricedLine[];
  readonly totals: Totals;
  /** Documents of the job that could not be read; they are not in the price. */
  readonly unreadable: readonly string[];
  /** Which contents it is for: when they change, it no longer holds. */
  readonly contents: readonly string[];
  /** Absent in quotes of earlier versions. */
  readonly intake?: Intake;
}

/** How soon a client needs the work, seen from when the quote is made. */
export interface Deadline {
  readonly day: CalendarDate;
  readonly hours: number;
  readonly onWeekend: boolean;
}

/** What a quote is made from. */
export interface QuoteRequest {
  readonly ordinal: number;
  readonly madeOn: CalendarDate;
  readonly client: string;
  readonly job: string;
  readonly documents: readonly OrderedDocument[];
  readonly findingsPerThousand?: number;
  /** How long the office thinks that it will take. */
  readonly minutes?: number;
  readonly deadline?: Deadline;
  readonly unreadable: readonly string[];
  readonly contents: readonly string[];
}

/** Throws PricingProblem when the rate card has no price for what is asked. */
export function quoteOf(request: QuoteRequest, terms: Terms): Quote {
  const { ordinal, madeOn, client, job, unreadable, contents } = request;
  const { documents, findingsPerThousand, minutes, deadline } = request;
  const words = wordsIn(documents);
  const neededBy = deadline?.day;
  const intake = intakeOf({ words, findingsPerThousand, minutes, neededBy }, terms);
  const head = { ordinal, madeOn, client, job, unreadable, contents, intake };
  return quoteWith(orderOf(request, terms), terms, head);
}

function wordsIn(documents: readonly OrderedDocument[]): number {
  return documents.reduce((sum, one) => sum + one.words, 0);
}

function orderOf(
  { documents, findingsPerThousand: density, minutes, deadline }: QuoteRequest,
  terms: Terms,
): Order {
  const words = wordsIn(documents);
  const measured = density === undefined ? {} : { findingsPerThousand: density };
  const time = estimateOf({ words, minutes }, terms);
  return {
    items: [{ service: terms.service, documents, ...measured, ...time }],
    ...(deadline && { hoursUntilDue: deadline.hours }),
    dueOnWeekend: deadline?.onWeekend ?? false,
    clientTags: terms.tags,
    roundsMinutes: [],
  };
}

/** What a quote is called, and for what it is. */
type QuoteHead = Pick<
  QuoteRequest,
  'ordinal' | 'madeOn' | 'client' | 'job' | 'unreadable' | 'contents'
> &
  Pick<Quote, 'intake'>;

/** An order as a quote on these terms. */
export function quoteWith(
  order: Order,
  terms: Terms,
  { ordinal, madeOn, ...rest }: QuoteHead,
): Quote {
  const lines = pricedLines(order, terms.card);
  return {
    ...rest,
    number: `Q-${madeOn.slice(0, 4)}-${String(ordinal).padStart(4, '0')}`,
    madeOn,
    validUntil: daysAfter(madeOn, terms.card.quote.validDays),
    order,
    terms,
    lines,
    totals: totalsOf(lines, terms.taxTable),
  };
}

export function daysAfter(date: CalendarDate, days: number): CalendarDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** A quote as the client reads it. `hash` names just this quote: an approval is of it and of no other. */
export function quotePaper(quote: Quote, hash: string, phrases: Phrases): Paper {
  const { terms, totals, lines } = quote;
  const { currency } = terms.card;
  const say = (key: string, values = {}): string => phrase(phrases, key, values);
  const day = (date: CalendarDate): string => dateForReading(date, phrases);
  const amount = (value: typeof totals.net): string =>
    amountForReading(value, currency, phrases.language);
  const unreadable = quote.unreadable.map((path) => say('quote-unreadable', { path }));
  return {
    language: phrases.language,
    title: say('title-quote'),
    from: terms.seller,
    to: terms.buyer,
    labels: paperLabels(phrases),
    facts: [
      { label: say('number'), value: quote.number },
      { label: say('date'), value: day(quote.madeOn) },
      { label: say('valid-until'), value: day(quote.validUntil) },
      { label: say('job'), value: quote.job },
      ...(quote.intake ? intakeFacts(quote.intake, phrases, day) : []),
    ],
    rows: paperRows({ lines, currency, kind: 'quote' }, phrases),
    sums: [
      { label: say('sum-net'), value: amount(totals.net), strong: false },
      ...totals.taxes.map(({ tax, base, amount: of }) => ({
        label: say('sum-tax', { percent: decimalText(tax.percent), base: amount(base) }),
        value: amount(of),
        strong: false,
      })),
      { label: say('sum-gross'), value: amount(totals.gross), strong: true },
    ],
    notes: [
      ...reasonsOf(totals),
      say('quote-approve', { number: quote.number }),
      ...estimateNote(quote, phrases),
      ...unreadable,
    ],
    footer: [
      ...countingRules({ lines, rule: terms.card.count.standard, ...terms.card }, phrases),
      say('quote-hash', { hash: hash.slice(0, 16) }),
    ],
  };
}

/** Time that is estimated is not what is charged, and the client agrees to that. */
function estimateNote({ lines, terms }: Quote, phrases: Phrases): readonly string[] {
  if (!lines.some(({ text }) => text.kind === 'estimate')) return [];
  const percent = decimalText(terms.card.quote.tolerancePercent);
  const key = percent === '0' ? 'quote-estimate' : 'quote-estimate-tolerance';
  return [phrase(phrases, key, { percent })];
}
