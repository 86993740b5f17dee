import { dateFormat } from '../core/formats-for-reading.ts';
import { decimalText } from './decimal.ts';
import { epcCode } from './epc-code.ts';
import type { BankAccount, CalendarDate, Invoice } from './invoice.ts';
import { countingRules, paperLabels, paperRows, reasonsOf } from './line-rows.ts';
import { amountForReading, type Minor, negated } from './money.ts';
import { monthForReading } from './months.ts';
import type { Fact, Paper } from './paper.ts';
import { type Phrases, phrase } from './phrases.ts';
import { inGroups } from './reference.ts';

/** An invoice or credit note as the client reads it. */
export function invoicePaper(invoice: Invoice, phrases: Phrases): Paper {
  const say = (key: string, values = {}): string => phrase(phrases, key, values);
  const isInvoice = invoice.kind === 'invoice';
  return {
    language: phrases.language,
    title: say(`title-${invoice.kind}`),
    from: invoice.seller,
    to: invoice.buyer,
    labels: paperLabels(phrases),
    facts: factsOf(invoice, phrases),
    rows: paperRows(invoice, phrases),
    sums: sumsOf(invoice, phrases),
    notes: reasonsOf(invoice.totals),
    ...(isInvoice && { payment: paymentOf(invoice, phrases) }),
    footer: [
      ...countingRules({ ...invoice, rule: invoice.countingRule }, phrases),
      ...(invoice.auditHead ? [say('audit-head', { head: invoice.auditHead })] : []),
    ],
  };
}

/** A date as the client's language writes it. */
export function dateForReading(date: CalendarDate, { language }: Phrases): string {
  const format = dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

function factsOf(invoice: Invoice, phrases: Phrases): readonly Fact[] {
  const { from, to } = invoice.delivered;
  const day = (date: CalendarDate): string => dateForReading(date, phrases);
  const { credits, replaces } = invoice;
  const values: readonly (readonly [string, string | undefined])[] = [
    ['number', invoice.number],
    ['date', day(invoice.issuedOn)],
    ['due', invoice.kind === 'invoice' ? day(invoice.dueOn) : undefined],
    ['delivered', from === to ? day(to) : `${day(from)} – ${day(to)}`],
    invoice.period === undefined
      ? ['job', invoice.job]
      : ['month', monthForReading(invoice.period, phrases.language)],
    ['purchase-order', invoice.purchaseOrder],
    ['quote', invoice.quote],
    [
      'credits',
      credits &&
        phrase(phrases, 'credits-value', { number: credits.number, date: day(credits.issuedOn) }),
    ],
    [
      'replaces',
      replaces && phrase(phrases, 'replaces-value', { ...replaces, date: day(replaces.issuedOn) }),
    ],
  ];
  return values.flatMap(([key, value]) =>
    value === undefined ? [] : [{ label: phrase(phrases, key), value }],
  );
}

function sumsOf(invoice: Invoice, phrases: Phrases): Paper['sums'] {
  const { totals, currency, kind } = invoice;
  const amount = (value: Minor): string =>
    amountForReading(kind === 'credit-note' ? negated(value) : value, currency, phrases.language);
  const taxes = totals.taxes.map(({ tax, base, amount: ofTax }) => {
    const percent = decimalText(tax.percent);
    const label = phrase(phrases, 'sum-tax', { percent, base: amount(base) });
    return { label, value: amount(ofTax), strong: false };
  });
  const last = kind === 'invoice' ? 'sum-gross' : 'sum-credit';
  return [
    { label: phrase(phrases, 'sum-net'), value: amount(totals.net), strong: false },
    ...taxes,
    { label: phrase(phrases, last), value: amount(totals.gross), strong: true },
  ];
}

function paymentOf(invoice: Invoice, phrases: Phrases): NonNullable<Paper['payment']> {
  const { totals, currency, account, reference } = invoice;
  const amount = amountForReading(totals.gross, currency, phrases.language);
  const date = dateForReading(invoice.dueOn, phrases);
  const content = epcCode(invoice);
  return {
    heading: phrase(phrases, 'payment'),
    sentence: phrase(phrases, 'payment-sentence', { amount, date }),
    facts: accountFacts(account, { reference, phrases }),
    warning: phrase(phrases, 'payment-only'),
    ...(content && { code: { content, label: phrase(phrases, 'scan') } }),
  };
}

function accountFacts(
  { holder, bank, number }: BankAccount,
  { reference, phrases }: { readonly reference: string; readonly phrases: Phrases },
): readonly Fact[] {
  const isIban = number.kind === 'iban';
  const values: readonly (readonly [string, string | undefined])[] = [
    ['account-holder', holder],
    ['bank', bank],
    ['iban', isIban ? inGroups(number.iban) : undefined],
    ['bic', isIban ? number.bic : undefined],
    ['account', isIban ? undefined : number.account],
    ['routing', isIban ? undefined : number.routing],
    ['reference', inGroups(reference)],
  ];
  return values.flatMap(([key, value]) =>
    value === undefined ? [] : [{ label: phrase(phrases, key), value }],
  );
}
