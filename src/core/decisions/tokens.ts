/** A text cut into words and what stands between them, each sign by itself; objects and fields in a row are one. */
export interface Tokens {
  readonly text: string;
  readonly tokens: readonly string[];
  /** Where each token starts, and at the end the length of the text. */
  readonly starts: readonly number[];
}

/** `compared` is what counts where two texts are compared: the same text with objects in place of what is not the author's. */
export function tokensOf(text: string, compared = text): Tokens {
  const tokens = cut(compared);
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    starts.push(at);
    at += token.length;
  }
  return { text, tokens: tokens.map(withoutLength), starts: [...starts, at] };
}

export function wordsAndSigns(text: string): readonly string[] {
  return cut(text).map(withoutLength);
}

/** Stands for a picture, for a field's result and for whatever else has no text of the author. */
export const objectSign = '\uFFFC';

function cut(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}'’]+|\uFFFC+|[^\p{L}\p{M}\p{N}'’]/gu) ?? [];
}

function withoutLength(token: string): string {
  return token.startsWith(objectSign) ? objectSign : token;
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
