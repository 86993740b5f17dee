/** Words and sentences of English prose, told apart well enough for statistics. */

/** A word here has a letter or a digit in it; `state-of-the-art` is one. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(text).filter(isWord);
}

/** How many words each sentence of a paragraph has. What is left without a full stop at the end is a sentence too. */
export function sentenceWordCounts(text: string): readonly number[] {
  const counts: number[] = [];
  const tokens = tokensOf(text);
  let words = 0;
  for (const [index, token] of tokens.entries()) {
    if (isWord(token)) words += 1;
    if (words > 0 && endsSentence(token, tokens[index + 1])) {
      counts.push(words);
      words = 0;
    }
  }
  return words > 0 ? [...counts, words] : counts;
}

/** A typed list number at the start of a paragraph (`1.`, `(b)`, `iv.`) is no word of a sentence. */
const enumerator = /^\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+/iu;

/** Em dashes part words even without spaces around them. */
function tokensOf(text: string): readonly string[] {
  return text.replace(enumerator, '').match(/[^\s—]+|—/gu) ?? [];
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

/** Never the end of a sentence: a name or an example follows. */
const leadsOn = wordSet(
  'mr mrs ms mx dr prof rev hon messrs mme gen col capt lt sgt gov sen rep st e.g i.e cf viz vs v',
);

/** Not the end of a sentence when a number follows: `No. 5`, but `No. We did not.` */
const leadsToNumber = wordSet(
  'no nos fig figs p pp vol art arts sec secs ch para paras cl eq ed op ex jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** Before a lower-case word nothing ends a sentence, so `5 p.m. on Monday` and `Acme Inc. agreed` need no list. */
function endsSentence(token: string, next: string | undefined): boolean {
  const terminator = /([.!?…]+)["'”’)\]]*$/u.exec(token)?.[1];
  if (!terminator) return false;
  if (next === undefined) return true;
  if (/^["'“‘([]*\p{Ll}/u.test(next)) return false;
  return terminator !== '.' || !leadsInto(token, next);
}

/** Whether the full stop of a token belongs to an abbreviation or an initial (`J. Smith`) that the next token completes. */
function leadsInto(token: string, next: string): boolean {
  const stem = token.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (/^\p{Lu}$/u.test(stem)) return stem !== 'I';
  const abbreviation = stem.toLowerCase();
  if (leadsOn.has(abbreviation)) return true;
  return leadsToNumber.has(abbreviation) && /^[(#]?(?:\d|[ivxlc]+\b)/iu.test(next);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
