import type { Passage, Token } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { writtenLike } from '../../core/typography.ts';
import { createPatternFinder } from '../../core/word-pattern.ts';

interface Pattern {
  readonly find: string;
  readonly to: string;
  readonly rule: string;
  readonly confidence?: number;
}

const possessive = 'missing-in-possessive';
const timed = 'missing-in-time-possessive';
const plural = 'apostrophe-in-plural';

/** Phrases in which the first word always owns the second. */
const setPossessives: readonly (readonly [string, string])[] = [
  ['master', 'degree|degrees|thesis|dissertation|theses'],
  ['bachelor', 'degree|degrees'],
  ['moment', 'notice|hesitation'],
  ['driver', 'license|licence|licenses|licences|seat'],
  ['doctor', 'appointment|appointments|office|prescription'],
  ['dentist', 'appointment|office'],
  ['valentine', 'day'],
  ['mother', 'day'],
  ['father', 'day'],
  ['bird', 'nest'],
  ['wit', 'end'],
  ['nobody', 'fault|business'],
  ['earth', 'surface|atmosphere|crust|orbit|climate'],
];

const patterns: readonly Pattern[] = [
  ...setPossessives.map(([owner, owned]) => ({
    rule: possessive,
    find: `[${owner}s] ${owned}`,
    to: `${owner}'s`,
    confidence: 0.85,
  })),
  ...['today', 'tomorrow', 'yesterday'].map((day) => ({
    rule: possessive,
    find: `[${day}s] _`,
    to: `${day}'s`,
    confidence: 0.95,
  })),
  ...['men', 'women', 'children'].map((people) => ({
    rule: possessive,
    find: `[${people}s] _`,
    to: `${people}'s`,
    confidence: 0.93,
  })),
  ...['everyone', 'someone', 'anyone', 'everybody', 'somebody', 'anybody', 'nobody'].map((one) => ({
    rule: possessive,
    find: `[${one}s] _`,
    to: `${one}'s`,
  })),
  {
    rule: possessive,
    find: 'each [others] :noun',
    to: "other's",
    confidence: 0.85,
  },
  {
    rule: possessive,
    find: 'someone|anyone|everyone|somebody|nobody|everybody|anybody [elses] _',
    to: "else's",
    confidence: 0.95,
  },
  {
    rule: timed,
    find: 'new [years] eve|resolution|resolutions|day',
    to: "year's",
    confidence: 0.85,
  },
  ...['year', 'month', 'week', 'day', 'hour', 'minute'].flatMap((unit) => [
    {
      rule: plural,
      find: `:number|:digits|many|few|several|these|those|recent|couple [${unit}'s] ago|old|later|earlier|of|in|and|since|before|after|for`,
      to: `${unit}s`,
      confidence: 0.92,
    },
    {
      rule: timed,
      find: `:number|:digits [${unit}s] notice|experience|pay|salary|vacation|holiday|imprisonment|work|leave`,
      to: `${unit}s'`,
    },
    {
      rule: timed,
      find: `a|one|1 [${unit}s] notice|pay|salary|work|worth|rest|leave`,
      to: `${unit}'s`,
      confidence: 0.9,
    },
  ]),
];

const findPattern = createPatternFinder(patterns);

const reasons: Readonly<Record<string, string>> = {
  [possessive]: 'The possessive takes an apostrophe.',
  [timed]: 'A length of time before a noun is a possessive.',
  [plural]: 'A plain plural takes no apostrophe.',
};

const decade = /^((?:1[5-9]|20)\d0)['’]s$/u;

/** Without one of these before it a decade may be a year that owns something: “1990’s winner”. */
const decadeWords = new Set(
  'the early late mid a an classic famous vintage old rare typical'.split(' '),
);

/** “In 1960’s England”; a year of this century may be one of a series: “in 2020’s edition”. */
function isPastDecade(before: string, text: string): boolean {
  return text.startsWith('1') && decadePrepositions.has(before);
}

const decadePrepositions = new Set(
  'in from circa during since of after like by around on to with until'.split(' '),
);

/** “1984’s winner” names one year, “1980’s music” ten of them; “1990’s best” may be either. */
const ofOneYear =
  /^(?:best|first|last|most|top|biggest|winner|winners|edition|version|champion|election)$/;

/** An age is no year that lost its century: “in her 20’s”, but “in the late ’20s”. */
const short = /^([2-9]0)['’]s$/u;
const owners = new Set('my your his her our their'.split(' '));
const shortWords = new Set(
  'the a an early late mid this that classic vintage old modest'.split(' '),
);

/** Many leave “the 80’s” as it is. */
const lostCentury = 0.6;

/** How a decade with an apostrophe before its “s” is written, or nothing where it is no decade. */
function decadeAt(tokens: readonly Token[], index: number, apostrophe: string): string | undefined {
  const { text = '' } = tokens[index] ?? {};
  if (!/^\d+0['’]s$/u.test(text)) return undefined;
  const [first, before, next] = [-4, -2, 2].map((step) => tokens[index + step]?.lower ?? '');
  const long = decade.exec(text)?.[1];
  // “the 1990’s and 2000’s”: what holds of the first holds of the second.
  const isPaired = (before === 'and' || before === 'or') && /^\d+0['’]?s$/u.test(first ?? '');
  if (long !== undefined) {
    const isDecade =
      isPaired ||
      decadeWords.has(before ?? '') ||
      (isPastDecade(before ?? '', text) && !ofOneYear.test(next ?? ''));
    return isDecade ? `${long}s` : undefined;
  }
  const years = short.exec(text)?.[1];
  if (years === undefined) return undefined;
  const isAge =
    owners.has(before ?? '') || (owners.has(first ?? '') && shortWords.has(before ?? ''));
  if (isAge || isPaired) return `${years}s`;
  return shortWords.has(before ?? '') ? `${apostrophe}${years}s` : undefined;
}

/** Possessives without an apostrophe, plurals with one. */
export function* possessives(
  { tokens }: Passage,
  { settings, apostrophe }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const years = decadeAt(tokens, index, apostrophe);
    if (years !== undefined) {
      yield {
        rule: 'apostrophe-in-decade',
        span: token.span,
        message: `Most style guides write “${years}”, without an apostrophe before the “s”.`,
        expected: [years],
        ...(/^\d/.test(years) ? {} : { confidence: lostCentury }),
      };
    }
    const pattern = findPattern(tokens, index)?.pattern;
    if (!pattern || settings.isOurWord(token.text) || /^\p{Lu}+$/u.test(token.text)) continue;
    const correction = writtenLike(token.text, pattern.to, apostrophe);
    yield {
      rule: pattern.rule,
      span: token.span,
      message: `Write “${correction}”. ${reasons[pattern.rule] ?? ''}`.trim(),
      expected: [correction],
      ...(pattern.confidence === undefined ? {} : { confidence: pattern.confidence }),
    };
  }
}
