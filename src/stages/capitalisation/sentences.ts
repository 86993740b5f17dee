import { isTitle } from '../../core/document.ts';
import { opensSentence, type Passage, type Token } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';

/** A paragraph of fewer words may be a fragment: a name, a label, a line of an address. */
const paragraphWordsMin = 5;

/** Sentences that start with a small letter, after a full stop or at the start of a paragraph. */
export function* sentenceStarts(
  passage: Passage,
  context: PassageContext,
): Iterable<PassageRemark> {
  const { tokens, block } = passage;
  if (block.kind === 'paragraph' && startsSmall(passage, context)) {
    const first = tokens[0];
    if (first) yield remarkOn(first, 'paragraph-start', confidenceOfStart(passage, context));
  }
  if (isTitle(block) || block.kind === 'table-cell') return;
  for (let index = 1; index < tokens.length - 2; index += 1) {
    if (/^[.!?]$/.test(tokens[index]?.text ?? '') && endsSentence(tokens, index)) {
      const word = tokens[index + 2];
      if (word) yield remarkOn(word, 'sentence-start', confidenceAfter(tokens, index));
    }
  }
}

function remarkOn(word: Token, rule: string, confidence?: number): PassageRemark {
  const expected = word.text.charAt(0).toUpperCase() + word.text.slice(1);
  return {
    rule,
    span: word.span,
    message: `A sentence starts with a capital: “${expected}”.`,
    expected: [expected],
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** Whole small words only: “iPhone”, “eBay” and “x” are written as they are. */
function isSmallWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Ll}[\p{Ll}’']+$|^a$/u.test(token.text);
}

function endsSentence(tokens: readonly Token[], stop: number): boolean {
  const [before, , gap, word] = tokens.slice(stop - 1, stop + 3);
  if (gap?.kind !== 'space' || gap.text.includes('\n') || !isSmallWord(word)) return false;
  if (before?.kind !== 'word' || !/^\p{Ll}{2,}$/u.test(before.text)) return false;
  if (/^(?:ie|eg|vs|etc|approx)$/.test(before.lower)) return false;
  return !/^[.…]/u.test(tokens[stop + 3]?.text ?? '') && !particles.has(word?.lower ?? '');
}

/** Names begin with these ("J. Smith. van Gogh"), and they are kept small. */
const particles = new Set(
  'van von de da di du la le del der den ibn bin al el y e i ii iii iv vs cf pp p ed eds'.split(
    ' ',
  ),
);

/** Words with which a sentence starts and hardly ever goes on after a full stop put by mistake. */
const starters = new Set(
  'the this that these those it he she we they you there i here if when however my our his their in a what so'.split(
    ' ',
  ),
);

function confidenceAfter(tokens: readonly Token[], stop: number): number {
  if (tokens[stop]?.text !== '.') return 0.45;
  return starters.has(tokens[stop + 2]?.lower ?? '') ? 0.93 : 0.85;
}

/**
 * A text of one sentence is often a message, or was cut out of the middle of another;
 * where a sentence after it starts with a capital, its writer means sentences.
 */
function confidenceOfStart({ tokens }: Passage, { passages }: PassageContext): number | undefined {
  const hasOther = tokens.some(
    ({ kind, text }, index) =>
      index > 0 && kind === 'word' && /^\p{Lu}/u.test(text) && opensSentence(tokens, index),
  );
  return passages.length > 1 || hasOther ? undefined : 0.4;
}

function startsSmall({ tokens, index }: Passage, { passages }: PassageContext): boolean {
  if (!isSmallWord(tokens[0]) || !/^[.!?]$/.test(tokens.at(-1)?.text ?? '')) return false;
  if (tokens.filter((token) => token.kind === 'word').length < paragraphWordsMin) return false;
  const before = passages.findLast !== undefined ? previous(passages, index) : undefined;
  return before === undefined || /^[.!?]["”’)]?$/u.test(before.tokens.at(-1)?.text ?? '');
}

function previous(passages: readonly Passage[], index: number): Passage | undefined {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return passages[low - 1];
}
