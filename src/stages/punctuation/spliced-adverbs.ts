import { type Passage, type Token, wordAfter } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { carriesClause, wordsBefore } from './clauses.ts';

/** `…, however I` and `…, therefore we`: two sentences with a comma between. */
export function* splicedAdverbs({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, { lower }] of tokens.entries()) {
    if (!/^(?:however|therefore|moreover|furthermore|nevertheless|consequently)$/.test(lower))
      continue;
    const remark = splicedAdverb(tokens, index);
    if (remark) yield remark;
  }
}

function splicedAdverb(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const [comma, gap, adverb] = tokens.slice(index - 2, index + 1);
  const subject = wordAfter(tokens, index);
  if (comma?.text !== ',' || gap?.kind !== 'space' || !adverb) return undefined;
  if (!startsClause(tokens[subject])) return undefined;
  if (!wordsBefore(tokens, index - 2).some(carriesClause)) return undefined;
  return {
    rule: 'comma-around-however',
    span: { start: comma.span.start, end: adverb.span.end },
    message: `A comma cannot part two sentences; before “${adverb.text}” a semicolon can.`,
    expected: [`;${gap.text}${adverb.text},`],
  };
}

function startsClause(token: Token | undefined): boolean {
  return isOf('subject', token?.lower ?? '') || /^(?:the|there|this|my)$/.test(token?.lower ?? '');
}
