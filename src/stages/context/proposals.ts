import { agreementOf } from './agreement.ts';
import type { Inflections } from './inflections.ts';
import type { ContextSentence } from './sentences.ts';
import { auxiliaries, confused } from './word-sets.ts';

/** What was done wrong, if a proposal is right; each kind has weights of its own. */
export const errorTypes = ['confused', 'verb', 'noun', 'split'] as const;

export type ErrorType = (typeof errorTypes)[number];

/** Forms to stand in place of the tokens from `from` to before `to`. */
export interface Proposal {
  readonly type: ErrorType;
  readonly from: number;
  readonly to: number;
  readonly forms: readonly string[];
}

export interface Words {
  /** Whether a word is frequent enough to be proposed; names are not. */
  isProposable(form: string): boolean;
  readonly inflections: Inflections;
}

/** All that could be meant at a token instead of what is written; the model decides. */
export function* proposalsAt(
  sentence: ContextSentence,
  at: number,
  words: Words,
): Iterable<Proposal> {
  const token = sentence.tokens[at];
  if (!token || !isOpen(sentence, at, words)) return;
  const one = { from: at, to: at + 1 };
  for (const form of confused.get(token.form) ?? [])
    yield { type: 'confused', ...one, forms: [form] };
  yield* inflected(sentence, at, { words, towards: 1 });
  yield* joined(sentence, at, words);
}

/** Capitals inside a sentence are names, and capitals only are abbreviations: neither is touched. */
function isOpen({ tokens, isFixed }: ContextSentence, at: number, words: Words): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || isFixed[at] || token.isCapitalised) return false;
  if (isFixed[at - 1] || isFixed[at + 1]) return false;
  if (/^\p{Lu}./u.test(token.text) && !words.isProposable(token.form)) return false;
  return !/\p{Lu}/u.test(token.text.slice(1)) && token.form !== 'i';
}

/** Other forms of the same word, from what the words before forbid into what they ask for; the other way round with -1. */
export function* inflected(
  { tokens }: ContextSentence,
  at: number,
  { words, towards }: { readonly words: Words; readonly towards: 1 | -1 },
): Iterable<Proposal> {
  if (/^['’]/.test(tokens[at + 1]?.form ?? '')) return;
  const { form = '' } = tokens[at] ?? {};
  // “two A divisions”: a capital within a sentence is no article.
  if (tokens[at - 1]?.text === 'A' && at > 1) return;
  const { isBase } = words.inflections;
  const before = tokens.slice(Math.max(0, at - 4), at).map((token) => token.form);
  const place = { before, isBase };
  const known = words.inflections.changesOf(form);
  const isVerbToo = known.some(([, type]) => type === 'verb');
  const others = [...(auxiliaries.get(form) ?? [])].map((other) => [other, 'verb'] as const);
  for (const [other, type] of others.length > 0 ? others : known) {
    // “This marks the end.”
    if (type === 'noun' && isVerbToo && before.at(-1) === 'this') continue;
    if (towards * agreementOf(form, type, place) >= 0) continue;
    if (towards * agreementOf(other, type, place) <= 0) continue;
    if (words.isProposable(other)) yield { type, from: at, to: at + 1, forms: [other] };
  }
}

function* joined(
  { tokens, isFixed, text }: ContextSentence,
  at: number,
  words: Words,
): Iterable<Proposal> {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || next?.kind !== 'word' || next.text !== next.form) return;
  if (isFixed[at + 2] || text.slice(token.end, next.start) !== ' ') return;
  // “got shut down”, “was set up”: a verb and its particle.
  const isParticle = /^(?:up|down|out|off|in|on|over|away|back)$/.test(next.form);
  if (
    isParticle &&
    /^(?:get|gets|got|getting|been|be|being|was|were|is|are|to)$/.test(tokens[at - 1]?.form ?? '')
  )
    return;
  const whole = token.form + next.form;
  if (whole.length > 4 && words.isProposable(whole)) {
    yield { type: 'split', from: at, to: at + 2, forms: [whole] };
  }
}
