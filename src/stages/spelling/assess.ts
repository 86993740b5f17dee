import { type Candidate, createProposer, type Query } from './candidates.ts';
import { type Case, confidenceOf, mayBeCoined } from './confidence.ts';
import { createRemarks, type SpellingRemark } from './remarks.ts';
import { isCapitalised } from './shapes.ts';
import type { Unknowns, UnknownWord } from './unknown-words.ts';
import { anyDialect } from './variants.ts';
import type { ContextData, WordData } from './word-data.ts';

/** What the whole document tells about one of its unknown words. */
export interface Occurrences {
  /** By the word in lower case. */
  readonly all: ReadonlyMap<string, number>;
  /** Those with a capital. */
  readonly capitalised: ReadonlyMap<string, number>;
  /** How many unknown words each sentence has. */
  readonly bySentence: ReadonlyMap<number, number>;
}

export function occurrencesIn({ words }: Unknowns): Occurrences {
  const all = new Map<string, number>();
  const capitalised = new Map<string, number>();
  const bySentence = new Map<number, number>();
  for (const { word, sentence } of words) {
    add(all, word.toLowerCase());
    if (isCapitalised(word)) add(capitalised, word.toLowerCase());
    add(bySentence, sentence);
  }
  return { all, capitalised, bySentence };
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Spelt the same way so often, an unknown word is likely a term of the document. */
export const termOccurrencesMin = 3;

/** A capitalised word that comes again is a name. */
const nameOccurrencesMin = 2;

/** What confidences may not exceed: a name, a term or a word in quotation marks is never changed unasked. */
const cautious = {
  capitalised: 0.8,
  name: 0.8,
  otherDialect: 0.8,
  coined: 0.8,
  term: 0.6,
  quoted: 0.6,
};

/** Below this a correction is a guess and the finding only says that the word is unknown. */
const guessBelow = 0.35;

export interface Assessor {
  readonly data: WordData;
  readonly context: ContextData;
  readonly unknowns: Unknowns;
  /** Words that are right when they begin with a capital. */
  readonly names: ReadonlySet<string>;
  /** As the document writes it. */
  readonly apostrophe: string;
  /** The text tells nothing of its English: `neigbhour` is corrected to the nearest spelling, whoever writes so. */
  readonly isDialectGuessed: boolean;
}

/** “The childrens, who play”: where nothing follows that they could own, “children” is meant. */
function asPlural({ left, right, span, endWithPossessive }: UnknownWord, meant: string): string {
  const plural = /^(?:child|wom|m)(?:r?en)(?='s$)/u.exec(meant)?.[0];
  const ownsNothing = right ? notOwned.test(right.lower) : left !== undefined;
  return plural !== undefined && ownsNothing && span.end === endWithPossessive ? plural : meant;
}

const notOwned =
  /^(?:and|or|but|are|is|were|was|have|has|had|who|that|in|to|at|of|for|with|on|by|from|can|will|do|did|as)$/;

/** Makes of each unknown word what there is to say of it, or nothing. That a word is unknown is said once a document. */
export function createAssessment(
  assessor: Assessor,
): (unknown: UnknownWord) => SpellingRemark | undefined {
  const { data, context, unknowns, names } = assessor;
  const occurrences = occurrencesIn(unknowns);
  const variants = assessor.isDialectGuessed ? anyDialect : data.variants;
  const propose = createProposer({ lexicon: data.lexicon, variants }, context);
  const remarks = createRemarks(assessor);
  const isFirst = createFirstTimes();
  return (unknown) => {
    const lower = unknown.word.toLowerCase();
    const variant = data.variants.of(lower);
    if (variant !== undefined) return remarks.dialect(unknown, variant);
    const meant = data.misspellings.get(lower);
    if (meant !== undefined) {
      const cap = cautionOf(unknown, {
        isCapitalised: isCapitalised(unknown.word),
        occurrences: 1,
      });
      return remarks.known(unknown, data.variants.of(meant) ?? asPlural(unknown, meant), cap);
    }
    const capitalised = occurrences.capitalised.get(lower) ?? 0;
    if (isCapitalised(unknown.word)) {
      if (capitalised >= nameOccurrencesMin) return undefined;
      if (!unknown.isSentenceStart)
        return isFirst(lower) ? remarks.unknown(unknown, []) : undefined;
    }
    const candidates = propose(queryOf(unknown, names));
    if (candidates.length === 0) return isFirst(lower) ? remarks.unknown(unknown, []) : undefined;
    const given = caseOf(unknown, { occurrences, unknowns });
    const sure = confidenceOf(given, candidates, data.lexicon);
    const doubt = doubtOf(lower, candidates[0]?.text ?? '', data);
    const confidence = Math.min(sure, doubt, cautionOf(unknown, given, candidates[0]));
    if (confidence < guessBelow) {
      return isFirst(lower) ? remarks.unknown(unknown, candidates, confidence) : undefined;
    }
    return remarks.correction(unknown, candidates, confidence);
  };
}

/** The highest confidence that a correction may have by its wording. */
function doubtOf(word: string, corrected: string, { variants, lexicon }: WordData): number {
  return Math.min(
    variants.of(corrected) === undefined ? 1 : cautious.otherDialect,
    mayBeCoined(word, corrected, lexicon) ? cautious.coined : 1,
  );
}

/** Says of each word whether it comes for the first time. */
function createFirstTimes(): (word: string) => boolean {
  const seen = new Set<string>();
  return (word) => seen.size < seen.add(word).size;
}

export function queryOf(unknown: UnknownWord, names: ReadonlySet<string>): Query {
  const lower = unknown.word.toLowerCase();
  return {
    word: lower,
    isName: !isCapitalised(unknown.word) && names.has(capital(lower)),
    isCapitalised: isCapitalised(unknown.word),
    ...(unknown.left ? { left: unknown.left.lower } : {}),
    ...(unknown.right ? { right: unknown.right.lower } : {}),
  };
}

/** A word with a capital at its beginning. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function caseOf(
  unknown: UnknownWord,
  { occurrences, unknowns }: { readonly occurrences: Occurrences; readonly unknowns: Unknowns },
) {
  const lower = unknown.word.toLowerCase();
  const words = unknowns.sentenceWords.get(unknown.sentence) ?? 1;
  return {
    word: lower,
    isCapitalised: isCapitalised(unknown.word),
    occurrences: occurrences.all.get(lower) ?? 1,
    unknownShare: ((occurrences.bySentence.get(unknown.sentence) ?? 1) - 1) / words,
  };
}

/** The highest confidence that a correction of such a word may have. */
function cautionOf(
  unknown: UnknownWord,
  given: Pick<Case, 'isCapitalised' | 'occurrences'>,
  best?: Candidate,
): number {
  return Math.min(
    given.isCapitalised ? cautious.capitalised : 1,
    best?.kind === 'capital' ? cautious.name : 1,
    given.occurrences >= termOccurrencesMin ? cautious.term : 1,
    unknown.isQuoted ? cautious.quoted : 1,
  );
}
