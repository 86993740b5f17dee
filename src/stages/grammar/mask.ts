import { frozenAddresses, mergedSpans, withoutGaps } from '../../core/frozen.ts';
import { lastStartingAt, overlaps, type TextSpan } from '../../core/span.ts';

/**
 * Prose as the grammar engine gets it: what is none stands as `Xxxx` and blanks of the same length,
 * so that every offset holds. `masked` are those places, sorted, without overlap.
 */
export interface MaskedText {
  readonly text: string;
  readonly masked: readonly { readonly span: TextSpan }[];
}

/** Hides frozen text, addresses, paths, names of files, pieces of data and very long tokens. */
export function maskText(text: string, frozen: readonly TextSpan[]): MaskedText {
  const hidden = mergedSpans([
    ...withoutGaps(text, frozen),
    ...frozenAddresses(text),
    ...longTokens(text),
  ]);
  const parts: string[] = [];
  let position = 0;
  for (const span of hidden) {
    parts.push(text.slice(position, span.start), standIn(span.end - span.start));
    position = span.end;
  }
  parts.push(text.slice(position));
  return { text: parts.join(''), masked: hidden.map((span) => ({ span })) };
}

/** Whether a span touches a place that is hidden. */
export function isMasked({ masked }: MaskedText, span: TextSpan): boolean {
  const last = masked[lastStartingAt(masked, span.end - 1)];
  return last !== undefined && overlaps(last.span, span);
}

/** No word is longer than 60 characters, but one such token has cost the engine seconds and hundreds of megabytes. */
const longToken = /[^\s—–-]{61,}/gu;

function longTokens(text: string): readonly TextSpan[] {
  return [...text.matchAll(longToken)].map(({ 0: token, index }) => ({
    start: index,
    end: index + token.length,
  }));
}

/** A stand-in reads as an unknown name; longer than this it would be a long token itself, so blanks follow. */
const nameLengthMax = 12;

function standIn(length: number): string {
  const name = `X${'x'.repeat(nameLengthMax - 1)}`;
  return name.slice(0, length).padEnd(length, ' ');
}
