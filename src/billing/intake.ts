import { knownMinutes } from './estimate.ts';
import type { CalendarDate } from './invoice.ts';
import type { Fact } from './paper.ts';
import { type Phrases, phrase } from './phrases.ts';
import type { Terms } from './terms.ts';

/** What was found when a job’s documents were looked through: how much there is to do, how long it takes, and by when. */
export interface Intake {
  readonly words: number;
  /** Mistakes that were likely in 1,000 words of a sample. */
  readonly findingsPerThousand?: number;
  readonly minutes?: number;
  /** Until when the client needs it. */
  readonly neededBy?: CalendarDate;
  /** Where the client named no day: how many the office takes. */
  readonly workingDays?: number;
}

interface LookedThrough {
  readonly words: number;
  readonly findingsPerThousand: number | undefined;
  /** As the office said. */
  readonly minutes: number | undefined;
  readonly neededBy: CalendarDate | undefined;
}

export function intakeOf(
  { words, findingsPerThousand, neededBy, minutes: said }: LookedThrough,
  terms: Pick<Terms, 'card' | 'service'>,
): Intake {
  const minutes = knownMinutes({ words, minutes: said }, terms);
  const { wordsPerDay } = terms.card;
  const days = wordsPerDay === undefined ? undefined : Math.max(1, Math.ceil(words / wordsPerDay));
  return {
    words,
    ...(findingsPerThousand !== undefined && { findingsPerThousand }),
    ...(minutes !== undefined && { minutes }),
    ...(neededBy !== undefined && { neededBy }),
    ...(neededBy === undefined && days !== undefined && { workingDays: days }),
  };
}

/** The intake as the client reads it on the quote. `day` writes a date in the client’s language. */
export function intakeFacts(
  { words, findingsPerThousand, minutes, neededBy, workingDays }: Intake,
  phrases: Phrases,
  day: (date: CalendarDate) => string,
): readonly Fact[] {
  const fact = (key: string, value: string): Fact => ({ label: phrase(phrases, key), value });
  const facts = [fact('intake-words', phrase(phrases, 'unit-word', { count: words }))];
  if (findingsPerThousand !== undefined) {
    const key = findingsPerThousand === 0 ? 'intake-mistakes-none' : 'intake-mistakes-value';
    facts.push(fact('intake-mistakes', phrase(phrases, key, { count: findingsPerThousand })));
  }
  if (minutes !== undefined) {
    const hours = (minutes / 60).toLocaleString(phrases.language, { maximumFractionDigits: 1 });
    facts.push(fact('intake-time', phrase(phrases, 'intake-time-value', { hours })));
  }
  if (neededBy !== undefined) facts.push(fact('intake-needed', day(neededBy)));
  if (workingDays !== undefined) {
    const value = phrase(phrases, 'intake-days-value', { count: workingDays });
    facts.push(fact('intake-days', value));
  }
  return facts;
}
