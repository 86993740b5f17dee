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
  if (card.services.get(name)?.model !== 'per-hour') return {};
  const known = knownMinutes({ words, minutes }, { card, service: name });
  if (known !== undefined) return { minutes: known, estimated: true };
  throw new PricingProblem(
    `“${name}” is charged by the hour, and it is not known how long the job will take. Say it with “proofdesk quote estimate CLIENT/JOB MINUTES”, or write “words_per_hour” into the rate card “${card.id}”.`,
  );
}

/** How long a job will take, however it is charged; undefined where nothing tells it. */
export function knownMinutes(
  { words, minutes }: { readonly words: number; readonly minutes: number | undefined },
  { card, service: name }: Pick<Terms, 'card' | 'service'>,
): number | undefined {
  if (minutes !== undefined) return minutes;
  const service = card.services.get(name);
  const own = service?.model === 'per-hour' ? service.wordsPerHour : undefined;
  const wordsPerHour = own ?? card.wordsPerHour;
  return wordsPerHour === undefined ? undefined : Math.ceil((words * 60) / wordsPerHour);
}
