/** What a client asks for: the help and how much of it, as measured, before any price. */
export interface Order {
  readonly items: readonly OrderItem[];
  /** Hours from the approval until the client needs it; absent when there is no deadline. */
  readonly hoursUntilDue?: number;
  readonly dueOnWeekend: boolean;
  readonly clientTags: readonly string[];
  /** Where the client has a retainer: its name on the card, and what is left of it for this period. */
  readonly retainer?: RetainerLeft;
  /** Minutes of each round of changes so far, the included ones too. */
  readonly roundsMinutes: readonly number[];
}

export interface OrderItem {
  /** A service of the rate card. */
  readonly service: string;
  /** The texts that it is for; the same content a second time has no words to charge. */
  readonly documents: readonly OrderedDocument[];
  /** Time spent, or to be spent, for services that are charged by it. */
  readonly minutes?: number;
  /** The time is what the office thinks that it will take, for a quote. */
  readonly estimated?: true;
  /** The kind of a training. */
  readonly kind?: string;
  /** Findings in 1,000 words of a sample. */
  readonly findingsPerThousand?: number;
}

export interface OrderedDocument {
  readonly path: string;
  readonly words: number;
  /** It costs nothing, since the same content is charged elsewhere. */
  readonly twin?: true;
}

export interface RetainerLeft {
  readonly name: string;
  /** The month that it is charged for, where its price is part of the order. */
  readonly period?: string;
  readonly words: number;
  readonly minutes: number;
}

/** The client or the settings ask for something that the rate card has no price for. The message is for the operator. */
export class PricingProblem extends Error {
  override readonly name = 'PricingProblem';
}
