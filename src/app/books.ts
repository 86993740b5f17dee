import { systemClock } from '../adapters/system/clock.ts';
import { beancountOf } from '../billing/exports/beancount.ts';
import type { Books, CreditBooking, Deposit, Period } from '../billing/exports/books.ts';
import { invoicesCsv } from '../billing/exports/csv.ts';
import { hledgerOf } from '../billing/exports/hledger.ts';
import { quickbooksOf } from '../billing/exports/quickbooks.ts';
import { ageing, monthReport } from '../billing/exports/report.ts';
import { xeroFiles } from '../billing/exports/xero.ts';
import { lineText } from '../billing/line-text.ts';
import { amountText } from '../billing/money.ts';
import type { Phrases } from '../billing/phrases.ts';
import type { Billing } from '../job/books.ts';
import type { CreditMove } from '../job/credits.ts';
import type { Ledger } from '../ports.ts';
import { dayOf } from '../steps/days.ts';
import { currencyNamed } from '../steps/open-invoices.ts';
import { createBilling } from './compose.ts';
import { looking } from './invoices.ts';

/** The programs that the books can be written for, each with what makes its files. */
const exports = {
  hledger: (books: Books, period: Period) => [hledgerOf(books, period)],
  beancount: (books: Books, period: Period) => [beancountOf(books, period)],
  csv: (books: Books, period: Period) => [invoicesCsv(books, period)],
  xero: xeroFiles,
  quickbooks: (books: Books, period: Period) => [quickbooksOf(books, period)],
} as const;

export type ExportName = keyof typeof exports;

export const exportNames = Object.keys(exports) as readonly ExportName[];

/** The books as files for another program: one, or several where it takes only so many invoices in one. */
export async function exportBooks(
  folder: string,
  name: ExportName,
  period: Period,
): Promise<readonly string[]> {
  return withBooks(folder, (books) => exports[name](books, period));
}

/** What a month came to, one row a currency; amounts in whole units with places. */
export async function reportMonth(folder: string, month: string) {
  return withBooks(folder, (books) =>
    monthReport(books, month).map(({ currency, ...sums }) => ({
      currency: currency.code,
      invoiced: amountText(sums.invoiced, currency),
      credited: amountText(sums.credited, currency),
      received: amountText(sums.received, currency),
      refunded: amountText(sums.refunded, currency),
      open: amountText(sums.open, currency),
      credit: amountText(sums.credit, currency),
    })),
  );
}

/** What clients owe today, by its age. */
export async function reportAgeing(folder: string) {
  const today = dayOf(systemClock.now());
  return withBooks(folder, (books) =>
    ageing(books, today).map(({ client, currency, ages, open, overdue, credit }) => ({
      client,
      currency: currency.code,
      upTo30: amountText(ages[0], currency),
      upTo60: amountText(ages[1], currency),
      upTo90: amountText(ages[2], currency),
      over90: amountText(ages[3], currency),
      open: amountText(open, currency),
      overdue: amountText(overdue, currency),
      credit: amountText(credit, currency),
    })),
  );
}

/** What of the retainers was used, month by month, and on which invoice it is. */
export async function reportRetainers(folder: string) {
  return looking(folder, async ({ ledger }) => {
    const months = await ledger.invoicedMonths();
    return months.flatMap(({ client, period, retainer, number, ...used }) =>
      retainer === undefined
        ? []
        : [
            {
              client,
              month: period,
              retainer,
              words: `${used.usedWords} of ${used.includedWords}`,
              minutes: `${used.usedMinutes} of ${used.includedMinutes}`,
              invoice: number,
            },
          ],
    );
  });
}

function withBooks<T>(folder: string, use: (books: Books) => T): Promise<T> {
  return looking(folder, async ({ ledger, paths }) =>
    use(await booksOf(ledger, createBilling(paths))),
  );
}

/** The books as the ledger has them. */
export async function booksOf(
  ledger: Pick<Ledger, 'allocations' | 'bankEntries' | 'creditMoves' | 'invoices'>,
  billing: Pick<Billing, 'phrasesFor'>,
): Promise<Books> {
  const languages = new Map<string, Phrases>();
  const records = await ledger.invoices();
  const invoices = [];
  for (const { invoice, client, creditedBy } of records) {
    const { language } = invoice;
    const phrases = languages.get(language) ?? (await billing.phrasesFor(language));
    languages.set(language, phrases);
    const texts = invoice.lines.map((line) => lineText(line, phrases));
    invoices.push({ invoice, client, texts, ...(creditedBy !== undefined && { creditedBy }) });
  }
  const clients = new Map(records.map(({ invoice, client }) => [invoice.number, client]));
  const moves = await ledger.creditMoves();
  return {
    invoices,
    deposits: await depositsOf(ledger, clients, moves),
    credits: moves.flatMap(creditBookingOf),
  };
}

async function depositsOf(
  ledger: Pick<Ledger, 'allocations' | 'bankEntries'>,
  clients: ReadonlyMap<string, string>,
  moves: readonly CreditMove[],
): Promise<readonly Deposit[]> {
  const owners = new Map(moves.map(({ entryId, client }) => [entryId, client]));
  const given = Map.groupBy(await ledger.allocations(), ({ entryId }) => entryId);
  const entries = await ledger.bankEntries({ state: 'allocated' });
  return entries.map(({ id, bookedOn, payer, currency, amount }) => ({
    id,
    bookedOn,
    payer: payer ?? '',
    currency: currencyNamed(currency),
    amount,
    creditOf: owners.get(id) ?? clients.get(given.get(id)?.[0]?.number ?? '') ?? '',
    parts: (given.get(id) ?? []).map(({ number, amount: part }) => ({
      number,
      client: clients.get(number) ?? '',
      amount: part,
    })),
  }));
}

/** What deposits left over is in the deposits already. */
function creditBookingOf(move: CreditMove): readonly CreditBooking[] {
  const { client, amount, kind, number, bookedOn } = move;
  if (kind === 'overpaid' || kind === 'deposited') return [];
  const currency = currencyNamed(move.currency);
  return [
    { client, currency, amount, kind, on: bookedOn, ...(number !== undefined && { number }) },
  ];
}
