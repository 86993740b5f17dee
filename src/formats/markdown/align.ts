import type { TextSpan } from '../../core/span.ts';
import { decodedReference } from '../character-references.ts';

/** A stretch of text with its place in the source; `exact` where both are the same. */
export interface Aligned {
  readonly text: string;
  readonly source: TextSpan;
  readonly exact: boolean;
}

/**
 * Where in the source each part of a text node stands: backslash escapes, character references and line ends
 * with the indentation behind them are told apart from plain characters (CommonMark 2.4, 2.5, 6.8).
 * Undefined when source and value cannot be brought together.
 */
export function aligned(
  source: string,
  span: TextSpan,
  value: string,
): readonly Aligned[] | undefined {
  const parts: Aligned[] = [];
  let at = span.start;
  let taken = 0;
  while (at < span.end) {
    const part = nextPart(source, at, span.end);
    if (!value.startsWith(part.text, taken)) return undefined;
    parts.push(part);
    taken += part.text.length;
    at = part.source.end;
  }
  return taken === value.length ? parts : undefined;
}

function nextPart(source: string, at: number, end: number): Aligned {
  for (const { pattern, text } of shapes) {
    pattern.lastIndex = at;
    const [raw] = pattern.exec(source) ?? [];
    if (raw === undefined || at + raw.length > end) continue;
    const said = text(raw);
    return { text: said, source: { start: at, end: at + raw.length }, exact: said === raw };
  }
  return { text: source.charAt(at), source: { start: at, end: at + 1 }, exact: true };
}

/** Tried in this order at each place; every one is anchored there. */
const shapes: readonly { readonly pattern: RegExp; readonly text: (raw: string) => string }[] = [
  { pattern: /[^\\&\r\n \t\0]+/y, text: (raw) => raw },
  { pattern: /[ \t]*(?:\r\n|\n|\r)[ \t>]*/y, text: () => '\n' },
  { pattern: /[ \t]+/y, text: (raw) => raw },
  { pattern: /\\[!-/:-@[-`{-~]/y, text: (raw) => raw.slice(1) },
  {
    pattern: /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][\dA-Za-z]{0,40});/y,
    text: decodedReference,
  },
  { pattern: /\0/y, text: () => '\uFFFD' },
];
