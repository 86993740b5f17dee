import { type Passage, type Token, wordBefore } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { commaAfter } from './clauses.ts';

const tags =
  /^(?:isn|aren|wasn|weren|don|doesn|didn|won|can|couldn|wouldn|shouldn|haven|hasn|hadn)['’]t$/u;

/** `She left early didn't she?`: the tag at the end is parted by a comma. */
export function* questionTags({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (!tags.test(token.lower) || !endsAsTag(tokens, index)) continue;
    const before = tokens[wordBefore(tokens, index)];
    if (!before || tokens[index - 2] !== before || /^(?:and|but|or|why|how|so)$/.test(before.lower))
      continue;
    yield commaAfter(before, 'comma-before-tag', 'A comma belongs before the question at the end.');
  }
}

function endsAsTag(tokens: readonly Token[], index: number): boolean {
  const [gap, subject, mark] = tokens.slice(index + 1, index + 4);
  const isFirst = tokens[index - 1]?.sentence !== tokens[index]?.sentence;
  return (
    !isFirst &&
    gap?.kind === 'space' &&
    isOf('subject', subject?.lower ?? '') &&
    /^[?.]/.test(mark?.text ?? '')
  );
}
