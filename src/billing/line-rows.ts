import { numberFormat } from '../core/formats-for-reading.ts';
import { type Decimal, decimalText } from './decimal.ts';
import type { Invoice } from './invoice.ts';
import type { PricedLine } from './line.ts';
import { lineText } from './line-text.ts';
import { amountForReading, type Currency, negated } from './money.ts';
import type { Paper } from './paper.ts';
import { type Phrases, phrase } from './phrases.ts';
import type { Totals } from './tax.ts';

/** What the table of a quote or an invoice is headed with. */
export function paperLabels(phrases: Phrases): Paper['labels'] {
  const say = (key: string): string => phrase(phrases, key);
  return {
    columns: [
      say('column-description'),
      say('column-quantity'),
      say('column-price'),
      say('column-amount'),
    ],
    to: say('to'),
    vatId: say('vat-id'),
    taxNumber: say('tax-number'),
    pageOf: phrase(phrases, 'page-of', { page: '{{page}}', pages: '{{pages}}' }),
  };
}

/** The lines as rows for a reader, each with the documents that it is for. */
export function paperRows(
  { lines, currency, kind }: Pick<Invoice, 'lines' | 'currency'> & { readonly kind: string },
  phrases: Phrases,
): Paper['rows'] {
  const back = kind === 'credit-note';
  return lines.map((line) => ({
    text: lineText(line, phrases),
    details: line.documents
      .filter(({ path }) => path !== '')
      .map(({ path, words, twin }) =>
        twin
          ? phrase(phrases, 'document-twin', { path })
          : phrase(phrases, 'document-words', { path, words }),
      ),
    ...(isShare(line)
      ? { quantity: '', price: '' }
      : {
          quantity: quantityText(back ? { ...line, quantity: -line.quantity } : line, phrases),
          price: priceText(line, { currency, phrases }),
        }),
    amount: amountForReading(back ? negated(line.amount) : line.amount, currency, phrases.language),
  }));
}

/** Why no tax is charged, where the law wants it said. */
export function reasonsOf({ taxes }: Pick<Totals, 'taxes'>): readonly string[] {
  return [...new Set(taxes.flatMap(({ tax }) => tax.reason ?? []))];
}

/** By what rule words were counted, and how many of them are a page where pages are charged. */
export function countingRules(
  {
    lines,
    rule,
    wordsPerPage,
  }: Pick<Invoice, 'lines' | 'wordsPerPage'> & { readonly rule: string },
  phrases: Phrases,
): readonly string[] {
  const byPage = wordsPerPage !== undefined && lines.some(({ unit }) => unit === 'page');
  const said = phrase(phrases, 'counting-rule', { rule });
  return [byPage ? `${said} ${phrase(phrases, 'page-rule', { words: wordsPerPage })}` : said];
}

/** What is added to or taken off the lines above has no quantity that would tell a reader anything. */
function isShare({ text }: PricedLine): boolean {
  return ['rush', 'weekend', 'discount', 'minimum-fee'].includes(text.kind);
}

function quantityText({ quantity, unit }: PricedLine, phrases: Phrases): string {
  if (unit === 'minute') {
    const hours = Number(quantity) / 60;
    const count = numberFormat(phrases.language, { maximumFractionDigits: 2 }).format(hours);
    return phrase(phrases, 'unit-hour', { count });
  }
  return phrase(phrases, `unit-${unit}`, {
    count: numberFormat(phrases.language, {}).format(quantity),
  });
}

function priceText(
  { price, unit }: PricedLine,
  { currency, phrases }: { readonly currency: Currency; readonly phrases: Phrases },
): string {
  const text = rateForReading(price, { currency, language: phrases.language });
  return unit === 'minute' ? phrase(phrases, 'price-hour', { price: text }) : text;
}

/** A rate with as many places as it has: a word may cost less than a cent. */
function rateForReading(
  rate: Decimal,
  { currency, language }: { readonly currency: Currency; readonly language: string },
): string {
  const format = numberFormat(language, {
    style: 'currency',
    currency: currency.code,
    minimumFractionDigits: currency.places,
    maximumFractionDigits: 8,
  });
  return format.format(decimalText(rate) as Intl.StringNumericLiteral);
}
