import type { Dialect } from '../../core/dialect.ts';
import { writtenLike } from '../../core/typography.ts';
import { soundOf } from '../../core/word-sound.ts';
import type { Proposal } from './proposals.ts';
import type { ContextSentence } from './sentences.ts';

/** A stretch of the sentence and what stands there instead. */
export interface Rewriting {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface Manner {
  readonly dialect: Dialect;
  readonly apostrophe: string;
}

/**
 * A proposal written out. What is put in or taken out shows the word after it too, so that a reader sees where;
 * whether it is "a" or "an" is decided by the sound of that word. Undefined where that cannot be told.
 */
export function rewritingOf(
  { text, tokens }: ContextSentence,
  { from, to, forms }: Proposal,
  { dialect, apostrophe }: Manner,
): Rewriting | undefined {
  const first = tokens[from];
  const last = tokens[Math.max(from, to - 1)];
  const next = tokens[to];
  if (!first || !last) return undefined;
  const written = forms.includes('a') ? withArticle(forms, next?.text ?? '', dialect) : forms;
  if (!written) return undefined;
  const joined = written.join(' ').replace(" 's", "'s");
  if (from === to) {
    const replacement = `${joined} ${first.text}`;
    return { start: first.start, end: first.end, replacement };
  }
  if (forms.length === 0) {
    if (!next || !/^\s+$/.test(text.slice(last.end, next.start))) return undefined;
    return { start: first.start, end: next.end, replacement: next.text };
  }
  const replacement = writtenLike(first.text, joined, apostrophe);
  return { start: first.start, end: last.end, replacement };
}

function withArticle(
  forms: readonly string[],
  next: string,
  dialect: Dialect,
): readonly string[] | undefined {
  if (forms.length > 1) return forms;
  const sound = soundOf(next, dialect);
  return sound && [sound === 'vowel' ? 'an' : 'a'];
}
