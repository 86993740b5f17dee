import { type OrderItem, PricingProblem } from './order.ts';
import type { Terms } from './terms.ts';

/**
 * How long a job will take, where its documents are charged by the hour: as the office says, else by the words that
 * it does in an hour. Throws PricingProblem when neither is known.
 */
export function estimateOf(
  { words, minutes }: { readonly words: number; readonly minutes: number | undefined },
  { card, service: name }: Terms,
): Pick<OrderItem, 'minutes' | 'estimated'> {
  const service = card.services.get(name);
  if (service?.model !== 'per-hour') return {};
  if (minutes !== undefined) return { minutes, estimated: true };
  if (service.wordsPerHour !== undefined) {
    return { minutes: Math.ceil((words * 60) / service.wordsPerHour), estimated: true };
  }
  throw new PricingProblem(
    `“${name}” is charged by the hour, and it is not known how long the job will take. Say it with “proofdesk quote estimate CLIENT/JOB MINUTES”, or write “words_per_hour” into the rate card “${card.id}”.`,
  );
}
