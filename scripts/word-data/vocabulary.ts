import { blocked } from './blocked.ts';
import { dialectsKnowing, type Hunspell } from './hunspell.ts';
import type { Source } from './sources.ts';
import { phrasesOf } from './tokens.ts';

/** How often a lower-case form was seen: weighted, in how many sources, and in those of our time. */
export interface FormCount {
  readonly weighted: number;
  readonly plain: number;
  readonly sources: number;
  readonly modern: number;
}

export function countWordForms(
  sources: readonly Source[],
  textOf: (source: Source) => string,
): ReadonlyMap<string, FormCount> {
  const counts = new Map<
    string,
    { weighted: number; plain: number; sources: number; modern: number }
  >();
  for (const source of sources) {
    for (const [word, plain] of countLower(textOf(source))) {
      const seen = counts.get(word) ?? { weighted: 0, plain: 0, sources: 0, modern: 0 };
      seen.weighted += plain * source.weight;
      seen.plain += plain;
      seen.sources += 1;
      if (!source.old) seen.modern += plain;
      counts.set(word, seen);
    }
  }
  return counts;
}

function countLower(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const phrase of phrasesOf(text)) {
    for (const word of phrase) {
      if (/^[a-z][a-z']*$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** How often a form with a capital stands inside a run of words, where only a name has one. */
export function countNames(
  sources: readonly Source[],
  textOf: (source: Source) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const source of sources) {
    for (const phrase of phrasesOf(textOf(source))) {
      for (const word of phrase.slice(1)) {
        if (!/^[A-Z][a-z]+$/.test(word)) continue;
        counts.set(word, (counts.get(word) ?? 0) + source.weight);
      }
    }
  }
  return counts;
}

interface Judges {
  readonly hunspell: Hunspell;
  readonly agid: ReadonlySet<string>;
  /** Words of larger lists, right though no dictionary has them. */
  readonly listed: ReadonlySet<string>;
}

/**
 * The words that may be proposed or trusted, with their weighted counts, sorted.
 * Hunspell's own words come in whatever their count; others only where modern text has them often enough.
 */
export function chooseVocabulary(
  forms: ReadonlyMap<string, FormCount>,
  { hunspell, agid, listed }: Judges,
): ReadonlyMap<string, number> {
  const chosen = new Map<string, number>();
  for (const word of new Set([...forms.keys(), ...agid, ...listed])) {
    const seen = forms.get(word);
    const known = dialectsKnowing(hunspell, word).length > 0;
    if (blocked.has(word) || (word.length < 2 && word !== 'a')) continue;
    if (known || listed.has(word) || (seen && isTrusted(word, seen, agid)))
      chosen.set(word, seen?.weighted ?? 0);
  }
  for (const word of capitalised) chosen.set(word, capitalisedCount);
  chosen.set('I', pronounCount);
  return new Map([...chosen].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The names of the dictionaries with their counts, but for those that are a word in small letters as well. */
export function chooseNames(
  words: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  vocabulary: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const names = [...words].filter(
    (word) =>
      /^[A-Z][a-z]{2,}$/.test(word) && !vocabulary.has(word) && !vocabulary.has(word.toLowerCase()),
  );
  return new Map(names.map((name) => [name, counts.get(name) ?? 0]));
}

/**
 * A word that no dialect's dictionary has is trusted when AGID lists it and modern text uses it, or when several
 * modern sources use it. Short ones are mostly pieces of names and of code.
 */
function isTrusted(word: string, seen: FormCount, agid: ReadonlySet<string>): boolean {
  if (word.length < 5 || word.includes("'")) return false;
  if (agid.has(word)) return seen.modern >= 3 && (seen.sources >= 2 || seen.modern >= 8);
  return seen.modern >= 8 && seen.sources >= 3 && seen.plain >= 10;
}

/** Words that are written with a capital and are misspelt often; their true counts hang on how names were counted. */
const capitalisedCount = 400;

/** About as often as `he`; the word before or after `I` is what it is needed for. */
const pronounCount = 160_000;
const capitalised =
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February August September October
  November December American Arabic Australian Britain British Canadian Chinese Christian Christmas Dutch Easter
  English European French German Greek Hispanic Hungarian Indian Irish Islamic Italian Japanese Jewish Korean Latin
  Mexican Norwegian Polish Portuguese Roman Russian Scottish Spanish Swedish Swiss Turkish Victorian Welsh`.split(
    /\s+/,
  );
