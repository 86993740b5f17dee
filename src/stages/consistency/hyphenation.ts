import { isTitle } from '../../core/document.ts';
import { type Passage, type Token, wordAfter } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { minorityRemarks, type Use } from './choice.ts';

/**
 * Compounds written with a hyphen, in one word, or (before a noun) in two. Only compounds that have a hyphen
 * somewhere are followed, so that two words that happen to meet are not taken for one.
 */
export function hyphenRemarks(passages: readonly Passage[]): readonly PassageRemark[] {
  const uses = new Map<string, Use[]>();
  const add = (key: string, use: Use) => uses.get(key)?.push(use);
  eachWord(passages, ({ token }) => {
    const key = keyOfHyphenated(token);
    if (key !== undefined && !uses.has(key)) uses.set(key, []);
  });
  if (uses.size === 0) return [];
  eachWord(passages, ({ tokens, index, token }) => {
    const key = isPath(tokens, index) ? undefined : keyOfHyphenated(token);
    if (key !== undefined) add(key, { form: token.lower, span: token.span, text: token.text });
    else if (uses.has(token.lower))
      add(token.lower, { form: token.lower, span: token.span, text: token.text });
    const pair = attributivePair(tokens, index);
    if (pair) add(pair.key, pair.use);
  });
  return [...uses.values()].flatMap((list) =>
    minorityRemarks('mixed-hyphenation', comparable(list)).map(withoutParting),
  );
}

interface Place {
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly token: Token;
}

function eachWord(passages: readonly Passage[], look: (place: Place) => void): void {
  for (const { tokens, block } of passages) {
    if (isTitle(block)) continue;
    for (const [index, token] of tokens.entries()) {
      if (token.kind === 'word') look({ tokens, index, token });
    }
  }
}

/** `re-sign` and `resign` are two words, as are `co-op` and `coop`. */
const otherWords =
  /^(?:re-\p{L}+|co-op|un-ionized|pre-position|pro-verb|ex-it|e-\p{L}+|on-line|off-line|non-\p{L}+|start-ups?|co-\p{L}+)$/u;

function keyOfHyphenated({ lower }: Token): string | undefined {
  const parts = /^(\p{L}{2,})-(\p{L}{2,})$/u.exec(lower);
  if (!parts || otherWords.test(lower) || isOf('number', parts[1] ?? '')) return undefined;
  return `${parts[1]}${parts[2]}`;
}

function isPath(tokens: readonly Token[], index: number): boolean {
  return (
    /^[/\\.@]/.test(tokens[index - 1]?.text ?? '') || /^[/\\@]/.test(tokens[index + 1]?.text ?? '')
  );
}

/** Two words directly before a noun, where a compound would have its hyphen. */
function attributivePair(
  tokens: readonly Token[],
  index: number,
): { readonly key: string; readonly use: Use } | undefined {
  const second = wordAfter(tokens, index);
  const [first, next] = [tokens[index], tokens[second]];
  const noun = tokens[second < 0 ? -1 : wordAfter(tokens, second)];
  if (!first || !next || !noun || !/^\p{Ll}+$/u.test(noun.text) || !isOf('noun', noun.lower))
    return undefined;
  if (
    isOf('preposition', first.lower) ||
    isOf('determiner', first.lower) ||
    isOf('adverb', first.lower)
  )
    return undefined;
  const span = { start: first.span.start, end: next.span.end };
  return {
    key: `${first.lower}${next.lower}`,
    use: { form: `${first.lower} ${next.lower}`, span, text: `${first.text} ${next.text}` },
  };
}

/** Before a noun the hyphen is never wrong, however often the document leaves it out. */
function withoutParting(remark: PassageRemark): PassageRemark {
  const parts = remark.expected?.[0]?.includes(' ') === true;
  return parts ? { ...remark, confidence: confidenceOfParting } : remark;
}

const confidenceOfParting = 0.3;

/** In one word against a hyphen always; in two words only when the choice is between two. */
function comparable(uses: readonly Use[]): readonly Use[] {
  return uses.some(({ form }) => form.includes('-')) ? uses : [];
}
