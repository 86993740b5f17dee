/** A run of words without punctuation between them; only within one does a word stand beside another. */
export function* phrasesOf(text: string): Generator<readonly string[]> {
  for (const [phrase] of text.matchAll(
    /[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)*(?: [A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)*)*/g,
  )) {
    yield phrase.split(' ').map(withoutPossessive);
  }
}

function withoutPossessive(word: string): string {
  return word.replace('’', "'").replace(/'[sS]$/, '');
}
