import { type Passage, type Token, wordAfter, wordBefore } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';

/** “i” alone is “I”, unless it is a variable, a roman number or a list marker. */
export function* loneLetters({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !/^i(?:['’](?:m|ve|ll|d))?$/u.test(token.text)) continue;
    if (token.text === 'i' && !isPronoun(tokens, index)) continue;
    const expected = `I${token.text.slice(1)}`;
    yield {
      rule: 'lone-i',
      span: token.span,
      message: `“${expected}” is always written with a capital.`,
      expected: [expected],
    };
  }
}

/** After these an “i” is a number or a name of a part. */
const labels = new Set(
  'let part section chapter phase type step class table figure volume book appendix clause article paragraph item option schedule index variable component level grade number element row column node value letter vowel'.split(
    ' ',
  ),
);

function isPronoun(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if ((before && before.kind !== 'space' && !/^["“(‘—–,]$/u.test(before.text)) || !after)
    return false;
  if (labels.has(tokens[wordBefore(tokens, index)]?.lower ?? '')) return false;
  const next = tokens[wordAfter(tokens, index)]?.lower;
  if (after.kind !== 'space') return after.text === ',' && !/^[("“]/u.test(before?.text ?? '');
  return next !== undefined && (startsPredicate(next) || isOf('base', next));
}

/** What follows “I” in nearly every sentence: a verb or an adverb. */
function startsPredicate(next: string): boolean {
  return (
    ['modal', 'auxiliary', 'have', 'participle', 'adverb', 'past'].some((name) =>
      isOf(name, next),
    ) || predicates.has(next)
  );
}

const predicates = new Set(
  `am was were went came saw got took thought knew felt told found heard left made had ran met sat stood began wrote read grew
  woke slept ate drank drove flew kept lost won paid bought brought taught caught chose broke spoke spent sent built gave
  just also still never always often sometimes even ever then now soon usually already almost not hope wish enjoy prefer
  wonder guess doubt suppose dont cant didnt wont havent wasnt`.split(/\s+/u),
);

const common = new Set(
  `the this that these those they there their then them what when where which who why how with will would was were we you your
  he she his her him it its in on of and but for from are as at be by can could do does did has have had if is my no not one
  our out so some than to too two up very after all also any because before been being between both each even every first
  here into just like more most much must new now only or other over same should since still such through under until use
  well while`.split(/\s+/u),
);

/** “THe” and “WHen”: the shift key was let go too late. */
export function* slippedCapitals({ tokens }: Passage): Iterable<PassageRemark> {
  for (const token of tokens) {
    if (token.kind !== 'word' || !/^\p{Lu}{2}\p{Ll}+$/u.test(token.text)) continue;
    if (!common.has(token.lower) || token.text.length < 3 || token.text === 'ITs') continue;
    const expected = token.text.charAt(0) + token.lower.slice(1);
    yield {
      rule: 'second-capital',
      span: token.span,
      message: `Only the first letter is a capital: “${expected}”.`,
      expected: [expected],
    };
  }
}
