import type { Passage, Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

/** Places where two words touch only through a mark. */
export function* missingSpaces({ tokens }: Passage): Iterable<PassageRemark> {
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const remark =
      token.kind === 'word'
        ? betweenSentences(token)
        : token.kind === 'mark'
          ? (afterComma(tokens, index) ?? afterStop(tokens, index) ?? atBracket(tokens, index))
          : undefined;
    if (remark) yield remark;
  }
}

/** `word,another` and `word;another`; not `1,000`, `a,b`, `GBP,USD`, `&nbsp;text`. */
function afterComma(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const [before, mark, after] = tokens.slice(index - 1, index + 2);
  if (!mark || !/^[,;]$/.test(mark.text) || after?.kind !== 'word') return undefined;
  if (!/^\p{L}['’]?\p{L}+/u.test(after.text) || isCode(after.text)) return undefined;
  const fits =
    before?.kind === 'word'
      ? /\p{L}{2}$|^\d{1,4}$/u.test(before.text) && !isCode(before.text)
      : /^[)”"’]$/u.test(before?.text ?? '');
  if (!fits || /&\p{L}+$/u.test((tokens[index - 2]?.text ?? '') + (before?.text ?? '')))
    return undefined;
  if (isTightList(tokens, index)) return undefined;
  return {
    rule: 'missing-space-after-comma',
    span: mark.span,
    message: `A space belongs after “${mark.text}”.`,
    expected: [`${mark.text} `],
  };
}

/** Codes and identifiers (`GBP`, `userId`, `x_1`) are written tight on purpose. */
function isCode(word: string): boolean {
  return /^[\p{Lu}\p{N}]{2,}$/u.test(word) || /\p{Ll}\p{Lu}|[\p{L}_]\d|_/u.test(word);
}

/** `red,green,blue` without a space anywhere near is a list for a machine. */
function isTightList(tokens: readonly Token[], index: number): boolean {
  return [index - 2, index + 2].some(
    (at) =>
      tokens[at]?.text === tokens[index]?.text &&
      tokens[at + 1]?.kind === 'word' &&
      tokens[at - 1]?.kind === 'word',
  );
}

const openers = new Set(
  `the this that these those it he she we they you i there here a an in on at if when but and so however as for my your
  his her our their its what why how where who is are do does please no not now then after before while although because
  since some many most all one two also by with to from`.split(/\s+/u),
);

/** `came.So` in one word; not `Node.js`, `U.S.A`, `e.g.The`, `config.Load`. */
function betweenSentences(token: Token): PassageRemark | undefined {
  const parts = /^(\p{Ll}[\p{Ll}’'-]+)([.!?])(\p{Lu}[\p{Ll}’']*)$/u.exec(token.text);
  if (!parts) return undefined;
  const [, left = '', mark = '', right = ''] = parts;
  if (right.length < 2 && right !== 'I' && right !== 'A') return undefined;
  const start = token.span.start + left.length;
  return {
    rule: 'missing-space-between-sentences',
    span: { start, end: start + 1 },
    message: 'A space belongs between two sentences.',
    expected: [`${mark} `],
    confidence: openers.has(right.toLowerCase()) ? 0.95 : 0.7,
  };
}

/** `done?The`, `done.”The`: the parser parts these at the mark. */
function afterStop(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const [before, mark, after] = tokens.slice(index - 1, index + 2);
  if (!mark || !/^[.?!]$/.test(mark.text) || after?.kind !== 'word') return undefined;
  const ended = before?.kind === 'word' ? /\p{Ll}{2}$/u.test(before.text) : before?.text === ')';
  if (!ended || !/^\p{Lu}\p{Ll}/u.test(after.text) || !openers.has(after.lower)) return undefined;
  return {
    rule: 'missing-space-between-sentences',
    span: mark.span,
    message: 'A space belongs between two sentences.',
    expected: [`${mark.text} `],
  };
}

/** `price(including tax)` and `(as agreed)and`; not `person(s)`, `f(x)`, `5(a)`, `(re)use`, `max(a, b)`. */
function atBracket(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const mark = tokens[index];
  if (!mark) return undefined;
  if (mark.text === '(') {
    const before = tokens[index - 1];
    if (before?.kind !== 'word' || !/^\p{L}?\p{Ll}+$/u.test(before.text)) return undefined;
    return holdsProse(tokens, index, 1) ? bracketRemark(mark, ' (') : undefined;
  }
  if (mark.text !== ')') return undefined;
  const after = tokens[index + 1];
  if (after?.kind !== 'word' || !/^\p{L}\p{Ll}+$/u.test(after.text)) return undefined;
  return holdsProse(tokens, index, -1) ? bracketRemark(mark, ') ') : undefined;
}

/** Three words with spaces between, counted inwards from the bracket, are prose and not an argument list. */
function holdsProse(tokens: readonly Token[], index: number, step: 1 | -1): boolean {
  const inside = [1, 2, 3, 4, 5].map((away) => tokens[index + step * away]);
  return inside.every((token, at) =>
    at % 2 === 0 ? token?.kind === 'word' && /^\p{L}+$/u.test(token.text) : token?.text === ' ',
  );
}

function bracketRemark(mark: Token, expected: string): PassageRemark {
  return {
    rule: 'missing-space-at-bracket',
    span: mark.span,
    message: 'A space belongs outside a bracket.',
    expected: [expected],
  };
}
