import type { Invoice } from './invoice.ts';
import type { InvoiceTask } from './invoice-task.ts';
import { type Issue, invoiceWith, withoutLeastFee } from './make-invoice.ts';
import { daysOfMonth, type Month } from './months.ts';
import { type OrderItem, PricingProblem } from './order.ts';
import { pricedLines, roundLines } from './price.ts';
import { usedOf } from './retainer.ts';
import { leftIn, type RetainerMonth } from './retainer-left.ts';
import type { Terms } from './terms.ts';
import { type TimeSpent, timeItems } from './time-items.ts';

/** A month of a client: the jobs that came back in it, time that is on no job’s invoice, and what was used before. */
export interface MonthToInvoice {
  readonly period: Month;
  /** Each with what was spent on its rounds of changes. */
  readonly tasks: readonly (InvoiceTask & { readonly roundsMinutes?: readonly number[] })[];
  readonly time: readonly TimeSpent[];
  readonly earlier: readonly RetainerMonth[];
}

/** The invoice of a month, with what of the retainer was used. Throws PricingProblem. */
export function monthInvoiceOf(
  month: MonthToInvoice,
  terms: Terms,
  issue: Omit<Issue, 'delivered'>,
): { readonly invoice: Invoice; readonly used: RetainerMonth } {
  const { period, tasks, time, earlier } = month;
  const { card, tags, retainer: name } = terms;
  const retainer = name === undefined ? undefined : card.retainers.get(name);
  if (name !== undefined && !retainer) {
    throw new PricingProblem(`The rate card “${card.id}” has no retainer “${name}”.`);
  }
  const items = [...tasks.map((task) => itemOf(task, terms)), ...timeItems(time, card)];
  const lines = pricedLines(
    {
      items,
      dueOnWeekend: false,
      clientTags: tags,
      roundsMinutes: [],
      ...(name !== undefined &&
        retainer && { retainer: leftIn(period, { name, retainer }, earlier) }),
    },
    withoutLeastFee(card),
  );
  const rounds = tasks.flatMap(({ roundsMinutes = [] }) => roundLines({ roundsMinutes }, card));
  const used = usedOf(lines);
  return {
    invoice: {
      ...invoiceWith([...lines, ...rounds], terms, {
        ...issue,
        delivered: daysOfMonth(period),
        job: period,
      }),
      period,
    },
    used: {
      period,
      includedWords: retainer?.includesWords ?? 0,
      usedWords: used.words,
      includedMinutes: retainer?.includesMinutes ?? 0,
      usedMinutes: used.minutes,
    },
  };
}

/** The documents of a job, under its name: in one invoice there may be several of the same. */
function itemOf({ job, lines }: InvoiceTask, { service }: Terms): OrderItem {
  const documents = lines.map(({ description, quantity, twin }) => ({
    path: `${job}/${description}`,
    words: quantity,
    ...(twin && { twin }),
  }));
  return { service, documents };
}
