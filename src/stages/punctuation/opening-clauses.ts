import {
  opensSentence,
  type Passage,
  type Token,
  wordAfter,
  wordBefore,
} from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { commaAfter, isClauseInOne } from './clauses.ts';

const subordinators = new Set(
  'if when once unless although because while whenever since after before as until though'.split(
    ' ',
  ),
);

/** `If you have questions please call`: no comma between the clause that opens the sentence and the main one. */
export function* openingClauses({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !subordinators.has(token.lower)) continue;
    const remark = opensSentence(tokens, index) ? afterOpeningClause(tokens, index) : undefined;
    if (remark) yield remark;
  }
}

/** `If you have questions please call`, `When he came we left`: no comma anywhere in the sentence. */
function afterOpeningClause(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const sentence = wordsOfSentence(tokens, index);
  if (!sentence) return undefined;
  const [, ...rest] = sentence;
  const places = rest.filter((at) => startsMainClause(tokens, at));
  const [place] = places;
  // “When you decide which set they belong to”: the clause is one that is asked about.
  if (place !== undefined && asksBefore(tokens, place)) return undefined;
  if (sentence.some((at) => /^(?:but|and)$/.test(tokens[at]?.lower ?? ''))) return undefined;
  if (place === undefined || places.length > 1 || rest.indexOf(place) < 2) return undefined;
  const before = tokens[wordBefore(tokens, place)];
  if (!before) return undefined;
  const confidence = tokens[place]?.lower === 'please' ? 0.88 : undefined;
  return {
    ...commaAfter(
      before,
      'comma-after-clause',
      'A comma belongs between the opening clause and the main one.',
    ),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** The indices of a sentence's words, or undefined when it holds a mark that already parts it. */
function wordsOfSentence(tokens: readonly Token[], index: number): readonly number[] | undefined {
  const words: number[] = [];
  const { sentence } = tokens[index] ?? {};
  for (let at = index; at < tokens.length && tokens[at]?.sentence === sentence; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word') words.push(at);
    else if (token?.kind === 'opaque' || (token?.kind === 'mark' && !/^[.?!]/.test(token.text)))
      return undefined;
  }
  return words;
}

const leadsOn =
  /^(?:that|what|how|where|who|whom|which|why|whether|if|when|while|and|or|but|than|as|because|since|until|before|after|unless|so|then|think|know|say|believe|hope|feel|see|sure|thing|things|time|way|everything|anything|something|all|work|services|questions|information|skills|person|people|place|everyone|those|like|the|a|an|not|moment|day|everybody|anyone|someone|first|reason)$/;

/** “please” with a verb, or a subject and an auxiliary that nothing before them governs. */
function startsMainClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[wordBefore(tokens, at)]?.lower ?? '';
  const word = tokens[at]?.lower ?? '';
  const next = tokens[wordAfter(tokens, at)]?.lower ?? '';
  if (isClauseInOne(word)) return !leadsOn.test(before) && !governs(before);
  if (word === 'please') return !/^(?:to|that|you|not)$/.test(before) && next !== '';
  if (!/^(?:i|you|he|she|we|they|it|there)$/.test(word) || leadsOn.test(before) || governs(before))
    return false;
  return (
    isOf('modal', next) || /^(?:was|were|is|are|had|has|have|do|did|don't|didn't|am)$/.test(next)
  );
}

function asksBefore(tokens: readonly Token[], at: number): boolean {
  const nearest = wordBefore(tokens, at);
  const words = [
    nearest,
    wordBefore(tokens, nearest),
    wordBefore(tokens, wordBefore(tokens, nearest)),
  ];
  return words.some((word) => /^(?:which|what|whose)$/.test(tokens[word]?.lower ?? ''));
}

function governs(word: string): boolean {
  return (
    isOf('preposition', word) || subordinators.has(word) || isOf('modal', word) || isOf('be', word)
  );
}
