import { type Decimal, decimalOf, decimalPlaces } from './decimal.ts';
import type { LineText, PricedLine } from './line.ts';
import { priceOf } from './money.ts';
import { type OrderItem, PricingProblem, type RetainerLeft } from './order.ts';
import { wordsOf } from './price-text.ts';
import { chargedMinutes, timeLine } from './price-time.ts';
import type { RateCard, Retainer, Service } from './rate-card.ts';

interface Retained {
  readonly service: Service;
  readonly left: RetainerLeft;
  readonly card: RateCard;
}

/**
 * The lines of an item that a retainer pays for: what it holds at nothing, what goes beyond at its own rate.
 * Undefined for help that the retainer does not hold.
 */
export function retainerLines(
  item: OrderItem,
  retained: Retained,
): readonly PricedLine[] | undefined {
  const { service, left, card } = retained;
  const retainer = retainerOf(left, card);
  if (service.model === 'per-word' || service.model === 'per-page') {
    if (retainer.includesWords === 0) return undefined;
    return split(item, { total: wordsOf(item), held: left.words, retained, unit: 'word' });
  }
  if (service.model !== 'per-hour' || retainer.includesMinutes === 0) return undefined;
  const total = chargedMinutes(item.minutes ?? 0, service);
  return split(item, { total, held: left.minutes, retained, unit: 'minute' });
}

/** The price of the month, whatever of it is used. */
export function retainerPrice(left: RetainerLeft, card: RateCard): readonly PricedLine[] {
  if (left.period === undefined) return [];
  const { price } = retainerOf(left, card);
  return [
    {
      text: { kind: 'retainer', retainer: left.name, period: left.period },
      quantity: 1n,
      unit: 'piece',
      perUnits: 1n,
      price: (price * 10n ** BigInt(decimalPlaces - card.currency.places)) as Decimal,
      amount: price,
      tax: card.tax,
      documents: [],
    },
  ];
}

/** What is left of a retainer after these lines. */
export function leftAfter(left: RetainerLeft, lines: readonly PricedLine[]): RetainerLeft {
  const used = usedOf(lines.filter(({ text }) => text.kind === 'in-retainer'));
  return { ...left, words: left.words - used.words, minutes: left.minutes - used.minutes };
}

/** The words and minutes that a retainer was asked for, within it and beyond. */
export function usedOf(lines: readonly PricedLine[]): {
  readonly words: number;
  readonly minutes: number;
} {
  const asked = lines.filter(
    ({ text }) => text.kind === 'in-retainer' || text.kind === 'over-retainer',
  );
  const sum = (unit: PricedLine['unit']): number =>
    asked
      .filter((line) => line.unit === unit)
      .reduce((all, { quantity }) => all + Number(quantity), 0);
  return { words: sum('word'), minutes: sum('minute') };
}

function retainerOf(left: Pick<RetainerLeft, 'name'>, card: RateCard): Retainer {
  const retainer = card.retainers.get(left.name);
  if (retainer) return retainer;
  throw new PricingProblem(`The rate card “${card.id}” has no retainer “${left.name}”.`);
}

interface Amounts {
  readonly total: number;
  readonly held: number;
  readonly retained: Retained;
  readonly unit: 'word' | 'minute';
}

function split(item: OrderItem, { total, held, retained, unit }: Amounts): readonly PricedLine[] {
  const { left, card } = retained;
  const retainer = retainerOf(left, card);
  const within = Math.min(total, Math.max(held, 0));
  const names = { service: item.service, retainer: left.name } as const;
  const line = (text: LineText, quantity: number, rate: Decimal): PricedLine =>
    unit === 'word'
      ? wordLine(text, { quantity, rate, card })
      : timeLine(text, { minutes: quantity, hourly: rate }, card);
  const inside = line({ kind: 'in-retainer', ...names }, within, decimalOf(0n));
  const lines: PricedLine[] = [{ ...inside, documents: item.documents }];
  if (total > within) {
    const rate = unit === 'word' ? retainer.overagePerWord : retainer.overagePerHour;
    if (rate === undefined) {
      throw new PricingProblem(
        `The retainer “${left.name}” is used up, and it has no price for what goes beyond it. Add an overage to the rate card, or quote the rest apart.`,
      );
    }
    lines.push(line({ kind: 'over-retainer', ...names }, total - within, rate));
  }
  return lines;
}

function wordLine(
  text: LineText,
  {
    quantity,
    rate,
    card,
  }: { readonly quantity: number; readonly rate: Decimal; readonly card: RateCard },
): PricedLine {
  const count = BigInt(quantity);
  return {
    text,
    quantity: count,
    unit: 'word',
    perUnits: 1n,
    price: rate,
    amount: priceOf(count, rate, { currency: card.currency }),
    tax: card.tax,
    documents: [],
  };
}
