import type { Quote } from '../../src/billing/quote.ts';
import type { TimeEntry } from '../../src/job/hours.ts';
import type { InvoiceRecord } from '../../src/job/invoices.ts';
import type { Round } from '../../src/job/reviews.ts';
import { hourlyCents, includedRounds, roundCents, trainingCents } from './clients.ts';

/** Why an invoice is not just its quote, each kind in cents; reckoned here, without the code that makes invoices. */
export interface Difference {
  readonly rounds: bigint;
  readonly hours: bigint;
  readonly beside: bigint;
}

/** All that an invoice of a quoted job was made of. */
export interface Made {
  readonly record: InvoiceRecord;
  readonly quote: Quote;
  readonly time: readonly TimeEntry[];
  readonly rounds: readonly Round[];
  /** The rounds in which something came back. */
  readonly returned: ReadonlySet<number>;
}

export function differenceOf({ record, quote, time, rounds, returned }: Made): Difference {
  const { jobId } = record;
  const charged = rounds.filter(({ round }) => returned.has(round)).slice(includedRounds);
  const own = time.filter((one) => one.jobId === jobId);
  const beside = time.filter((one) => one.jobId !== jobId);
  const estimated = quote.order.items[0]?.minutes;
  return {
    rounds: charged.reduce((sum, { minutes }) => sum + centsFor(quarters(minutes), roundCents), 0n),
    hours:
      estimated === undefined
        ? 0n
        : centsFor(quarters(minutesOf(own)), hourlyCents) -
          centsFor(quarters(estimated), hourlyCents),
    beside: besideOf(beside),
  };
}

function besideOf(time: readonly TimeEntry[]): bigint {
  const kinds = Map.groupBy(time, ({ training }) => training);
  let sum = 0n;
  for (const [kind, entries] of kinds) {
    const minutes = minutesOf(entries);
    if (kind === undefined) sum += centsFor(quarters(minutes), hourlyCents);
    else sum += centsFor(minutes, trainingCents[kind === 'style' ? 'style' : 'word']);
  }
  return sum;
}

function minutesOf(time: readonly TimeEntry[]): number {
  return time.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
}

/** The rate cards of the year charge in quarters of an hour, so that no cent is ever split. */
function quarters(minutes: number): number {
  return Math.ceil(minutes / 15) * 15;
}

function centsFor(minutes: number, hourly: bigint): bigint {
  return (BigInt(minutes) * hourly) / 60n;
}
