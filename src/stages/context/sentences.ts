import type { Passage, Token } from '../../core/passage.ts';
import { type ContextToken, contextTokens } from './tokens.ts';

/** A sentence as the model reads it, and where in the document it stands. */
export interface ContextSentence {
  readonly text: string;
  readonly offset: number;
  readonly tokens: readonly ContextToken[];
  /** Whether a token may not be touched: frozen, written for machines, or quoted. */
  readonly isFixed: readonly boolean[];
}

/** The sentences of a passage that are long enough to say something. */
export function sentencesOf({ tokens }: Passage): readonly ContextSentence[] {
  const sentences: ContextSentence[] = [];
  const quoted = quotedIn(tokens);
  for (let first = 0; first < tokens.length; ) {
    let last = first + 1;
    while (tokens[last]?.sentence === tokens[first]?.sentence && last < tokens.length) last += 1;
    const sentence = sentenceOf(tokens.slice(first, last), quoted.slice(first, last));
    if (sentence.tokens.length >= 3 && sentence.tokens.length <= 250) sentences.push(sentence);
    first = last;
  }
  return sentences;
}

function sentenceOf(tokens: readonly Token[], quoted: readonly boolean[]): ContextSentence {
  const offset = tokens[0]?.span.start ?? 0;
  const text = tokens.map((token) => token.text).join('');
  const fixedSpans = tokens
    .filter((token, at) => token.kind === 'opaque' || quoted[at])
    .map((token) => token.span);
  const found = contextTokens(text);
  let next = 0;
  const isFixed = found.map(({ start, end }) => {
    while ((fixedSpans[next]?.end ?? Number.POSITIVE_INFINITY) <= start + offset) next += 1;
    return (fixedSpans[next]?.start ?? Number.POSITIVE_INFINITY) < end + offset;
  });
  return { text, offset, tokens: found, isFixed };
}

/** A quotation is what stands between double quotation marks of one passage. */
function quotedIn(tokens: readonly Token[]): readonly boolean[] {
  let isQuoted = false;
  return tokens.map(({ kind, text }) => {
    if (kind !== 'mark') return isQuoted;
    for (const mark of text) {
      if (mark === '“' || mark === '«') isQuoted = true;
      else if (mark === '”' || mark === '»') isQuoted = false;
      else if (mark === '"') isQuoted = !isQuoted;
    }
    return isQuoted;
  });
}
