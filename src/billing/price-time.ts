import { type Decimal, quotientUp } from './decimal.ts';
import type { LineText, PricedLine } from './line.ts';
import { priceOf } from './money.ts';
import type { PerHour, RateCard } from './rate-card.ts';

/** Minutes as they are charged: in steps, each that is begun as a whole one, and never fewer than the least. */
export function chargedMinutes(minutes: number, service: PerHour): number {
  if (minutes <= 0) return 0;
  const step = BigInt(service.incrementMinutes);
  return Math.max(Number(quotientUp(BigInt(minutes), step) * step), service.minimumMinutes);
}

/** A line for so many minutes at the price of an hour. */
export function timeLine(
  text: LineText,
  { minutes, hourly }: { readonly minutes: number; readonly hourly: Decimal },
  card: RateCard,
): PricedLine {
  const quantity = BigInt(minutes);
  return {
    text,
    quantity,
    unit: 'minute',
    perUnits: 60n,
    price: hourly,
    amount: priceOf(quantity, hourly, { currency: card.currency, perUnits: 60n }),
    tax: card.tax,
    documents: [],
  };
}
