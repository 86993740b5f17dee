import type { Dialect } from '../../core/dialect.ts';

/** What a dialect writes instead of words that are right in another one. */
export type Variants = ReadonlyMap<string, string>;

/** Reads lines of `word<TAB>variant<TAB>dialects`; only those of one dialect are kept. */
export function createVariants(text: string, dialect: Dialect): Variants {
  const variants = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [word, variant, dialects] = line.split('\t');
    if (word && variant && dialects?.includes(dialect)) variants.set(word, variant);
  }
  return variants;
}

export const englishOf: Readonly<Record<Dialect, string>> = {
  'en-US': 'American English',
  'en-GB': 'British English',
  'en-CA': 'Canadian English',
  'en-AU': 'Australian English',
};
