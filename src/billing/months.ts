import { dateFormat } from '../core/formats-for-reading.ts';
import type { CalendarDate } from './invoice.ts';

/** A month of the calendar, `2026-11`. */
export type Month = string;

export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

export function monthsAfter(month: Month, count: number): Month {
  const index = indexOf(month) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** How many months lie from one to the other. */
export function monthsBetween(from: Month, to: Month): number {
  return indexOf(to) - indexOf(from);
}

export function daysOfMonth(month: Month): {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
} {
  const last = new Date(`${monthsAfter(month, 1)}-01T00:00:00Z`);
  last.setUTCDate(0);
  return { from: `${month}-01`, to: last.toISOString().slice(0, 10) };
}

/** As a language has it: `November 2026`. */
export function monthForReading(month: Month, language: string): string {
  const format = dateFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function indexOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}
