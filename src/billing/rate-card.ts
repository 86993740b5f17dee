import type { Decimal } from './decimal.ts';
import type { Currency, Minor } from './money.ts';

/**
 * What the office's help costs. Amounts are in the card's currency, rates in whole units of it.
 * The order in which a price is made stands in `quote.ts`.
 */
export interface RateCard {
  readonly id: string;
  readonly currency: Currency;
  /** The rule by which words are counted, always of the text that came. */
  readonly count: { readonly standard: string };
  readonly wordsPerPage: number;
  /** How many words the office reads in an hour, and in a working day: a quote says how long a job will take. */
  readonly wordsPerHour?: number;
  readonly wordsPerDay?: number;
  /** The code of the tax on every line, a key of the tax table. */
  readonly tax: string;
  readonly services: ReadonlyMap<string, Service>;
  readonly retainers: ReadonlyMap<string, Retainer>;
  /** The tightest deadline first. */
  readonly rush: readonly RushSurcharge[];
  /** For work that is due on a Saturday or Sunday. */
  readonly weekendPercent?: Decimal;
  readonly minimumFee?: Minor;
  readonly discounts: readonly Discount[];
  readonly revision: Revision;
  readonly quote: { readonly validDays: number; readonly tolerancePercent: Decimal };
}

/** How one kind of help is charged. */
export type Service =
  | PerText
  | PerHour
  | {
      readonly model: 'flat';
      readonly rate: Decimal;
      /** Words beyond these are charged as another service. */
      readonly includes?: { readonly words: number; readonly beyond: string };
    }
  | { readonly model: 'training'; readonly kinds: ReadonlyMap<string, Decimal> }
  | { readonly model: 'free' };

/** By the word or by the page. */
export interface PerText {
  readonly model: 'per-word' | 'per-page';
  readonly rate: Decimal;
  /** Quantities are charged in blocks of so many units, each that is begun as a whole one. */
  readonly block: number;
  readonly tiers?: Tiers;
  /** How much more a text full of mistakes costs: by findings in 1,000 words of a sample. */
  readonly complexity?: readonly Band[];
}

/** The rate is that of one hour. */
export interface PerHour {
  readonly model: 'per-hour';
  readonly rate: Decimal;
  /** Time is charged in steps of so many minutes, each that is begun as a whole one. */
  readonly incrementMinutes: number;
  readonly minimumMinutes: number;
  /** By how many words an hour a quote estimates the time, where nobody has said how long it will take. */
  readonly wordsPerHour?: number;
}

/** `graduated`: each slice at its own rate. `volume`: all of it at the rate that is reached. */
interface Tiers {
  readonly mode: 'graduated' | 'volume';
  /** In rising order; the last has no end. */
  readonly steps: readonly { readonly upTo?: number; readonly rate: Decimal }[];
}

/** In rising order; the last has no end. */
export interface Band {
  readonly findingsMax?: number;
  readonly factor: Decimal;
}

/** A fixed price for a month's help. */
export interface Retainer {
  readonly price: Minor;
  readonly includesWords: number;
  readonly includesMinutes: number;
  readonly overagePerWord?: Decimal;
  readonly overagePerHour?: Decimal;
  /** How many months what was left may be used; at most so many words of it where a cap is set. */
  readonly rollover: { readonly months: number; readonly wordsMax?: number };
}

export interface RushSurcharge {
  readonly withinHours: number;
  readonly percent: Decimal;
}

/** For clients that carry this tag. */
interface Discount {
  readonly clientTag: string;
  readonly percent: Decimal;
}

/** What a further round of changes costs once the included ones are used up. */
interface Revision {
  readonly includedRounds: number;
  readonly extraRound?: PerHour;
}
