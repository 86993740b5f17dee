import type { CalendarDate } from '../billing/invoice.ts';
import { yearOf } from '../billing/make-invoice.ts';
import type { NumberSeries } from '../job/invoices.ts';
import type { LedgerWrites } from '../ports.ts';
import { dayOf } from './days.ts';
import type { Desk } from './step.ts';

/** The number after the last of a series, on a day that is not before the last one's: a clock may go back, numbers may not. */
export async function nextNumber(
  series: string,
  { tx, desk }: { readonly tx: LedgerWrites; readonly desk: Pick<Desk, 'clock'> },
): Promise<NumberSeries & { readonly ordinal: number; readonly issuedOn: CalendarDate }> {
  const last = await tx.lastNumber(series);
  const today = dayOf(desk.clock.now());
  const issuedOn = last && last.issuedOn > today ? last.issuedOn : today;
  const year = yearOf(issuedOn);
  return { series, year, issuedOn, ordinal: last?.year === year ? last.ordinal + 1 : 1 };
}
