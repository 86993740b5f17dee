import { type Decimal, parseDecimal } from '../../src/billing/decimal.ts';
import { type Currency, currencyOf, type Minor } from '../../src/billing/money.ts';
import type { Order, OrderItem } from '../../src/billing/order.ts';
import type { RateCard, Service } from '../../src/billing/rate-card.ts';

export function dec(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new Error(text);
  return decimal;
}

export function currency(code: string): Currency {
  const found = currencyOf(code);
  if (!found) throw new Error(code);
  return found;
}

export function cents(amount: number): Minor {
  return BigInt(amount) as Minor;
}

/** A rate card of one service and nothing else, for a test to add to. */
export function cardOf(service: Service, more: Partial<RateCard> = {}): RateCard {
  return {
    id: 'test',
    currency: currency('EUR'),
    count: { standard: 'word-like/1' },
    wordsPerPage: 250,
    tax: 'S19',
    services: new Map([['proofread', service]]),
    retainers: new Map(),
    rush: [],
    discounts: [],
    revision: { includedRounds: 2 },
    quote: { validDays: 14, tolerancePercent: dec('10') },
    ...more,
  };
}

export function orderOf(item: Partial<OrderItem>, more: Partial<Order> = {}): Order {
  return {
    items: [{ service: 'proofread', documents: [], ...item }],
    dueOnWeekend: false,
    clientTags: [],
    roundsMinutes: [],
    ...more,
  };
}

export function words(count: number): Partial<OrderItem> {
  return { documents: [{ path: 'a.docx', words: count }] };
}
