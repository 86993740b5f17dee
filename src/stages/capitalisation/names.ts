import { type Passage, type Token, wordAfter, wordBefore } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';

/** Words that are names and nothing else when written so; the value is the rule that finds them. */
const names: ReadonlyMap<string, string> = new Map([
  ...entries(
    'day-or-month',
    'monday tuesday wednesday thursday friday saturday sunday january february april june july september october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays',
  ),
  ...entries(
    'proper-adjective',
    `english french german spanish italian russian japanese chinese korean arabic portuguese dutch greek hebrew hindi swedish
    norwegian danish finnish turkish american americans european europeans british african africans asian asians indian indians
    mexican mexicans canadian canadians australian australians irish scottish vietnamese brazilian egyptian israeli iranian iraqi
    pakistani ukrainian hungarian romanian bulgarian christian christians muslim muslims jewish buddhist hindu islam islamic
    christianity judaism buddhism hinduism germans russians italians`,
  ),
  ...entries(
    'place-name',
    `america england france germany spain italy russia japan korea mexico canada australia europe africa asia britain scotland
    ireland london paris berlin tokyo moscow madrid california texas florida chicago boston brazil india egypt pakistan vietnam
    thailand sweden norway denmark finland switzerland austria ukraine nigeria kenya israel iran iraq`,
  ),
]);

/** Names of two words; each word alone is common. */
const pairs: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['new', new Set(['york', 'zealand', 'jersey', 'orleans', 'delhi'])],
  ['united', new Set(['kingdom'])],
  ['hong', new Set(['kong'])],
  ['los', new Set(['angeles'])],
  ['las', new Set(['vegas'])],
  ['san', new Set(['francisco', 'diego'])],
  ['south', new Set(['africa', 'korea', 'america'])],
  ['north', new Set(['korea', 'america'])],
  ['latin', new Set(['america'])],
  ['indian', new Set(['ocean'])],
  ['pacific', new Set(['ocean'])],
  ['atlantic', new Set(['ocean'])],
  ['arctic', new Set(['ocean'])],
  ['mediterranean', new Set(['sea'])],
  ['baltic', new Set(['sea'])],
  ['caribbean', new Set(['sea'])],
  ['saudi', new Set(['arabia'])],
  ['sri', new Set(['lanka'])],
  ['costa', new Set(['rica'])],
  ['buenos', new Set(['aires'])],
]);

/** Nouns before which the adjective is no longer one of nationality, and is often kept small. */
const faded = new Set(
  'fries fry door doors window windows toast press horn kiss dressing oven setter numeral numerals type cuff cuffs polish roll rolls pastry pastries ivy elm ink twist summer corn shepherd mile knot bean beans bread braid cabinet polish'.split(
    ' ',
  ),
);

/** “in march 2021”, “5 may”, “since august”: months that are also other words need a date beside them. */
const doubleMonths = new Set(['march', 'may', 'august']);

export function* properNames(
  { tokens }: Passage,
  { settings }: PassageContext,
): Iterable<PassageRemark> {
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word' || !/^\p{Ll}{3,}$/u.test(token.text)) continue;
    const last = lastOfPair(tokens, index);
    const rule = last > index ? 'place-name' : ruleFor(tokens, index);
    if (!rule || settings.isOurWord(token.text)) continue;
    yield remarkOn(tokens.slice(index, last + 1), rule);
    index = last;
  }
}

function ruleFor(tokens: readonly Token[], index: number): string | undefined {
  const { lower = '' } = tokens[index] ?? {};
  const after = tokens[wordAfter(tokens, index)];
  if (doubleMonths.has(lower)) return isDate(tokens, index) ? 'day-or-month' : undefined;
  const rule = names.get(lower);
  if (!rule || /^[-–/&]/u.test(tokens[index - 1]?.text ?? '')) return undefined;
  if (rule === 'proper-adjective' && faded.has(after?.lower ?? '')) return undefined;
  if (lower === 'arabic' && tokens[wordBefore(tokens, index)]?.lower === 'gum') return undefined;
  if (lower === 'paris' && tokens[wordBefore(tokens, index)]?.lower === 'of') return undefined;
  return rule;
}

function isDate(tokens: readonly Token[], index: number): boolean {
  const month = tokens[index]?.lower;
  const before = tokens[wordBefore(tokens, index)]?.lower ?? '';
  const after = tokens[wordAfter(tokens, index)]?.lower ?? '';
  if (/^(?:1[5-9]|20)\d\d$/.test(after) || /^[1-3]?\d(?:st|nd|rd|th)$/.test(after)) return true;
  if (/^[1-3]?\d(?:st|nd|rd|th)$/.test(before)) return true;
  if (month === 'may') return false;
  return (
    /^(?:in|since|until|during|last|early|late|mid)$/.test(before) &&
    (month === 'august' || /^(?:in|since|until)$/.test(before)) &&
    after !== 'of' &&
    after !== 'company'
  );
}

function lastOfPair(tokens: readonly Token[], index: number): number {
  const seconds = pairs.get(tokens[index]?.lower ?? '');
  const next = seconds ? wordAfter(tokens, index) : -1;
  const second = tokens[next];
  return second && seconds?.has(second.lower) && /^\p{Ll}+$/u.test(second.text) ? next : index;
}

function remarkOn(words: readonly Token[], rule: string): PassageRemark {
  const expected = words
    .map(({ kind, text }) =>
      kind === 'word' ? text.charAt(0).toUpperCase() + text.slice(1) : text,
    )
    .join('');
  const start = words[0]?.span.start ?? 0;
  return {
    rule,
    span: { start, end: words.at(-1)?.span.end ?? start },
    message: `A proper name takes a capital: “${expected}”.`,
    expected: [expected],
  };
}

function entries(rule: string, words: string): readonly [string, string][] {
  return words.split(/\s+/u).map((word): [string, string] => [word, rule]);
}
