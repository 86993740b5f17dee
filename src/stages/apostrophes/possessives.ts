import type { Passage } from '../../core/passage.ts';
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
  ...['women', 'children'].map((people) => ({
    rule: plural,
    find: `[${people}s] $|and|or|but|are|is|were|was|have|has|had|who|that|in|to|at|of|for|with|on|by|from|can|will|do|did|as`,
    to: people,
    confidence: 0.9,
  })),
  ...['men', 'women', 'children'].map((people) => ({
    rule: possessive,
    find: `[${people}s] _`,
    to: `${people}'s`,
    confidence: 0.93,
  })),
  {
    rule: possessive,
    find: 'the|my|our|your|his|her|their|these|those|some|new [children] toys|books|clothes|shoes|rooms|drawings|rights|hospital|stories|songs',
    to: "children's",
    confidence: 0.85,
  },
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
  [plural]: 'A plain plural takes neither an apostrophe nor another “s”.',
};

/** Possessives without an apostrophe, plurals with one. */
export function* possessives(
  { tokens }: Passage,
  { settings, apostrophe }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
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
