import type { Dialect } from '../../core/dialect.ts';
import type { Lexicon } from '../../core/lexicon.ts';

/** How one dialect spells what other dialects spell otherwise. */
export interface Variants {
  /** What the dialect writes instead of a word of another one. */
  of(word: string): string | undefined;
  /** Whether the dialect may write a word so though no list has it: `customisations` beside `customizations`. */
  accepts(word: string): boolean;
}

/** Reads lines of `word<TAB>variant<TAB>dialects`; only those of one dialect are kept. */
export function createVariants(text: string, dialect: Dialect, lexicon: Lexicon): Variants {
  const table = tableOf(text, dialect);
  const writesIse = dialect === 'en-GB' || dialect === 'en-AU';
  return {
    of: (word) => table.get(word) ?? (writesIse ? undefined : withIze(word, lexicon)),
    accepts: (word) => writesIse && withIze(word, lexicon) !== undefined,
  };
}

/** For a text that tells nothing of its English: no word is another dialect's. */
export const anyDialect: Variants = { of: () => undefined, accepts: () => false };

function tableOf(text: string, dialect: Dialect): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [word, variant, dialects] = line.split('\t');
    if (word && variant && dialects?.includes(dialect)) table.set(word, variant);
  }
  return table;
}

/** Of the words that only recent text has, the lists know the American spelling alone. */
function withIze(word: string, lexicon: Lexicon): string | undefined {
  const other = word.replace(/(?<=\w{4})is(?=(?:e[ds]?|ers?|ing|ings|ations?|able)$)/, 'iz');
  return other !== word && lexicon.idOf(word) < 0 && lexicon.idOf(other) >= 0 ? other : undefined;
}

/** What a person calls the English of a dialect. */
export const englishOf: Readonly<Record<Dialect, string>> = {
  'en-US': 'American English',
  'en-GB': 'British English',
  'en-CA': 'Canadian English',
  'en-AU': 'Australian English',
};
