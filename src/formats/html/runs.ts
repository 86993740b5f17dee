import type { TextSpan } from '../../core/span.ts';
import { decodedReference } from '../character-references.ts';

/** A stretch of the text of a page: white space, or something else, with its place in the source. */
export interface Token {
  readonly text: string;
  readonly source: TextSpan;
  /** Whether the source holds the text as it is; an entity does not. */
  readonly exact: boolean;
  readonly isSpace: boolean;
}

/** The tokens of a stretch of source text between two tags, entities decoded. */
export function tokensOf(source: string, { start, end }: TextSpan): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of source.slice(start, end).matchAll(tokenPattern)) {
    const [raw] = match;
    const text = raw.startsWith('&') ? decodedReference(raw) : raw.replaceAll('\0', '');
    const at = start + match.index;
    tokens.push({
      text,
      source: { start: at, end: at + raw.length },
      exact: text === raw,
      isSpace: /^[\t\n\f\r ]+$/.test(text),
    });
  }
  return tokens;
}

/** What the tokens say to the parser, which takes every line end for a line feed. */
export function parsedValue(tokens: readonly Token[]): string {
  return tokens
    .map((token) => token.text)
    .join('')
    .replace(/\r\n?/g, '\n');
}

/** White space as HTML knows it, a character reference, or anything else up to one of them. */
const tokenPattern =
  /[\t\n\f\r ]+|&(?:#[xX]?[\dA-Fa-f]{1,8}|[A-Za-z][\dA-Za-z]{0,40});?|[^\t\n\f\r &]+|&/g;
