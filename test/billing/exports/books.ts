import type { Decimal } from '../../../src/billing/decimal.ts';
import type {
  BookedInvoice,
  Books,
  CreditBooking,
  Deposit,
} from '../../../src/billing/exports/books.ts';
import type { Invoice } from '../../../src/billing/invoice.ts';
import type { PricedLine } from '../../../src/billing/line.ts';
import { creditNoteOf } from '../../../src/billing/make-invoice.ts';
import type { Currency, Minor } from '../../../src/billing/money.ts';
import { type Tax, totalsOf } from '../../../src/billing/tax.ts';

export const euro: Currency = { code: 'EUR', places: 2 };
const yen: Currency = { code: 'JPY', places: 0 };

const taxTable = new Map<string, Tax>([
  ['S23', { code: 'S23', category: 'S', percent: 23_00000000n as Decimal }],
  ['AE', { code: 'AE', category: 'AE', percent: 0n as Decimal, reason: 'Reverse charge' }],
]);

interface Wanted {
  readonly ordinal: number;
  readonly on: string;
  readonly client: string;
  readonly nets: readonly (readonly [bigint, string])[];
  readonly currency?: Currency;
  readonly buyer?: string;
}

/** An invoice of one line for each net amount and tax. */
export function booked({
  ordinal,
  on,
  client,
  nets,
  currency = euro,
  buyer,
}: Wanted): BookedInvoice {
  const lines: readonly PricedLine[] = nets.map(([net, tax]) => ({
    text: { kind: 'service', service: 'Proofreading' },
    quantity: 1n,
    unit: 'piece',
    perUnits: 1n,
    price: 0n as Decimal,
    amount: net as Minor,
    tax,
    documents: [],
  }));
  const party = { street: ['1 Road'], postcode: '1', town: 'Town', country: 'IE' };
  const invoice: Invoice = {
    kind: 'invoice',
    number: `INV-${on.slice(0, 4)}-${String(ordinal).padStart(4, '0')}`,
    issuedOn: on,
    dueOn: on,
    delivered: { from: on, to: on },
    currency,
    language: 'en',
    seller: { ...party, name: 'Office' },
    buyer: { ...party, name: buyer ?? client },
    lines,
    taxTable,
    totals: totalsOf(lines, taxTable),
    account: { holder: 'Office', number: { kind: 'iban', iban: 'IE29AIBK93115212345678' } },
    reference: 'RF',
    countingRule: 'word-like/1',
    job: 'a job',
  };
  return { invoice, client, texts: lines.map(() => 'Proofreading') };
}

function credited(of: BookedInvoice, on: string): BookedInvoice {
  const invoice = creditNoteOf(of.invoice, { ordinal: 1, issuedOn: on, series: 'CN' });
  return { ...of, invoice };
}

export function deposit(
  id: string,
  on: string,
  amount: bigint,
  parts: readonly (readonly [BookedInvoice, bigint])[],
): Deposit {
  return {
    id,
    bookedOn: on,
    payer: 'A payer',
    currency: parts[0]?.[0].invoice.currency ?? euro,
    amount: amount as Minor,
    creditOf: parts[0]?.[0].client ?? '',
    parts: parts.map(([{ invoice, client }, part]) => ({
      number: invoice.number,
      client,
      amount: part as Minor,
    })),
  };
}

function creditOf(
  { invoice, client }: BookedInvoice,
  amount: bigint,
  how: Pick<CreditBooking, 'kind' | 'on'>,
): CreditBooking {
  const { number, currency } = invoice;
  return { client, currency, amount: amount as Minor, number, ...how };
}

const oddNames = ['(x) y', '2nd', '! z', '* q', 'a:b', 'a-b', 'A-B', '=1', 'tag:v', 'ß', '"\\'];

/** Two years of awkward names, two currencies, part payments, one too many, one taken back; credit that is kept, used and refunded. */
export function awkwardBooks(): Books {
  const a = booked({ ordinal: 1, on: '2026-11-03', client: 'anna ek', nets: [[1001n, 'S23']] });
  const b = booked({
    ordinal: 2,
    on: '2026-11-04',
    client: 'Jürgen: & Söhne; GmbH',
    nets: [
      [5000n, 'S23'],
      [-333n, 'S23'],
      [1200n, 'AE'],
    ],
    buyer: '=HYPERLINK("http://x.test","y"); | "Söhne"\nGmbH',
  });
  const c = booked({
    ordinal: 3,
    on: '2026-12-05',
    client: '校对',
    nets: [[777n, 'AE']],
    currency: yen,
  });
  const d = booked({ ordinal: 1, on: '2027-01-02', client: 'anna-ek', nets: [[0n, 'S23']] });
  const e = booked({ ordinal: 2, on: '2027-01-02', client: 'anna ek', nets: [[250n, 'S23']] });
  const f = booked({ ordinal: 3, on: '2027-01-20', client: 'anna ek', nets: [[200n, 'AE']] });
  const g = booked({ ordinal: 30, on: '2026-12-01', client: 'ß', nets: [[100n, 'AE']] });
  const odd = oddNames.map((client, index) =>
    booked({ ordinal: 10 + index, on: '2026-01-05', client, nets: [[100n, 'AE']] }),
  );
  return {
    invoices: [
      ...odd,
      a,
      { ...b, creditedBy: 'CN-2026-0001' },
      c,
      d,
      e,
      credited(b, '2026-12-31'),
      f,
      { ...g, creditedBy: 'CN-2027-0001' },
      credited(g, '2027-03-01'),
    ],
    deposits: [
      ...odd.map((one, index) => ({
        ...deposit(`odd${index}`, '2026-11-10', 100n, [[one, 100n]]),
        payer: ['', ' ', '!', '* (x) y'][index % 4] ?? '',
      })),
      deposit('aaaaaaaa1', '2026-11-10', 600n, [[a, 600n]]),
      deposit('bbbbbbbb1', '2027-01-10', 1200n, [
        [a, 631n],
        [e, 308n],
      ]),
      deposit('cccccccc1', '2027-01-11', 777n, [[c, 777n]]),
      deposit('dddddddd1', '2027-01-12', -777n, [[c, -777n]]),
      deposit('eeeeeeee1', '2026-12-03', 100n, [[g, 100n]]),
    ],
    credits: [
      creditOf(f, -200n, { kind: 'used', on: '2027-01-21' }),
      creditOf(f, -61n, { kind: 'refunded', on: '2027-02-01' }),
      creditOf(g, 100n, { kind: 'taken-back', on: '2027-03-01' }),
    ],
  };
}
