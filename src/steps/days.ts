import type { CalendarDate } from '../billing/invoice.ts';
import type { Deadline } from '../billing/quote.ts';

/** The day where the office is. */
export function dayOf(at: Date): CalendarDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/**
 * When the next task of a document is due: since the document came, so that what is older goes first. Where a clock
 * was ahead when it came, that lies in the future; then it is due now.
 */
export function dueSince(receivedAt: string, now: string): string {
  return receivedAt < now ? receivedAt : now;
}

/** How soon something is needed, as prices see it; what should have been there already is needed at once. */
export function deadlineOf(dueAt: Date, now: Date): Deadline {
  const hours = Math.max(0, Math.ceil((dueAt.getTime() - now.getTime()) / 3_600_000));
  return { day: dayOf(dueAt), hours, onWeekend: [0, 6].includes(dueAt.getDay()) };
}
