import type { CalendarDate } from '../billing/invoice.ts';

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
