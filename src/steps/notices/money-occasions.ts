import type { CalendarDate } from '../../billing/invoice.ts';
import { dateForReading } from '../../billing/invoice-paper.ts';
import { amountForReading, type Minor } from '../../billing/money.ts';
import { monthForReading } from '../../billing/months.ts';
import { quotePaper } from '../../billing/quote.ts';
import { receiptPaper } from '../../billing/receipt-paper.ts';
import type { InvoiceRecord } from '../../job/invoices.ts';
import type { ClientName } from '../../job/job.ts';
import type { MailAttachment, PastEvent } from '../../job/messages.ts';
import type { QuoteRecord, QuoteState } from '../../job/quotes.ts';
import { byAgreement } from '../quoted.ts';
import type { Occasion, Telling, TemplateName } from './occasion.ts';

/** In which state a quote must still be for the client to be told of it. */
const quoteStates = {
  'quote-made': 'open',
  'quote-reminder': 'open',
  'quote-approved': 'approved',
  'quote-declined': 'declined',
  'quote-expired': 'expired',
} as const satisfies Partial<Record<TemplateName, QuoteState>>;

const invoiceCodes = [
  'invoice-issued',
  'credit-note-issued',
  'deposit-received',
  'receipt-issued',
  'invoice-reopened',
  'payment-reminder',
] as const satisfies readonly TemplateName[];

type QuoteCode = keyof typeof quoteStates;
type InvoiceCode = (typeof invoiceCodes)[number];

/** That an invoice is paid, the receipt says; the message that brings it follows at once. */
export function isMoneyCode(code: string): boolean {
  return isQuoteCode(code) || isInvoiceCode(code);
}

/** What is told of a quote, an invoice or a deposit. */
export async function moneyOccasion(
  event: PastEvent,
  telling: Telling,
): Promise<Occasion | undefined> {
  const { code, data } = event;
  const number = String(data?.['number'] ?? '');
  if (isQuoteCode(code)) {
    const quotes = await telling.desk.ledger.quotes(event.jobId ? { jobId: event.jobId } : {});
    const record = quotes.find(({ quote }) => quote.number === number);
    if (record?.state !== quoteStates[code]) return undefined;
    // Nobody has seen a quote that the agreement approved.
    const agreed = code === 'quote-approved' && record.decidedBy === byAgreement;
    return quoteOccasion({ code, agreed }, record, telling);
  }
  const [record] = await telling.desk.ledger.invoices({ number });
  if (!record || !isInvoiceCode(code)) return undefined;
  return invoiceOccasion({ event, code, record }, telling);
}

function isQuoteCode(code: string): code is QuoteCode {
  return Object.hasOwn(quoteStates, code);
}

function isInvoiceCode(code: string): code is InvoiceCode {
  return invoiceCodes.some((one) => one === code);
}

async function quoteOccasion(
  { code, agreed }: { readonly code: QuoteCode; readonly agreed: boolean },
  { quote, hash, jobId }: QuoteRecord,
  { desk, terms }: Telling,
): Promise<Occasion> {
  const client = quote.client as ClientName;
  const { language: tongue } = await terms(client);
  const { number, validUntil, totals, job } = quote;
  return {
    template: code,
    client,
    jobId,
    round: number,
    values: {
      job,
      number,
      amount: amountForReading(totals.gross, quote.terms.card.currency, tongue),
      validUntil: dateIn(validUntil, tongue),
      unreadable: quote.unreadable,
      agreed: agreed ? 'yes' : '',
    },
    async attachments() {
      if (code !== 'quote-made' && code !== 'quote-reminder' && !agreed) return [];
      const phrases = await desk.billing.phrasesFor(quote.terms.language);
      const paper = quotePaper(quote, hash, phrases);
      return [pdf(number, await desk.billing.printPaper(paper, quote.madeOn))];
    },
  };
}

interface OfInvoice {
  readonly event: PastEvent;
  readonly code: InvoiceCode;
  readonly record: InvoiceRecord;
}

async function invoiceOccasion(of: OfInvoice, telling: Telling): Promise<Occasion | undefined> {
  const { event, code, record } = of;
  const { invoice, client, jobId } = record;
  const paid = (await telling.desk.ledger.paidAmounts()).get(invoice.number) ?? 0n;
  const open = (invoice.totals.gross - paid) as Minor;
  if (!isStillSo(code, open, record)) return undefined;
  const { language: tongue } = await telling.terms(client);
  const amount = (value: Minor): string => amountForReading(value, invoice.currency, tongue);
  const once = code === 'invoice-issued' || code === 'credit-note-issued';
  return {
    template: code,
    client,
    ...(jobId && { jobId }),
    round: once ? invoice.number : `${invoice.number}/${event.seq}`,
    values: {
      job: invoice.job,
      month: invoice.period === undefined ? '' : monthForReading(invoice.period, tongue),
      number: invoice.number,
      amount: amount(invoice.totals.gross),
      open: amount(open),
      dueOn: dateIn(invoice.dueOn, tongue),
      reference: invoice.reference,
      part: paid > 0n ? 'yes' : '',
      credits: invoice.credits?.number ?? '',
      replaces: invoice.replaces?.number ?? '',
      round: String(event.data?.['round'] ?? ''),
    },
    attachments: () => papersOf(of, telling),
  };
}

/** What was said between the event and now may have made it untrue. */
function isStillSo(code: InvoiceCode, open: Minor, { creditedBy }: InvoiceRecord): boolean {
  switch (code) {
    case 'receipt-issued':
      return open <= 0n;
    case 'deposit-received':
    case 'invoice-reopened':
    case 'payment-reminder':
      return open > 0n && creditedBy === undefined;
    default:
      return true;
  }
}

async function papersOf(
  { code, record }: OfInvoice,
  { desk }: Telling,
): Promise<readonly MailAttachment[]> {
  if (code === 'deposit-received' || code === 'invoice-reopened') return [];
  const { invoice } = record;
  const phrases = await desk.billing.phrasesFor(invoice.language);
  if (code !== 'receipt-issued') {
    return [pdf(invoice.number, await desk.billing.print(invoice, phrases))];
  }
  const receipt = (await desk.ledger.receipts()).find((one) => one.number === invoice.number);
  if (!receipt) return [];
  const paper = receiptPaper(invoice, receipt.paidOn, phrases);
  const bytes = await desk.billing.printPaper(paper, receipt.paidOn);
  return [pdf(`${invoice.number}-receipt`, bytes)];
}

function pdf(name: string, bytes: Uint8Array): MailAttachment {
  return { name: `${name}.pdf`, type: 'application/pdf', bytes };
}

function dateIn(date: CalendarDate, language: string): string {
  return dateForReading(date, { language, texts: new Map() });
}
