import { type Decimal, decimalOf, decimalPlaces, decimalText } from './decimal.ts';
import type { LineText, PricedLine } from './line.ts';
import { type Minor, minorOf, negated, nothing, percentOf, sumOf } from './money.ts';
import { type Order, type OrderItem, PricingProblem } from './order.ts';
import { priceText, wordsOf } from './price-text.ts';
import { chargedMinutes, timeLine } from './price-time.ts';
import type { RateCard, RushSurcharge, Service } from './rate-card.ts';
import { leftAfter, retainerLines, retainerPrice } from './retainer.ts';

/**
 * The lines of an order by a rate card, in the order in which a price is made: quantity, block, tier, difficulty;
 * what a retainer holds; each line rounded; then surcharges, discounts and the least fee, each a line of its own.
 * Tax comes after, on all lines of one category at once. Throws PricingProblem.
 */
export function pricedLines(order: Order, card: RateCard): readonly PricedLine[] {
  const lines = [...itemLines(order, card)];
  lines.push(...roundLines(order, card));
  lines.push(...surcharges(order, { card, base: totalOf(lines) }));
  lines.push(...discounts(order, { card, base: totalOf(lines) }));
  lines.push(...topUp(totalOf(lines), { order, card }));
  return lines;
}

/** The price of a retainer, then item after item: what one takes of the retainer is gone for the next. */
function itemLines(order: Order, card: RateCard): readonly PricedLine[] {
  if (!order.retainer) return order.items.flatMap((item) => linesOf(item, { order, card }));
  let left = order.retainer;
  const lines = [...retainerPrice(left, card)];
  for (const item of order.items) {
    const more = linesOf(item, { order: { ...order, retainer: left }, card });
    left = leftAfter(left, more);
    lines.push(...more);
  }
  return lines;
}

export function totalOf(lines: readonly PricedLine[]): Minor {
  return sumOf(lines.map(({ amount }) => amount));
}

interface Terms {
  readonly order: Order;
  readonly card: RateCard;
}

function linesOf(item: OrderItem, { order, card }: Terms): readonly PricedLine[] {
  const service = serviceOf(item, card);
  if (order.retainer) {
    const retained = retainerLines(item, { service, left: order.retainer, card });
    if (retained) return retained;
  }
  switch (service.model) {
    case 'per-word':
    case 'per-page':
      return [...priceText(item, service, card)];
    case 'per-hour': {
      if (item.minutes === undefined) throw noTime(item);
      const minutes = chargedMinutes(item.minutes, service);
      const text = {
        kind: item.estimated ? 'estimate' : 'service',
        service: item.service,
      } as const;
      return [
        { ...timeLine(text, { minutes, hourly: service.rate }, card), documents: item.documents },
      ];
    }
    case 'training':
      return [trainingLine(item, { kinds: service.kinds, card })];
    case 'flat':
      return flatLines(item, { service, card });
    case 'free':
      return [
        pieceLine({ kind: 'service', service: item.service }, { price: decimalOf(0n), item }, card),
      ];
  }
}

function serviceOf(item: OrderItem, card: RateCard): Service {
  const service = card.services.get(item.service);
  if (service) return service;
  const names = [...card.services.keys()].join(', ');
  throw new PricingProblem(
    `The rate card “${card.id}” has no service “${item.service}”. It has: ${names}.`,
  );
}

/** Nothing is never what an hour's work costs. */
function noTime({ service }: OrderItem): PricingProblem {
  return new PricingProblem(
    `“${service}” is charged by the hour, and no time is recorded. Record it with “proofdesk time add”.`,
  );
}

function trainingLine(
  item: OrderItem,
  { kinds, card }: { readonly kinds: ReadonlyMap<string, Decimal>; readonly card: RateCard },
): PricedLine {
  const hourly = item.kind === undefined ? undefined : kinds.get(item.kind);
  if (item.kind === undefined || hourly === undefined) {
    throw new PricingProblem(
      `The rate card “${card.id}” has no training “${item.kind ?? ''}”. It has: ${[...kinds.keys()].join(', ')}.`,
    );
  }
  const text = { kind: 'training', service: item.service, training: item.kind } as const;
  return timeLine(text, { minutes: item.minutes ?? 0, hourly }, card);
}

/** The fixed price, and what goes beyond the words that it holds at the price of another service. */
function flatLines(
  item: OrderItem,
  {
    service,
    card,
  }: { readonly service: Service & { readonly model: 'flat' }; readonly card: RateCard },
): readonly PricedLine[] {
  const text = { kind: 'service', service: item.service } as const;
  const fixed = pieceLine(text, { price: service.rate, item }, card);
  const beyond = wordsOf(item) - (service.includes?.words ?? Number.POSITIVE_INFINITY);
  if (!service.includes || beyond <= 0) return [fixed];
  const other = service.includes.beyond;
  const excess = { ...item, service: other, documents: [{ path: '', words: beyond }] };
  const priced = serviceOf(excess, card);
  if (priced.model !== 'per-word' && priced.model !== 'per-page') {
    throw new PricingProblem(
      `“${item.service}” charges further words as “${other}”, which is not charged by the word or page.`,
    );
  }
  const included = service.includes.words;
  const lines = priceText(excess, priced, card).map((line) => ({
    ...line,
    text: beyondText(line, { service: other, included }),
    documents: [],
  }));
  return [fixed, ...lines];
}

/** Words beyond those that are included are counted from the first one, so that tiers can be told apart. */
function beyondText(
  { text, unit }: PricedLine,
  { service, included }: { readonly service: string; readonly included: number },
): LineText {
  if (text.kind === 'slice' && unit === 'word') {
    const { from, to, ...rest } = text;
    return { ...rest, from: from + included, ...(to !== undefined && { to: to + included }) };
  }
  const factor = 'factor' in text && text.factor !== undefined ? { factor: text.factor } : {};
  return { kind: 'beyond', service, included, ...factor };
}

function pieceLine(
  text: LineText,
  { price, item }: { readonly price: Decimal; readonly item?: OrderItem },
  card: RateCard,
): PricedLine {
  const amount = minorOf(price, card.currency);
  const documents = item?.documents ?? [];
  return {
    text,
    quantity: 1n,
    unit: 'piece',
    perUnits: 1n,
    price,
    amount,
    tax: card.tax,
    documents,
  };
}

/** Rounds of changes beyond those that the price includes. */
export function roundLines(
  { roundsMinutes }: Pick<Order, 'roundsMinutes'>,
  card: RateCard,
): readonly PricedLine[] {
  const { includedRounds, extraRound } = card.revision;
  if (!extraRound) return [];
  return roundsMinutes.slice(includedRounds).map((minutes, index) => {
    const text = { kind: 'round', round: includedRounds + index + 1 } as const;
    const charged = chargedMinutes(minutes, extraRound);
    return timeLine(text, { minutes: charged, hourly: extraRound.rate }, card);
  });
}

interface Base {
  readonly card: RateCard;
  readonly base: Minor;
}

function surcharges(order: Order, { card, base }: Base): readonly PricedLine[] {
  const lines: PricedLine[] = [];
  const rush = rushOf(order, card.rush);
  if (rush) {
    const percent = decimalText(rush.percent);
    const text = { kind: 'rush', percent, hours: rush.withinHours } as const;
    lines.push(amountLine(text, percentOf(base, rush.percent), card));
  }
  if (order.dueOnWeekend && card.weekendPercent !== undefined) {
    const text = { kind: 'weekend', percent: decimalText(card.weekendPercent) } as const;
    lines.push(amountLine(text, percentOf(base, card.weekendPercent), card));
  }
  return lines;
}

function rushOf(
  { hoursUntilDue }: Order,
  rush: readonly RushSurcharge[],
): RushSurcharge | undefined {
  if (hoursUntilDue === undefined) return undefined;
  return rush.find(({ withinHours }) => hoursUntilDue <= withinHours);
}

/** Each discount is of the same sum: a second one does not shrink because of the first. */
function discounts(order: Order, { card, base }: Base): readonly PricedLine[] {
  return card.discounts
    .filter(({ clientTag }) => order.clientTags.includes(clientTag))
    .map(({ clientTag, percent }) => {
      const text = { kind: 'discount', percent: decimalText(percent), tag: clientTag } as const;
      return amountLine(text, negated(percentOf(base, percent)), card);
    });
}

/** Brings the sum up to the least fee. What a retainer holds is paid for already, and what is free stays so. */
function topUp(sum: Minor, { order, card }: Terms): readonly PricedLine[] {
  if (card.minimumFee === undefined || order.retainer || sum === nothing) return [];
  const missing = (card.minimumFee - sum) as Minor;
  return missing > 0n ? [amountLine({ kind: 'minimum-fee' }, missing, card)] : [];
}

/** An item's price is never negative (EN 16931, BR-27): what is taken off is a quantity of minus one. */
function amountLine(text: LineText, amount: Minor, card: RateCard): PricedLine {
  const size = amount < 0n ? negated(amount) : amount;
  const price = (size * 10n ** BigInt(decimalPlaces - card.currency.places)) as Decimal;
  const line = pieceLine(text, { price }, card);
  return { ...line, quantity: amount < 0n ? -1n : 1n, amount };
}
