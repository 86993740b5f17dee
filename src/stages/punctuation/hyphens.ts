import { type Passage, type Token, wordAfter, wordBefore } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { createPatternFinder, type PatternMatch } from '../../core/word-pattern.ts';
import { modifierPatterns } from './compound-modifiers.ts';

const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const ones =
  'one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth';
const before = 'a|an|the|my|your|his|her|its|our|their|this|these|those|some|any|no|very|more|most';

interface Pattern {
  readonly find: string;
  readonly rule: string;
  readonly confidence?: number;
}

const joins: readonly Pattern[] = [
  { rule: 'number-hyphen', find: `[${tens} ${ones}] !hundred|thousand|million|of|time|after` },
  ...[
    'up to date',
    'state of the art',
    'out of date',
    'day to day',
    'face to face',
    'one on one',
    'door to door',
    'step by step',
    'end to end',
    'point of sale',
    'peer to peer',
    'word of mouth',
    'up and coming',
    'on the job',
  ].map((compound) => ({
    rule: 'compound-hyphen',
    find: `${before} [${compound}] :noun`,
  })),
  ...[
    'long term',
    'short term',
    'full time',
    'part time',
    'real time',
    'high quality',
    'low cost',
    'well known',
    'real world',
    'first class',
    'world class',
    'high level',
    'low level',
    'large scale',
    'small scale',
    'so called',
    'third party',
    'user friendly',
    'cost effective',
    'time consuming',
    'high speed',
    'decision making',
    'problem solving',
    'high end',
    'old fashioned',
    'good looking',
    'well being',
    'hands on',
    'built in',
    'open ended',
    'award winning',
  ].map((compound) => ({
    rule: 'compound-hyphen',
    find: `${before} [${compound}] :noun`,
  })),
  ...[
    'self esteem',
    'self confidence',
    'self employed',
    'self sufficient',
    'self conscious',
    'self awareness',
    'self aware',
    'self discipline',
    'self respect',
    'self control',
    'self explanatory',
    'self defense',
    'self defence',
    'self interest',
    'self service',
    'mother in law',
    'father in law',
    'sister in law',
    'brother in law',
    'son in law',
    'daughter in law',
    'non existent',
    'non profit',
    'ex husband',
    'ex wife',
    'ex girlfriend',
    'ex boyfriend',
    'ex president',
    'co founder',
    'co author',
    'co owner',
  ].map((compound) => ({ rule: 'compound-hyphen', find: `[${compound}]`, confidence: 0.9 })),
];

const findJoin = createPatternFinder<Pattern>([...joins, ...modifierPatterns]);

/** Hyphens in numbers, ages, measures and well-known compounds, and the one that “-ly” does not take. */
export function* hyphens({ tokens }: Passage): Iterable<PassageRemark> {
  for (let index = 0; index < tokens.length; index += 1) {
    if (tokens[index]?.kind !== 'word') continue;
    const text = tokens[index]?.text ?? '';
    const match = joinable.test(text) ? findJoin(tokens, index) : undefined;
    const remark = match
      ? joined(tokens, match)
      : (named(tokens, index) ?? measure(tokens, index) ?? afterAdverb(tokens, index));
    if (remark) yield remark;
  }
}

/** A capital shows a name, in which no hyphen is put; languages are written with one everywhere. */
const joinable =
  /^\p{Ll}|^(?:English|Spanish|French|German|Arabic|Russian|Portuguese|Chinese|Italian|Dutch|Japanese|Web)$/u;

const afterNames =
  /^(?:related|based|certified|induced|encrypted|led|inspired|born|compatible|compliant|enabled|powered|funded|trained|specific|like)$/;

/** `a London based firm`, `SSL encrypted links`: a name and what is joined to it, before a noun. */
function named(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const second = wordAfter(tokens, index);
  if (!afterNames.test(tokens[second]?.text ?? '')) return undefined;
  if (!/^\p{Lu}[\p{L}\d]+$/u.test(tokens[index]?.text ?? '')) return undefined;
  const noun = tokens[wordAfter(tokens, second)];
  const before = tokens[wordBefore(tokens, index)];
  if (!noun || !/^\p{Ll}{3,}$/u.test(noun.text) || notNoun(noun.lower)) return undefined;
  if (!opensPhrase.test(before?.text ?? '')) return undefined;
  const like =
    tokens[second]?.text === 'like' && !/^(?:a|an|its|their|some)$/.test(before?.text ?? '');
  return like
    ? undefined
    : hyphenated(tokens.slice(index, second + 1), 'modifier-hyphen', nameConfidence);
}

const opensPhrase =
  /^(?:a|an|the|any|some|no|other|all|only|its|their|our|for|of|with|by|in|over|from|new|several|many|and|or)$/;

/** “In Harvard based studies” may be read otherwise; a common word before “based” may not. */
const nameConfidence = 0.8;

function joined(tokens: readonly Token[], match: PatternMatch<Pattern>): PassageRemark {
  const words = tokens.slice(match.first, match.last + 1);
  const { rule, confidence } = match.pattern;
  return hyphenated(words, rule, confidence);
}

function hyphenated(words: readonly Token[], rule: string, confidence?: number): PassageRemark {
  const expected = words.map(({ kind, text }) => (kind === 'word' ? text : '-')).join('');
  return {
    rule,
    span: { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 },
    message: `Before its noun, the compound is hyphenated: “${expected}”.`,
    expected: [expected],
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** `a 10 minute walk`, `a five year old boy`; the unit is singular and a noun follows. */
function measure(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const number = tokens[index];
  if (!number || !(isOf('number', number.lower) || /^\d{1,3}$/.test(number.text))) return undefined;
  const unit = wordAfter(tokens, index);
  if (!isMeasure(tokens[unit]?.text ?? '') || number.text === '1') return undefined;
  const old = wordAfter(tokens, unit);
  if (tokens[old]?.text === 'old') return hyphenated(tokens.slice(index, old + 1), 'age-hyphen');
  const article = tokens[wordBefore(tokens, index)]?.lower ?? '';
  if (!/^(?:a|an|the|this|that|his|her|our|my|their|your|its)$/.test(article)) return undefined;
  const noun = tokens[old];
  if (!noun || !/^\p{Ll}{3,}$/u.test(noun.text) || notNoun(noun.lower)) return undefined;
  return hyphenated(tokens.slice(index, unit + 1), 'measure-hyphen');
}

function isMeasure(word: string): boolean {
  return isOf('unit', word) || counted.test(word);
}

/** What is counted in a modifier as units are: “a 12-acre farm”, “a four-player game”. */
const counted =
  /^(?:acre|bed|bedroom|bath|member|player|person|man|woman|part|volume|lane|door|seat|seater|stone|carat|game|match|item|step|stage|wheel|term|season|question|piece|party|room|class|course|panel|speed|pack|inning|round)$/;

function notNoun(word: string): boolean {
  return (
    ['preposition', 'be', 'have', 'modal', 'pronoun', 'determiner', 'past', 'adverb'].some((name) =>
      isOf(name, word),
    ) ||
    /^(?:and|or|but|that|who|which|cut|ago|later|before|per|each|mark|limit|than|when|if|so)$/.test(
      word,
    )
  );
}

/** `highly-regarded`: an adverb in -ly cannot belong to anything else, so it takes no hyphen. */
function afterAdverb(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const token = tokens[index];
  const parts = /^(\p{L}?\p{Ll}+ly)-(\p{Ll}+ed)$/u.exec(token?.text ?? '');
  if (!token || !parts || !isOf('adverb', (parts[1] ?? '').toLowerCase())) return undefined;
  const expected = `${parts[1]} ${parts[2]}`;
  return {
    rule: 'adverb-hyphen',
    span: token.span,
    message: `An adverb in “-ly” takes no hyphen: “${expected}”.`,
    expected: [expected],
  };
}
