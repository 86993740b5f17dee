/** A text cut into words and what stands between them, each sign by itself. */
export interface Tokens {
  readonly text: string;
  readonly tokens: readonly string[];
  /** Where each token starts, and at the end the length of the text. */
  readonly starts: readonly number[];
}

export function tokensOf(text: string): Tokens {
  const tokens = wordsAndSigns(text);
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    starts.push(at);
    at += token.length;
  }
  return { text, tokens, starts: [...starts, at] };
}

export function wordsAndSigns(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}'’]+|[^\p{L}\p{M}\p{N}'’]/gu) ?? [];
}

/** The index of the token that holds the unit at `offset`; at the end of the text the number of tokens. */
export function tokenAt({ starts }: Tokens, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The text of the tokens from one index up to another. */
export function textBetween({ text, starts }: Tokens, from: number, to: number): string {
  return text.slice(starts[from], starts[to]);
}

export type TokenKind = 'word' | 'space' | 'sign';

export function kindOf(token: string): TokenKind {
  if (/^\s/.test(token)) return 'space';
  return /^[\p{L}\p{M}\p{N}'’]/u.test(token) ? 'word' : 'sign';
}
