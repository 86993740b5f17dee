import { type Passage, wordBefore } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { commaAfter } from './clauses.ts';

/** How far back the list may have its last comma, in tokens. */
const reachTokensMax = 12;

/** `pens, books etc.`: the last comma of a list is missing before “etc.”. */
export function* commasBeforeEtc({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, { kind, lower, sentence }] of tokens.entries()) {
    if (kind !== 'word' || (lower !== 'etc' && lower !== 'etc.')) continue;
    const before = tokens[wordBefore(tokens, index)];
    if (!before || before.sentence !== sentence || before.lower === 'and') continue;
    const near = tokens.slice(Math.max(0, index - reachTokensMax), index);
    if (!near.some((token) => token.text === ',' && token.sentence === sentence)) continue;
    yield commaAfter(before, 'comma-before-etc', 'In a list, a comma belongs before “etc.”.');
  }
}
