import { type Month, monthsBetween } from './months.ts';
import type { RetainerLeft } from './order.ts';
import type { Retainer } from './rate-card.ts';

/** A month that was invoiced: what the retainer held then, and what was used of all there was. */
export interface RetainerMonth {
  readonly period: Month;
  readonly includedWords: number;
  readonly usedWords: number;
  readonly includedMinutes: number;
  readonly usedMinutes: number;
}

/**
 * What a client may use in a month: what the retainer holds, and what was left of earlier months as far as
 * the rate card lets it be kept. What is oldest is used first.
 */
export function leftIn(
  period: Month,
  { name, retainer }: { readonly name: string; readonly retainer: Retainer },
  earlier: readonly RetainerMonth[],
): RetainerLeft {
  const { months, wordsMax } = retainer.rollover;
  const words = earlier.map((one) => ({
    period: one.period,
    included: one.includedWords,
    used: one.usedWords,
  }));
  const minutes = earlier.map((one) => ({
    period: one.period,
    included: one.includedMinutes,
    used: one.usedMinutes,
  }));
  const most = wordsMax ?? Number.POSITIVE_INFINITY;
  return {
    name,
    period,
    words: retainer.includesWords + kept(words, { period, months, most }),
    minutes:
      retainer.includesMinutes + kept(minutes, { period, months, most: Number.POSITIVE_INFINITY }),
  };
}

interface Used {
  readonly period: Month;
  readonly included: number;
  readonly used: number;
}

interface Keeping {
  readonly period: Month;
  readonly months: number;
  readonly most: number;
}

function kept(earlier: readonly Used[], { period, months, most }: Keeping): number {
  let left: readonly { readonly period: Month; readonly amount: number }[] = [];
  const fresh = (now: Month) => left.filter((one) => monthsBetween(one.period, now) <= months);
  for (const month of earlier) {
    left = [...fresh(month.period), { period: month.period, amount: month.included }];
    left = without(left, month.used);
    const excess = left.reduce((sum, { amount }) => sum + amount, 0) - most;
    left = without(left, Math.max(excess, 0));
  }
  return fresh(period).reduce((sum, { amount }) => sum + amount, 0);
}

/** Takes from the oldest first; more than there is leaves nothing. */
function without<One extends { readonly amount: number }>(
  left: readonly One[],
  used: number,
): readonly One[] {
  let open = used;
  return left.map((one) => {
    const taken = Math.min(open, one.amount);
    open -= taken;
    return { ...one, amount: one.amount - taken };
  });
}
