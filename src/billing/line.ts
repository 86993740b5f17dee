import type { Decimal } from './decimal.ts';
import type { Minor } from './money.ts';
import type { OrderedDocument } from './order.ts';

/** What a line counts. A block is so many words or pages at once; percent is of the lines above. */
type LineUnit = 'word' | 'page' | 'block' | 'minute' | 'piece';

/**
 * One line of a quote or an invoice. `amount` is quantity times price, rounded once.
 * The price is that of `perUnits` units: an hourly rate is the price of 60 minutes.
 */
export interface PricedLine {
  readonly text: LineText;
  readonly quantity: bigint;
  readonly unit: LineUnit;
  readonly perUnits: bigint;
  readonly price: Decimal;
  readonly amount: Minor;
  /** The code of its tax, a key of the tax table. */
  readonly tax: string;
  /** What the line is for, where it is for texts. */
  readonly documents: readonly OrderedDocument[];
}

/**
 * What a line says, before it is said in the client's language. `factor` is what the price of the rate card was
 * multiplied by, where the text is a difficult one.
 */
export type LineText =
  | {
      readonly kind: 'service';
      readonly service: string;
      readonly blockOf?: number;
      readonly factor?: string;
    }
  | { readonly kind: 'estimate'; readonly service: string }
  | {
      readonly kind: 'slice';
      readonly service: string;
      readonly from: number;
      readonly to?: number;
      readonly factor?: string;
    }
  | { readonly kind: 'training'; readonly service: string; readonly training: string }
  | {
      readonly kind: 'beyond';
      readonly service: string;
      readonly included: number;
      readonly factor?: string;
    }
  | { readonly kind: 'retainer'; readonly retainer: string; readonly period: string }
  | { readonly kind: 'in-retainer'; readonly service: string; readonly retainer: string }
  | { readonly kind: 'over-retainer'; readonly service: string; readonly retainer: string }
  | { readonly kind: 'rush'; readonly percent: string; readonly hours: number }
  | { readonly kind: 'weekend'; readonly percent: string }
  | { readonly kind: 'discount'; readonly percent: string; readonly tag: string }
  | { readonly kind: 'round'; readonly round: number }
  | { readonly kind: 'minimum-fee' };
