import { type Decimal, decimalOf, decimalText, quotientUp, times } from './decimal.ts';
import type { LineText, PricedLine } from './line.ts';
import { priceOf } from './money.ts';
import type { OrderItem } from './order.ts';
import type { Band, PerText, RateCard } from './rate-card.ts';

/** How many units of a text are charged at which rates: blocks, tiers and the degree of difficulty, in this order. */
export function priceText(
  item: OrderItem,
  service: PerText,
  card: RateCard,
): readonly PricedLine[] {
  const words = BigInt(wordsOf(item));
  const units = service.model === 'per-page' ? quotientUp(words, BigInt(card.wordsPerPage)) : words;
  const block = BigInt(service.block);
  const blocks = quotientUp(units, block);
  const factor = factorOf(item, service.complexity);
  const harder = factor === unchanged ? {} : { factor: decimalText(factor) };
  return slicesOf(Number(blocks * block), service).map(({ from, to, rate, ends }) => {
    const quantity = BigInt(to - from) / block;
    const price = times(times(rate, factor), decimalOf(block));
    const text: LineText =
      ends === undefined && from === 0
        ? {
            kind: 'service',
            service: item.service,
            ...(block > 1n && { blockOf: service.block }),
            ...harder,
          }
        : {
            kind: 'slice',
            service: item.service,
            from,
            ...(ends !== undefined && { to: ends }),
            ...harder,
          };
    return {
      text,
      quantity,
      unit: block > 1n ? 'block' : service.model === 'per-page' ? 'page' : 'word',
      perUnits: 1n,
      price,
      amount: priceOf(quantity, price, { currency: card.currency }),
      tax: card.tax,
      documents: from === 0 ? item.documents : [],
    };
  });
}

export function wordsOf(item: OrderItem): number {
  return item.documents.reduce((sum, { words }) => sum + words, 0);
}

interface Slice {
  readonly from: number;
  readonly to: number;
  readonly rate: Decimal;
  /** Where the tier ends, when more units were left for the next one, or would have been. */
  readonly ends?: number;
}

/** The slices of a quantity that are not empty; at least one, so that a line says that nothing is charged. */
function slicesOf(units: number, { rate, tiers }: PerText): readonly Slice[] {
  if (!tiers) return [{ from: 0, to: units, rate }];
  if (tiers.mode === 'volume') {
    const reached = tiers.steps.find(({ upTo }) => upTo === undefined || units <= upTo);
    return [{ from: 0, to: units, rate: reached?.rate ?? rate }];
  }
  const slices: Slice[] = [];
  let from = 0;
  for (const step of tiers.steps) {
    const to = Math.min(units, step.upTo ?? units);
    if (to > from || slices.length === 0) {
      slices.push({
        from,
        to,
        rate: step.rate,
        ...(step.upTo !== undefined && { ends: step.upTo }),
      });
    }
    from = Math.max(from, to);
  }
  return slices;
}

const unchanged = decimalOf(1n);

function factorOf({ findingsPerThousand }: OrderItem, bands?: readonly Band[]): Decimal {
  if (!bands || findingsPerThousand === undefined) return unchanged;
  const band = bands.find(
    ({ findingsMax }) => findingsMax === undefined || findingsPerThousand <= findingsMax,
  );
  return band?.factor ?? unchanged;
}
