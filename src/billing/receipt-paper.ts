import type { CalendarDate, Invoice } from './invoice.ts';
import { dateForReading } from './invoice-paper.ts';
import { paperLabels } from './line-rows.ts';
import { amountForReading } from './money.ts';
import type { Paper } from './paper.ts';
import { type Phrases, phrase } from './phrases.ts';

/** Says that an invoice is paid. Made only when the deposit has completed. */
export function receiptPaper(invoice: Invoice, paidOn: CalendarDate, phrases: Phrases): Paper {
  const say = (key: string, values = {}): string => phrase(phrases, key, values);
  const amount = amountForReading(invoice.totals.gross, invoice.currency, phrases.language);
  const date = dateForReading(paidOn, phrases);
  return {
    language: phrases.language,
    title: say('title-receipt'),
    from: invoice.seller,
    to: invoice.buyer,
    labels: paperLabels(phrases),
    facts: [
      { label: say('for-invoice'), value: invoice.number },
      { label: say('job'), value: invoice.job },
      { label: say('paid-on'), value: date },
    ],
    rows: [],
    sums: [{ label: say('sum-received'), value: amount, strong: true }],
    notes: [say('receipt-sentence', { amount, date, number: invoice.number })],
    footer: [],
  };
}
