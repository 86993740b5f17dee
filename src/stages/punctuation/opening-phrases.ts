import { opensSentence, type Passage, type Token, wordAfter } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { carriesClause, commaAfter, isClauseInOne } from './clauses.ts';

const openers = new Set(
  'in on at by for from with within during after before since until between over throughout under despite regarding concerning according as unlike instead through via without along among besides'.split(
    ' ',
  ),
);

/** `During the war years he lived abroad`: no comma between the phrase that opens the sentence and its subject. */
export function* openingPhrases({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !openers.has(token.lower) || !opensSentence(tokens, index))
      continue;
    const end = endOfPhrase(tokens, index);
    const last = tokens[end];
    if (!last) continue;
    const remark = commaAfter(
      last,
      'comma-after-opening-phrase',
      'A comma belongs between the phrase that opens the sentence and its subject.',
    );
    yield end > index + 2 ? remark : { ...remark, confidence: confidenceOfTwoWords };
  }
}

const phraseWordsMax = 9;

/** “In 1912 the mill burned down”: many do without the comma. */
const confidenceOfTwoWords = 0.6;

/** The last word before the subject of the sentence, or -1 when a clause, a mark or no pronoun comes first. */
function endOfPhrase(tokens: readonly Token[], index: number): number {
  let at = index;
  for (let count = 0; count < phraseWordsMax; count += 1) {
    const next = wordAfter(tokens, at);
    const word = tokens[next];
    if (!word) return -1;
    if (count > 0 && isSubject(word) && startsSentence(tokens, at, next)) return at;
    if (count > 0 && opensWithArticle(tokens, at, next)) return at;
    if (isSubject(word) || breaksPhrase(word.lower)) return -1;
    at = next;
  }
  return -1;
}

function isSubject({ lower }: Token): boolean {
  return /^(?:i|he|she|we|they|it|there)$/.test(lower) || isClauseInOne(lower);
}

/** `In 1812 the region`, `Until Easter a family`: an article behind a year or a name begins the subject. */
function opensWithArticle(tokens: readonly Token[], last: number, next: number): boolean {
  const { text = '', lower = '' } = tokens[last] ?? {};
  return (
    /^(?:the|a|an|his|her|their|its|this|these)$/.test(tokens[next]?.lower ?? '') &&
    !openers.has(lower) &&
    (/^(?:1[0-9]|20)\d\d$/.test(text) ||
      (/^\p{Lu}\p{Ll}{2,}$/u.test(text) && !isOf('weekday', lower))) &&
    !commaSoon(tokens, next)
  );
}

/** What makes a clause of the words, or a clause within the phrase. */
function breaksPhrase(word: string): boolean {
  return (
    carriesClause(word) ||
    /^(?:that|what|which|who|whom|whose|where|when|while|how|why|whether|if|because|than|but|or|so|not|only|you|please|let|to)$/.test(
      word,
    )
  );
}

/** After these a clause without “that” may say which one is meant: “By the time he came”. */
const heads =
  /^(?:time|times|moment|day|days|year|years|week|way|ways|place|point|thing|things|all|everything|anything|something|everyone|case|event|reason|one|ones|those|first|last|next|second|extent|degree|and|the|a|an|as|much|more|most|many|some|few|each|every|far|long|soon|well|work|people|information|questions|minute|night|morning|words|word)$/;

/** A verb stands behind the subject, and nothing before it says that the subject begins a clause of its own. */
function startsSentence(tokens: readonly Token[], last: number, subject: number): boolean {
  const before = tokens[last]?.lower ?? '';
  const verb = tokens[wordAfter(tokens, subject)]?.lower ?? '';
  if (isOf('preposition', before) || openers.has(before)) return false;
  if (
    heads.test(before) &&
    tokens[last - 2]?.lower !== 'this' &&
    tokens[last - 2]?.lower !== 'that'
  )
    return false;
  return verb !== '' && !isOf('preposition', verb) && !commaSoon(tokens, subject);
}

/** `In the house he built, …`: a comma further on shows that the clause belongs to the phrase. */
function commaSoon(tokens: readonly Token[], subject: number): boolean {
  for (let at = subject + 1; at < Math.min(tokens.length, subject + 14); at += 1) {
    const { kind, text } = tokens[at] ?? {};
    if (kind === 'mark' || kind === 'opaque') return text === ',';
  }
  return false;
}
