/**
 * A cue: words in a row that a sentence must hold for a rule to find anything in it.
 * `a|b` one of these words, `=a` the word with its capitals as written, `*er` a word with this ending, `#` a word that
 * begins with a digit, `*` any word, `!a|b` a word that is none of these, `_` a white space; a `^` before the first word:
 * nothing but a mark, or the start, may stand before it. `"New York"` is these words written otherwise than so.
 * Words are compared in small letters, with straight apostrophes, and are in a row where only white space, hyphens or
 * apostrophes part them.
 */
export interface Cue {
  readonly elements: readonly CueElement[];
  /** The element by which a cue is found, and the words or endings of three letters that it stands for. */
  readonly anchor: number;
  readonly keys: readonly string[];
  readonly opensClause: boolean;
  readonly spaceFollows: boolean;
  readonly spelled?: string;
}

type CueElement = (word: CueWord) => boolean;

/** A word of a sentence; `isJoined` says whether it is in a row with the word before it. */
export interface CueWord {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isJoined: boolean;
  readonly isSpaced: boolean;
}

/** How long an ending is by which a cue can be found. */
export const keyEndingLength = 3;

/** The words of a text. */
export function cueWords(text: string): readonly CueWord[] {
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => {
    const gap = text.slice(end, index);
    end = index + word.length;
    return {
      text: word,
      lower: plain(word),
      start: index,
      end,
      isJoined: index > 0 && /^[\s'’‑-]+$/u.test(gap),
      isSpaced: /\s/u.test(text.charAt(end)),
    };
  });
}

/** Reads the cues of one rule: `in hurry, "New York"`. */
export function parseCues(source: string): readonly Cue[] {
  return source.split(', ').map(parseCue);
}

function parseCue(source: string): Cue {
  const [, spelled] = /^"(.+)"$/u.exec(source) ?? [];
  const opensClause = source.startsWith('^');
  const spaceFollows = source.endsWith(' _');
  const words = cueSources(
    spelled,
    source.slice(opensClause ? 1 : 0, spaceFollows ? -2 : undefined),
  );
  const anchor = anchorOf(words);
  const keys = keysOf(words[anchor] ?? '');
  if (keys.length === 0) throw new Error(`a cue by which nothing can be found: ${source}`);
  const cue = { elements: words.map(elementOf), anchor, keys, opensClause, spaceFollows };
  return spelled === undefined ? cue : { ...cue, spelled };
}

/** Long words are rarer than short ones, so what is looked up seldom has a cue to be tried. */
function anchorOf(words: readonly string[]): number {
  const lengths = words.map((word) => shortest(keysOf(word)));
  return lengths.indexOf(Math.max(...lengths));
}

function shortest(keys: readonly string[]): number {
  return keys.length === 0 ? 0 : Math.min(...keys.map(({ length }) => length));
}

function cueSources(spelled: string | undefined, source: string): readonly string[] {
  return spelled === undefined ? source.split(' ') : cueWords(spelled).map(({ lower }) => lower);
}

/** Words that are written out, else endings that are long enough; none where a word is not to be found by either. */
function keysOf(source: string): readonly string[] {
  const choices = source.split('|');
  if (/^[!#]/u.test(source) || choices.includes('*')) return [];
  const keys = choices.map((choice) => choice.replace(/^=/u, ''));
  return keys.every(isKey) ? keys : [];
}

function isKey(key: string): boolean {
  return !key.startsWith('*') || key.length === keyEndingLength + 1;
}

function elementOf(source: string): CueElement {
  if (source === '*') return () => true;
  if (source === '#') return ({ text }) => /^\p{N}/u.test(text);
  if (source.startsWith('!')) {
    const others = elementOf(source.slice(1));
    return (word) => !others(word);
  }
  const choices = source.split('|');
  const exact = new Set(
    choices.filter((choice) => choice.startsWith('=')).map((choice) => choice.slice(1)),
  );
  const endings = choices
    .filter((choice) => choice.startsWith('*'))
    .map((choice) => choice.slice(1));
  const words = new Set(choices.filter((choice) => !/^[=*]/u.test(choice)));
  return ({ text, lower }) =>
    words.has(lower) || exact.has(text) || endings.some((ending) => lower.endsWith(ending));
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}
