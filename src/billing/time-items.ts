import { type OrderItem, PricingProblem } from './order.ts';
import type { RateCard, Service } from './rate-card.ts';

/** Time to be charged. Neither a service nor a training: the only service that is charged by the hour. */
export interface TimeSpent {
  readonly service?: string;
  readonly training?: string;
  readonly minutes: number;
}

/**
 * Time as items of an order: what is of one service and kind is one sum, so that it is rounded once,
 * in the steps of the rate card. Throws PricingProblem when the card has no such service.
 */
export function timeItems(spent: readonly TimeSpent[], card: RateCard): readonly OrderItem[] {
  const items = new Map<string, OrderItem & { readonly minutes: number }>();
  for (const { service, training, minutes } of spent) {
    const model = training === undefined ? 'per-hour' : 'training';
    const name = service ?? onlyService(model, card);
    refuseOther(name, model, card);
    const key = JSON.stringify([name, training]);
    const sum = (items.get(key)?.minutes ?? 0) + minutes;
    const kind = training === undefined ? {} : { kind: training };
    items.set(key, { service: name, documents: [], minutes: sum, ...kind });
  }
  return [...items.values()];
}

function onlyService(model: Service['model'], card: RateCard): string {
  const [only, other] = servicesOf(model, card);
  if (only !== undefined && other === undefined) return only;
  throw new PricingProblem(
    other === undefined
      ? `The rate card “${card.id}” has no service with “model: ${model}”, by which time could be charged.`
      : `The rate card “${card.id}” has several services with “model: ${model}”: ${servicesOf(model, card).join(', ')}. Say which with --service.`,
  );
}

function refuseOther(name: string, model: Service['model'], card: RateCard): void {
  if (servicesOf(model, card).includes(name)) return;
  const names = servicesOf(model, card).join(', ') || 'none';
  throw new PricingProblem(
    `“${name}” is no service of the rate card “${card.id}” with “model: ${model}”. Those are: ${names}.`,
  );
}

function servicesOf(model: Service['model'], card: RateCard): readonly string[] {
  return [...card.services].filter(([, one]) => one.model === model).map(([name]) => name);
}
