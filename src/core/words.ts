/** The counting rule by which words are billed; its name and version go onto the invoice. */
export const wordRule = 'word-like/1';

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF\uFFFC]/gu;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * Counts words as Word does: runs of anything but white space, so `state-of-the-art` and a URL are one each,
 * and a dash standing alone is one too. Soft hyphens and zero-width characters do not count; each CJK character is a word.
 */
export function countWords(text: string): number {
  const seen = text.normalize('NFC').replace(invisible, '');
  const spaced = seen.replace(cjk, ' $& ');
  const word = /\S+/gu;
  // Counted one by one: a list of all words of a long book would be larger than the book.
  let words = 0;
  while (word.test(spaced)) words += 1;
  return words;
}
