import { isTitle } from '../../core/document.ts';
import { opensSentence, type Passage, type Token, wordAfter } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isClear, times } from './choice.ts';

/** Fewer capitals may be a title before a name ("Project Manager Jane Roe"). */
const capitalUsesMin = 2;

interface Term {
  readonly capital: Token[][];
  readonly small: Token[][];
}

/** “the Steering Group” here and “the steering group” there. Which is right only the author knows, so it is a note. */
export function capitalRemarks(passages: readonly Passage[]): readonly PassageRemark[] {
  const terms = new Map<string, Term>();
  eachPair(passages, (key, pair, capital) => {
    if (capital && !terms.has(key)) terms.set(key, { capital: [], small: [] });
    terms.get(key)?.capital.push(...(capital ? [pair] : []));
  });
  if (terms.size === 0) return [];
  eachPair(passages, (key, pair, capital) => {
    if (!capital) terms.get(key)?.small.push(pair);
  });
  return [...terms.values()].flatMap(remarksOn);
}

function remarksOn({ capital, small }: Term): readonly PassageRemark[] {
  const [fewer, more] = small.length <= capital.length ? [small, capital] : [capital, small];
  if (capital.length < capitalUsesMin || fewer.length === 0 || !isClear(more.length, fewer.length))
    return [];
  const [with_, without] = [textOf(capital[0]), textOf(small[0])];
  const message = `Written “${with_}” ${times(capital.length)} and “${without}” ${times(small.length)}.`;
  return fewer.map((pair) => ({
    rule: 'mixed-capitals',
    span: { start: pair[0]?.span.start ?? 0, end: pair[1]?.span.end ?? 0 },
    message,
  }));
}

function textOf(pair: readonly Token[] | undefined): string {
  return (pair ?? []).map((token) => token.text).join(' ');
}

function eachPair(
  passages: readonly Passage[],
  look: (key: string, pair: Token[], capital: boolean) => void,
): void {
  for (const { tokens, block } of passages) {
    if (isTitle(block) || block.kind === 'table-cell') continue;
    for (const [index, token] of tokens.entries()) {
      const next = token.kind === 'word' ? tokens[wordAfter(tokens, index)] : undefined;
      if (!next || !isTerm(token.lower) || !isTerm(next.lower)) continue;
      const capital = isCapital(token) && isCapital(next);
      const small = token.text === token.lower && next.text === next.lower;
      if ((!capital && !small) || (capital && opensSentence(tokens, index))) continue;
      look(`${token.lower} ${next.lower}`, [token, next], capital);
    }
  }
}

function isCapital({ text }: Token): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(text);
}

const small = new Set(
  'the and for but not you are was has had his her its our their this that with from all any'.split(
    ' ',
  ),
);

function isTerm(word: string): boolean {
  return word.length > 2 && !small.has(word) && /^\p{L}+$/u.test(word);
}
