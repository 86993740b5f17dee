import type { CalendarDate } from '../billing/invoice.ts';
import type { Deadline } from '../billing/quote.ts';

/** The day where the office is. */
export function dayOf(at: Date): CalendarDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** How soon something is needed, as prices see it; what should have been there already is needed at once. */
export function deadlineOf(dueAt: Date, now: Date): Deadline {
  const hours = Math.max(0, Math.ceil((dueAt.getTime() - now.getTime()) / 3_600_000));
  return { hours, onWeekend: [0, 6].includes(dueAt.getDay()) };
}
