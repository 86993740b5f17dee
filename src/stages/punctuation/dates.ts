import { type Passage, type Token, wordAfter, wordBefore } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { commaAfter } from './clauses.ts';

/** Commas between the parts of a date. */
export function* dateCommas(
  { tokens }: Passage,
  { settings }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    if (isOf('weekday', token.lower) && isMonthWithDay(tokens, index)) {
      yield commaAfter(token, 'comma-in-date', 'A comma parts the day of the week from the date.');
    } else if (settings.dialect === 'en-US' && isDayBeforeYear(tokens, index)) {
      yield commaAfter(token, 'comma-in-date', 'A comma parts the day of the month from the year.');
    }
  }
}

/** `Tuesday March 14`: between the day of the week and the month. */
function isMonthWithDay(tokens: readonly Token[], index: number): boolean {
  const month = wordAfter(tokens, index);
  if (!isOf('month', tokens[month]?.lower ?? '') || month !== index + 2) return false;
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[wordAfter(tokens, month)]?.text ?? '');
}

/** `March 14 2024`, as Americans write it. */
function isDayBeforeYear(tokens: readonly Token[], index: number): boolean {
  const month = tokens[wordBefore(tokens, index)];
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[index]?.text ?? '')) return false;
  if (!month || !/^\p{Lu}/u.test(month.text) || !isOf('month', month.lower)) return false;
  const year = wordAfter(tokens, index);
  return year === index + 2 && /^(?:1[5-9]|20)\d\d$/.test(tokens[year]?.text ?? '');
}
