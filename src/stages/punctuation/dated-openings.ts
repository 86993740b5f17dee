import { opensSentence, type Passage, type Token, wordAfter } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { commaAfter } from './clauses.ts';

const openers = new Set('in on by since during around after before until at'.split(' '));

/** `On March 12 Peter resigned`, `In the 12th century they built`: no comma after the date that opens the sentence. */
export function* datedOpenings({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !openers.has(token.lower) || !opensSentence(tokens, index))
      continue;
    const last = endOfDate(tokens, index);
    const word = tokens[last];
    if (!word || !startsClause(tokens, last)) continue;
    yield commaAfter(
      word,
      'comma-after-date',
      'A comma belongs between the date that opens the sentence and the rest.',
    );
  }
}

const wordsMax = 6;

/** The index of the last word of a date that follows the preposition at `index`, or -1 when none does. */
function endOfDate(tokens: readonly Token[], index: number): number {
  let at = index;
  let last = -1;
  for (let count = 0; count < wordsMax; count += 1) {
    const next = wordAfter(tokens, at);
    const word = tokens[next];
    if (!word || !(dated(word.lower) || aside.has(word.lower))) break;
    at = next;
    if (dated(word.lower)) last = next;
  }
  const year = yearBehindComma(tokens, last);
  if (year > 0) return year;
  // A bare year or month is short enough to do without: “In 1912 the mill burned down.”
  const isLong = last > index + 2 && /\d/.test(tokens[last]?.text ?? '');
  return isLong || /^centur/.test(tokens[last]?.lower ?? '') || endsWithMonth(tokens, last)
    ? last
    : -1;
}

/** `On May 8, 1541 they crossed`: the year has a comma before it, and one after. */
function yearBehindComma(tokens: readonly Token[], day: number): number {
  const isDay =
    /^[1-3]?\d$/.test(tokens[day]?.lower ?? '') && isOf('month', tokens[day - 2]?.lower ?? '');
  const isYear = /^(?:1[0-9]|20)\d\d$/.test(tokens[day + 3]?.text ?? '');
  return isDay && isYear && tokens[day + 1]?.text === ',' ? day + 3 : -1;
}

/** `On the 17 December`: a day stands before the month. */
function endsWithMonth(tokens: readonly Token[], last: number): boolean {
  return isOf('month', tokens[last]?.lower ?? '') && /^\d/.test(tokens[last - 2]?.text ?? '');
}

const aside = new Set(
  'the early late mid of year summer winter spring autumn fall january'.split(' '),
);

function dated(word: string): boolean {
  return (
    isOf('month', word) ||
    /^(?:1[0-9]|20)\d\d(?:s|['’]s)?$/.test(word) ||
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) ||
    /^centur(?:y|ies)$/.test(word)
  );
}

const subjects = new Set(
  'i he she it we they there you this these the a an his her their its my our'.split(' '),
);

/** A subject or a name stands right behind, parted by nothing but a space. */
function startsClause(tokens: readonly Token[], last: number): boolean {
  const [gap, next] = [tokens[last + 1], tokens[last + 2]];
  if (gap?.text !== ' ' || next?.kind !== 'word') return false;
  const isName = /^\p{Lu}\p{Ll}+$/u.test(next.text) && !isOf('month', next.lower);
  return (
    subjects.has(next.lower) ||
    (isName &&
      !isOf('weekday', next.lower) &&
      ![tokens[last - 2], tokens[last - 4]].some((word) => word?.lower === 'the'))
  );
}
