import type { Remark } from '../../core/messages.ts';
import type { TextSpan } from '../../core/span.ts';
import { type Candidate, createProposer, type Query } from './candidates.ts';
import { type Case, confidenceOf } from './confidence.ts';
import { inCaseOf, isCapitalised } from './shapes.ts';
import type { Unknowns, UnknownWord } from './unknown-words.ts';
import { englishOf } from './variants.ts';
import type { ContextData, WordData } from './word-data.ts';

export type SpellingRemark = Omit<Remark, 'source'>;

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
const cautious = { capitalised: 0.8, name: 0.8, term: 0.6, quoted: 0.6 };

/** Below this a correction is a guess and the finding only says that the word is unknown. */
const guessBelow = 0.35;

/** Alternatives beyond these help nobody. */
const alternativesMax = 5;

export interface Assessor {
  readonly data: WordData;
  readonly context: ContextData;
  readonly unknowns: Unknowns;
  /** Words that are right when they begin with a capital. */
  readonly names: ReadonlySet<string>;
}

/** Makes of each unknown word what there is to say of it, or nothing. */
export function createAssessment(
  assessor: Assessor,
): (unknown: UnknownWord) => SpellingRemark | undefined {
  const { data, context, unknowns, names } = assessor;
  const occurrences = occurrencesIn(unknowns);
  const propose = createProposer(data, context);
  return (unknown) => {
    const lower = unknown.word.toLowerCase();
    const variant = data.variants.of(lower);
    if (variant !== undefined) return dialectRemark(unknown, variant, data);
    const meant = data.misspellings.get(lower);
    if (meant !== undefined) return knownRemark(unknown, data.variants.of(meant) ?? meant);
    const capitalised = occurrences.capitalised.get(lower) ?? 0;
    if (isCapitalised(unknown.word)) {
      if (capitalised >= nameOccurrencesMin) return undefined;
      if (!unknown.isSentenceStart) return unknownRemark(unknown, []);
    }
    const candidates = propose(queryOf(unknown, names));
    if (candidates.length === 0) return unknownRemark(unknown, []);
    const given = caseOf(unknown, { occurrences, unknowns });
    const sure = confidenceOf(given, candidates, data.lexicon);
    const confidence = Math.min(sure, cautionOf(unknown, given, candidates));
    if (confidence < guessBelow) return unknownRemark(unknown, candidates, confidence);
    return correctionRemark(unknown, candidates, confidence);
  };
}

export function queryOf(unknown: UnknownWord, names: ReadonlySet<string>): Query {
  const lower = unknown.word.toLowerCase();
  return {
    word: lower,
    isName: !isCapitalised(unknown.word) && names.has(capital(lower)),
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

/** The highest confidence that such a word may have. */
function cautionOf(unknown: UnknownWord, given: Case, candidates: readonly Candidate[]): number {
  return Math.min(
    given.isCapitalised ? cautious.capitalised : 1,
    candidates[0]?.kind === 'capital' ? cautious.name : 1,
    given.occurrences >= termOccurrencesMin ? cautious.term : 1,
    unknown.isQuoted ? cautious.quoted : 1,
  );
}

function dialectRemark(unknown: UnknownWord, variant: string, data: WordData): SpellingRemark {
  const expected = inCaseOf(unknown.word, variant);
  return {
    rule: 'dialect-spelling',
    span: unknown.span,
    message: `“${unknown.word}” is spelt “${expected}” in ${englishOf[data.dialect]}.`,
    expected: [expected],
  };
}

function knownRemark(unknown: UnknownWord, meant: string): SpellingRemark {
  const expected = inCaseOf(unknown.word, meant);
  const cautiously = isCapitalised(unknown.word) ? { confidence: cautious.capitalised } : {};
  const quoted = unknown.isQuoted ? { confidence: cautious.quoted } : {};
  return {
    rule: 'known-misspelling',
    span: unknown.span,
    message: `“${unknown.word}” is a common misspelling of “${expected}”.`,
    expected: [expected],
    ...cautiously,
    ...quoted,
  };
}

function unknownRemark(
  unknown: UnknownWord,
  candidates: readonly Candidate[],
  confidence = 0.1,
): SpellingRemark {
  const expected = expectedOf(unknown, candidates.filter(isInPlace));
  return {
    rule: 'unknown-word',
    span: unknown.span,
    message: `“${unknown.word}” is in no dictionary. If it is right, it belongs in the client’s own.`,
    confidence,
    ...(expected.length > 0 ? { expected } : {}),
  };
}

function correctionRemark(
  unknown: UnknownWord,
  candidates: readonly Candidate[],
  confidence: number,
): SpellingRemark {
  const [best] = candidates;
  if (!best) throw new Error(`no candidates for "${unknown.word}"`);
  const alike = candidates.filter(({ kind }) =>
    isInPlace(best) ? kind !== 'join-left' && kind !== 'join-right' : kind === best.kind,
  );
  const expected = expectedOf(unknown, alike);
  const [first = ''] = expected;
  return {
    rule: ruleOf(best),
    span: spanOf(unknown, best),
    message: messageOf(unknown, best, { first, confidence }),
    expected,
    confidence,
  };
}

function isInPlace({ kind }: Candidate): boolean {
  return kind !== 'join-left' && kind !== 'join-right';
}

function ruleOf({ kind }: Candidate): string {
  if (kind === 'split') return 'run-together';
  return kind === 'edit' || kind === 'capital' ? 'misspelling' : 'split-word';
}

function spanOf({ span, left, right }: UnknownWord, { kind }: Candidate): TextSpan {
  if (kind === 'join-left' && left) return { start: left.span.start, end: span.end };
  if (kind === 'join-right' && right) return { start: span.start, end: right.span.end };
  return span;
}

function expectedOf(unknown: UnknownWord, candidates: readonly Candidate[]): readonly string[] {
  const texts = candidates.map(({ text, kind }) => {
    const first = kind === 'join-left' ? (unknown.left?.text ?? '') : unknown.word;
    return inCaseOf(first, text);
  });
  return [...new Set(texts)].slice(0, alternativesMax);
}

function messageOf(
  { word, left, right }: UnknownWord,
  { kind }: Candidate,
  { first, confidence }: { readonly first: string; readonly confidence: number },
): string {
  if (kind === 'split') return `“${word}” is two words: “${first}”.`;
  if (kind === 'capital') return `“${first}” is a name and has a capital.`;
  if (kind === 'join-left') return `“${left?.text ?? ''} ${word}” is one word: “${first}”.`;
  if (kind === 'join-right') return `“${word} ${right?.text ?? ''}” is one word: “${first}”.`;
  if (confidence >= 0.9) return `“${word}” is not in the dictionary; “${first}” is meant.`;
  return `“${word}” is not in the dictionary; perhaps “${first}” is meant.`;
}
