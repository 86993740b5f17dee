import {
  closesClause,
  opensSentence,
  type Passage,
  type Token,
  wordAfter,
  wordBefore,
} from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';

/** What is part of the name behind a name: “Houghton Lake”. Streets and districts are written either way. */
const parts = new Set('lake island palace river mountain peninsula bay creek canyon'.split(' '));

/** “Spanish islands”, “the Victorian palace”: an adjective makes no name of a noun. */
const adjective = /(?:ish|ian|ean|ese|ic|can|man|al|ed|ing)$/u;

/** “On Craggy island”: the noun behind a name is part of it. */
export function* partsOfNames(
  { tokens }: Passage,
  { settings }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !parts.has(token.text)) continue;
    const name = tokens[wordBefore(tokens, index)];
    if (!name || !isName(tokens, wordBefore(tokens, index)) || settings.isOurWord(token.text)) {
      continue;
    }
    if (!endsName(tokens, index)) continue;
    const expected = token.text.charAt(0).toUpperCase() + token.text.slice(1);
    yield {
      rule: 'part-of-name',
      span: token.span,
      message: `It is part of the name: “${name.text} ${expected}”.`,
      expected: [expected],
    };
  }
}

function isName(tokens: readonly Token[], index: number): boolean {
  const { text = '', lower = '' } = tokens[index] ?? {};
  return (
    /^\p{Lu}\p{Ll}{2,}$/u.test(text) &&
    !adjective.test(lower) &&
    !isOf('month', lower) &&
    !opensSentence(tokens, index)
  );
}

/** “Como lake houses”: behind a noun that goes on it only says what kind. */
function endsName(tokens: readonly Token[], index: number): boolean {
  const next = tokens[wordAfter(tokens, index)];
  if (!next) return closesClause(tokens, index);
  return (
    /^\p{Lu}/u.test(next.text) ||
    isOf('preposition', next.lower) ||
    isOf('be', next.lower) ||
    isOf('have', next.lower) ||
    isOf('modal', next.lower) ||
    /^(?:and|or|but|that|which|where|when|as|than)$/.test(next.lower)
  );
}
