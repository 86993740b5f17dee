import type { CalendarDate } from '../billing/invoice.ts';

/** The day where the office is. */
export function dayOf(at: Date): CalendarDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
