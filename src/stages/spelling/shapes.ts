/** Words that no dictionary of English words can judge, by how they are written. */

/** Digits, marks, other scripts, capitals inside, all capitals, Roman numerals, single letters: not for a dictionary. */
export function isBeyondDictionaries(word: string): boolean {
  if (word.length < 2 || word.length > lettersMax) return true;
  if (!/^[\p{Script=Latin}\p{M}'’]+$/u.test(word)) return true;
  return (
    isAcronym(word) || hasInnerCapital(word) || isRoman(word) || isElided(word) || isDrawnOut(word)
  );
}

/** Longer words are formulas of chemistry or data. */
const lettersMax = 45;

/** `NATO`, `APIs`, `PhDs`, `NATO’s`. */
function isAcronym(word: string): boolean {
  const letters = word.replace(/['’]?s$/, '');
  return letters.length > 0 && letters === letters.toUpperCase();
}

/** `iPhone`, `GitHub`, `McDonald`, but not `O’Brien`, which is a name anyway. */
function hasInnerCapital(word: string): boolean {
  return /[\p{Ll}\p{M}'’]\p{Lu}|\p{Lu}{2}\p{Ll}{2}/u.test(word);
}

function isRoman(word: string): boolean {
  return /^(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$/i.test(word);
}

/** `’tis`, `o’er`, `goin’`: spoken words written as they sound. */
function isElided(word: string): boolean {
  return /^['’]\p{L}|\p{L}in['’]$|^\p{L}{1,2}['’]\p{L}+$/u.test(word);
}

/** `sooo`, `hellooo`, `hmm`, `aargh`, but not `adresss` or `acccept`: there a key was held too long. */
function isDrawnOut(word: string): boolean {
  return /(\p{L})\1{3}|^\p{L}{0,2}(\p{L})\2\2$|([aiouy])\3\3$|^(?:h+m+|u+[hm]+|m+h*m+|a+r*gh+|u+gh+|p+f+t+|b+r+)$/iu.test(
    word,
  );
}

/** Whether a word begins with a capital. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** `candidate` with the capitalisation of `word`; its own capitals stay. */
export function inCaseOf(word: string, candidate: string): string {
  if (!isCapitalised(word)) return candidate;
  return candidate.charAt(0).toUpperCase() + candidate.slice(1);
}

/** Without accents: `façade` is as right as `facade`. */
export function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** Prefixes that make a word of a word so freely that no dictionary lists the results. */
const freePrefix =
  /^(?:non|sub|multi|micro|nano|cyber|pseudo|anti|mega|hyper|macro|neuro|socio|geo|bio|tele)(?=[a-z]{4})/;

/** The word after a freely used prefix, or undefined. */
export function afterFreePrefix(word: string): string | undefined {
  const prefix = freePrefix.exec(word)?.[0];
  return prefix === undefined ? undefined : word.slice(prefix.length);
}

/** Parts that stand before or after a hyphen and are no words by themselves. */
export const hyphenParts: ReadonlySet<string> = new Set(
  `able ante anti arch auto be bi bio centric co con counter cross cyber de dis e em en esque ex extra fold fore geo hyper
  il im in infra inter intra ir ish kilo macro mal mega meta micro mid mini mis mono multi nano neo neuro non omni out over
  para per poly post pre pro proto pseudo quasi re retro semi socio step sub super th tele trans tri ultra un under uni
  vice vis`.split(/\s+/),
);
