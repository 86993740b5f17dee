import type { Document } from './document.ts';

/** The Englishes that Proofdesk proofreads. */
export const dialects = ['en-US', 'en-GB', 'en-CA', 'en-AU'] as const;

export type Dialect = (typeof dialects)[number];

/** What a pipeline or a client may ask for; `auto` leaves it to each document. */
export const dialectChoices = [...dialects, 'auto'] as const;

export type DialectChoice = (typeof dialectChoices)[number];

/** Words that only one side of the Atlantic writes so, each with the other's way. */
export interface DialectWords {
  readonly british: ReadonlyMap<string, string>;
  readonly american: ReadonlyMap<string, string>;
}

/** Reads lines of `word<TAB>twin<TAB>dialects in which the word is wrong`; wrong in both is a misspelling, not a dialect. */
export function parseDialectWords(variants: string): DialectWords {
  const british = new Map<string, string>();
  const american = new Map<string, string>();
  for (const line of variants.split('\n')) {
    const [word, twin, wrongIn = ''] = line.split('\t');
    if (!word || !twin) continue;
    const [us, gb] = [wrongIn.includes('en-US'), wrongIn.includes('en-GB')];
    if (us && !gb) british.set(word, twin);
    if (gb && !us) american.set(word, twin);
  }
  return { british, american };
}

/** Fewer words of one side may be names, or quoted. */
const usesMin = 2;

/**
 * The English of a document: by the words that only one side of the Atlantic writes so, when they are clearly of one
 * side; else by the language that its paragraphs are marked with; else nothing tells it.
 * A text of the British side that is marked as Canadian or Australian is that.
 */
export function dialectOf({ text, blocks }: Document, words: DialectWords): Dialect | undefined {
  const marked = markedDialect(blocks);
  let [british, american] = [0, 0];
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}{4,}(?![\p{L}\p{N}])/gu)) {
    if (words.british.has(word)) british += 1;
    else if (words.american.has(word)) american += 1;
  }
  if (british >= usesMin && british > 3 * american) {
    return marked === undefined || marked === 'en-US' ? 'en-GB' : marked;
  }
  if (american >= usesMin && american > 3 * british) return 'en-US';
  return marked;
}

/** The English that most of the text is marked with, if any. Programs mark all text as theirs, so it counts less than words. */
function markedDialect(blocks: Document['blocks']): Dialect | undefined {
  const lengths = new Map<Dialect, number>();
  for (const { language, span } of blocks) {
    const dialect = dialects.find((one) => one === language);
    if (dialect) lengths.set(dialect, (lengths.get(dialect) ?? 0) + span.end - span.start);
  }
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0];
}
