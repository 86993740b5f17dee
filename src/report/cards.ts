/**
 * Hides payment card numbers: all but the first six and the last four digits become `•`.
 * The text keeps its length, so that offsets into it stay true.
 * A card number has 13 to 19 digits, perhaps grouped by single spaces, dots or dashes, begins as an issuer's numbers do,
 * and passes the Luhn check (ISO/IEC 7812-1).
 */
export function maskCards(text: string): string {
  return text.replace(digitGroups, (run) => maskRun(run));
}

/** How many payment card numbers a text holds. */
export function countCards(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(digitGroups)) count += cardsIn(run).length;
  return count;
}

/** The separators that people type within a card number: spaces of any width, dots, hyphens and dashes. */
const digitGroups =
  /(?<![\p{L}\p{N}])\d+(?:[ .\u00A0\u2007\u2009\u202F\u2010-\u2013-]\d+)*(?![\p{L}\p{N}])/gu;

const cardDigitsMin = 13;
const cardDigitsMax = 19;

interface Group {
  readonly start: number;
  readonly end: number;
}

function maskRun(run: string): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of cardsIn(run)) {
    pieces.push(run.slice(position, start), masked(run.slice(start, end)));
    position = end;
  }
  return pieces.join('') + run.slice(position);
}

/** A number may stand beside others (`Ref 2024 4111 1111 …`), so every group of digits may be its first. */
function cardsIn(run: string): readonly Group[] {
  const groups = [...run.matchAll(/\d+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const cards: Group[] = [];
  for (const [index, { start }] of groups.entries()) {
    if (start < (cards.at(-1)?.end ?? 0)) continue;
    const end = cardEnd(run, groups, index);
    if (end !== undefined) cards.push({ start, end });
  }
  return cards;
}

/** Where the longest card number ends that begins with the group at `first`, or undefined. */
function cardEnd(run: string, groups: readonly Group[], first: number): number | undefined {
  let digits = '';
  let end: number | undefined;
  for (let index = first; digits.length < cardDigitsMax; index += 1) {
    const group = groups[index];
    if (!group) break;
    digits += run.slice(group.start, group.end);
    if (isCard(digits)) end = group.end;
  }
  return end;
}

function isCard(digits: string): boolean {
  if (digits.length < cardDigitsMin || digits.length > cardDigitsMax) return false;
  return issuers.test(digits) && passesLuhn(digits);
}

/** Visa, Mastercard, American Express, Diners Club, JCB, Discover, UnionPay, Maestro; by ISO/IEC 7812 prefix. */
const issuers =
  /^(?:4|5[0-8]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|3(?:0[0-59]|[689])|35(?:2[89]|[3-8])|6(?:011|4[4-9]|5|2|[0137]))/u;

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const value = index % 2 === 0 ? digit : digit * 2;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

function masked(card: string): string {
  const digitsMax = card.replaceAll(/\D/gu, '').length;
  let seen = 0;
  return card.replaceAll(/\d/gu, (digit) => {
    seen += 1;
    return seen <= 6 || seen > digitsMax - 4 ? digit : '•';
  });
}
