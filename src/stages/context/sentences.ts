import type { Passage, Token } from '../../core/passage.ts';
import type { TextSpan } from '../../core/span.ts';
import { type ContextToken, contextTokens } from './tokens.ts';

/** A sentence as the model reads it, and where in the document it stands. */
export interface ContextSentence {
  readonly text: string;
  readonly offset: number;
  readonly tokens: readonly ContextToken[];
  /** Whether a token may not be touched: frozen, written for machines, or quoted. */
  readonly isFixed: readonly boolean[];
}

/** Fewer words say nothing of each other. */
const sentenceTokensMin = 3;

/** What is longer is a list or a table without stops, whose words do not belong together. */
const sentenceTokensMax = 250;

/** The sentences of a passage that the model may look at, and where those are that are too long for it. */
export interface CutPassage {
  readonly sentences: readonly ContextSentence[];
  readonly passedOver: readonly TextSpan[];
}

/** Cuts a passage into sentences. */
export function sentencesOf({ tokens }: Passage): CutPassage {
  const sentences: ContextSentence[] = [];
  const passedOver: TextSpan[] = [];
  const quoted = quotedIn(tokens);
  for (let first = 0; first < tokens.length; ) {
    let last = first + 1;
    while (tokens[last]?.sentence === tokens[first]?.sentence && last < tokens.length) last += 1;
    const sentence = sentenceOf(tokens.slice(first, last), quoted.slice(first, last));
    const { length } = sentence.tokens;
    if (length > sentenceTokensMax) {
      passedOver.push({ start: sentence.offset, end: sentence.offset + sentence.text.length });
    } else if (length >= sentenceTokensMin) sentences.push(sentence);
    first = last;
  }
  return { sentences, passedOver };
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
