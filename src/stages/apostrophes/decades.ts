import type { Passage, Token } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';

/** Many leave “the 80’s” as it is, and what is no clear decade may be a year that owns something. */
const lostCentury = 0.6;
const byPlace = 0.65;

/** Decades and ages with an apostrophe before their “s”. */
export function* decades(
  { tokens }: Passage,
  { apostrophe }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !/^\d+0['’]s$/u.test(token.text)) continue;
    const place = placeOf(tokens, index);
    const sure = surelyDecade(place, apostrophe);
    const plain = sure ?? likelyDecade(place, apostrophe);
    if (plain === undefined) continue;
    const years = lacksArticle(place) ? `the ${plain}` : plain;
    const confidence = /^\d/.test(plain) ? byPlace : lostCentury;
    yield {
      rule: 'apostrophe-in-decade',
      span: token.span,
      message: `Most style guides write “${years}”, without an apostrophe before the “s”.`,
      expected: [years],
      ...(sure !== undefined && /^\d/.test(plain) ? {} : { confidence }),
    };
  }
}

/** A number with an apostrophe, and the words about it in small letters. */
interface Place {
  readonly text: string;
  readonly first: string;
  readonly before: string;
  readonly next: string;
  readonly marks: Edges;
}

/** Whether nothing with a capital stands beside it: “Windows 10’s taskbar” is a possessive. */
interface Edges {
  readonly isFree: boolean;
  readonly isFollowed: boolean;
  readonly isEnd: boolean;
  readonly isListed: boolean;
}

function placeOf(tokens: readonly Token[], index: number): Place {
  const [before, next] = [-2, 2].map((step) => tokens[index + step]);
  const first = tokens[tokens[index - 4]?.text === ',' ? index - 5 : index - 4];
  const [gap, mark] = [tokens[index - 1], tokens[index + 1]];
  const isAlone = gap === undefined || /^["“(,]$/u.test(gap.text) || before?.text === ',';
  const isFree =
    isAlone || (gap.kind === 'space' && /^\p{Ll}[\p{Ll}-]+$/u.test(before?.text ?? ''));
  const isNoun = mark?.kind === 'space' && /^\p{Ll}{3,}$/u.test(next?.text ?? '');
  const isEnd = mark === undefined || /^[.,;!?)"”]$/u.test(mark.text);
  return {
    text: tokens[index]?.text ?? '',
    first: first?.lower ?? '',
    before: before?.lower ?? '',
    next: next?.lower ?? '',
    marks: {
      isFree,
      isFollowed: isNoun || isEnd,
      isEnd,
      isListed:
        gap?.kind === 'space' &&
        before?.text === ',' &&
        /^\d+0['’]?s$/u.test(tokens[index - 3]?.lower ?? ''),
    },
  };
}

const decade = /^((?:1[5-9]|20)\d0)['’]s$/u;

/** Without one of these before it a decade may be a year that owns something: “1990’s winner”. */
const decadeWords = new Set(
  'the early late mid a an classic famous vintage old rare typical'.split(' '),
);

/** “In 1960’s England”; a year of this century may be one of a series: “in 2020’s edition”. */
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

/** “Back in 1990’s”, “straight from 80’s.”: a decade that stands for itself has an article. */
function lacksArticle({ text, before, marks }: Place): boolean {
  const isAge = short.test(text) && !/^[6-9]/.test(text);
  return marks.isEnd && !isAge && /^(?:in|from|of|since|during|until)$/.test(before);
}

/** How a decade with an apostrophe before its “s” is written, or nothing where its neighbours do not make it one. */
function surelyDecade(place: Place, apostrophe: string): string | undefined {
  const { text, first, before, next, marks } = place;
  // “the 1990’s and 2000’s”: what holds of the first holds of the second.
  const isPaired =
    ((before === 'and' || before === 'or') && /^\d+0['’]?s$/u.test(first)) || marks.isListed;
  const long = decade.exec(text)?.[1];
  if (long !== undefined) {
    const isPast = text.startsWith('1') && decadePrepositions.has(before);
    const isDecade = isPaired || decadeWords.has(before) || (isPast && !ofOneYear.test(next));
    return isDecade ? `${long}s` : undefined;
  }
  const years = short.exec(text)?.[1];
  if (years === undefined) return undefined;
  const isAge = owners.has(before) || (owners.has(first) && shortWords.has(before));
  if (isAge || isPaired) return `${years}s`;
  return shortWords.has(before) ? `${apostrophe}${years}s` : undefined;
}

/** “Rad 90’s demos”, “a 3-bedroom 1950’s house”, “(1930’s)”: a plain word or a mark on either side, and no name. */
function likelyDecade(place: Place, apostrophe: string): string | undefined {
  const { text, next, marks } = place;
  const tens = /^(10+)['’]s$/u.exec(text)?.[1];
  if (tens !== undefined) return next === 'of' ? `${tens}s` : undefined;
  if (!marks.isFree || !marks.isFollowed || ofOneYear.test(next)) return undefined;
  const long = decade.exec(text)?.[1];
  // “Fork 1900’s files”: a hundred is as often a number.
  if (long !== undefined) return /^1\d[1-9]/.test(text) ? `${long}s` : undefined;
  const years = /^([5-9]0)['’]s$/u.exec(text)?.[1];
  return years === undefined || /^(?:all|of|to|at|view|than)$/u.test(place.before)
    ? undefined
    : `${apostrophe}${years}s`;
}
