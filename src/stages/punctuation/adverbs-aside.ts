import {
  opensSentence,
  type Passage,
  type Token,
  wordAfter,
  wordBefore,
} from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';

/** `Most visitors however left early`: an adverb between subject and verb that belongs to neither. */
export function* adverbsAside({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, adverb] of tokens.entries()) {
    if (!/^(?:however|moreover|nevertheless|furthermore)$/.test(adverb.lower)) continue;
    const before = tokens[wordBefore(tokens, index)];
    const next = tokens[wordAfter(tokens, index)];
    if (!before || !next || opensSentence(tokens, index) || !partsSubject(before, next)) continue;
    yield {
      rule: 'comma-around-aside',
      span: { start: before.span.start, end: adverb.span.end },
      message: `Commas belong around “${adverb.text}”, which stands outside the sentence.`,
      expected: [`${before.text}, ${adverb.text},`],
    };
  }
}

/** A noun or name before it and the verb behind it; “is however” and “do it however you like” stay. */
function partsSubject(before: Token, next: Token): boolean {
  const isVerb = ['be', 'have', 'modal', 'auxiliary', 'past'].some((name) =>
    isOf(name, next.lower),
  );
  return (
    isVerb &&
    (isOf('noun', before.lower) || isOf('subject', before.lower)) &&
    !/^(?:and|but|or|done)$/.test(before.lower)
  );
}
