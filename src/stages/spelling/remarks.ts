import type { Dialect } from '../../core/dialect.ts';
import type { Remark } from '../../core/messages.ts';
import type { TextSpan } from '../../core/span.ts';
import type { Candidate } from './candidates.ts';
import { inCaseOf, isCapitalised } from './shapes.ts';
import type { UnknownWord } from './unknown-words.ts';
import { englishOf } from './variants.ts';

export type SpellingRemark = Omit<Remark, 'source'>;

/** The sentences and corrections that a proofreader is given for an unknown word. */
export interface Remarks {
  /** Another English spells it so; this one has `variant`. */
  dialect(unknown: UnknownWord, variant: string): SpellingRemark;
  /** A common misspelling of `meant`. `confidenceMax` caps what the rule states. */
  known(unknown: UnknownWord, meant: string, confidenceMax: number): SpellingRemark;
  /** In no dictionary, and what is meant is a guess at best. */
  unknown(
    unknown: UnknownWord,
    candidates: readonly Candidate[],
    confidence?: number,
  ): SpellingRemark;
  /** The first of `candidates` (sorted, at least one) is meant. */
  correction(
    unknown: UnknownWord,
    candidates: readonly Candidate[],
    confidence: number,
  ): SpellingRemark;
}

/** Alternatives beyond these help nobody. */
const alternativesMax = 5;

/** From here on a correction is stated, below it is asked. */
const certainFrom = 0.9;

/** `apostrophe` is the one the document writes; corrections write it too. */
export function createRemarks({
  data: { dialect },
  apostrophe,
}: {
  readonly data: { readonly dialect: Dialect };
  readonly apostrophe: string;
}): Remarks {
  const inStyle = (text: string): string => text.replaceAll("'", apostrophe);
  const expectedOf = (
    unknown: UnknownWord,
    candidates: readonly Candidate[],
  ): readonly string[] => {
    const texts = candidates.map((candidate) =>
      inStyle(inCaseOf(firstOf(unknown, candidate), candidate.text)),
    );
    return [...new Set(texts)].slice(0, alternativesMax);
  };
  return {
    dialect: (unknown, variant) => dialectRemark(unknown, inCaseOf(unknown.word, variant), dialect),
    known: (unknown, meant, confidenceMax) =>
      knownRemark(unknown, inStyle(inCaseOf(unknown.word, meant)), confidenceMax),
    unknown: (unknown, candidates, confidence = 0.1) =>
      unknownRemark(unknown, expectedOf(unknown, candidates.filter(isInPlace)), confidence),
    correction: (unknown, candidates, confidence) => {
      const [best] = candidates;
      if (!best) throw new Error(`no candidates for "${unknown.word}"`);
      const alike = candidates.filter((candidate) =>
        isInPlace(best) ? isInPlace(candidate) : candidate.kind === best.kind,
      );
      const expected = expectedOf(unknown, alike);
      return correctionRemark(unknown, { best, expected, confidence });
    },
  };
}

/** Whether a candidate takes the place of the unknown word alone. */
function isInPlace({ kind }: Candidate): boolean {
  return kind !== 'join-left' && kind !== 'join-right';
}

/** The word whose capital the correction keeps. */
function firstOf({ word, left }: UnknownWord, { kind }: Candidate): string {
  return kind === 'join-left' ? (left?.text ?? '') : word;
}

/** “Ministry of Defence”, “Encyclopaedia Britannica”: a name keeps its spelling in any English; 4 of 23 were wanted otherwise. */
const confidenceInName = 0.35;

function dialectRemark(
  { written, span, isSentenceStart }: UnknownWord,
  expected: string,
  dialect: Dialect,
): SpellingRemark {
  const isName = isCapitalised(written) && !isSentenceStart;
  return {
    ...(isName ? { confidence: confidenceInName } : {}),
    rule: 'dialect-spelling',
    span,
    message: `“${written}” is spelt “${expected}” in ${englishOf[dialect]}.`,
    expected: [expected],
  };
}

/** Measured on web pages, encyclopedia and learners’ texts: 94 % are wanted so; most of the rest became another form of the word. */
const knownConfidence = 0.97;

function knownRemark(
  { written, span, endWithPossessive }: UnknownWord,
  expected: string,
  confidenceMax: number,
): SpellingRemark {
  const isPossessive = /['’]s$/.test(expected);
  return {
    rule: 'known-misspelling',
    span: isPossessive ? { start: span.start, end: endWithPossessive } : span,
    message: `“${written}” is a common misspelling of “${expected}”.`,
    expected: [expected],
    confidence: Math.min(knownConfidence, confidenceMax),
  };
}

function unknownRemark(
  { written, span }: UnknownWord,
  expected: readonly string[],
  confidence: number,
): SpellingRemark {
  return {
    rule: 'unknown-word',
    span,
    message: `“${written}” is in no dictionary; if it is meant, it needs no change.`,
    confidence,
    ...(expected.length > 0 ? { expected } : {}),
  };
}

interface Correction {
  readonly best: Candidate;
  readonly expected: readonly string[];
  readonly confidence: number;
}

function correctionRemark(unknown: UnknownWord, correction: Correction): SpellingRemark {
  const { best, expected, confidence } = correction;
  return {
    rule: ruleOf(best),
    span: spanOf(unknown, best),
    message: messageOf(unknown, correction),
    expected,
    confidence,
  };
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

function messageOf({ written, left, right }: UnknownWord, correction: Correction): string {
  const { kind } = correction.best;
  const [first = ''] = correction.expected;
  if (kind === 'split') return `“${written}” is two words: “${first}”.`;
  if (kind === 'capital') return `“${first}” is written with a capital.`;
  if (kind === 'join-left') return `“${left?.text ?? ''} ${written}” is one word: “${first}”.`;
  if (kind === 'join-right') return `“${written} ${right?.text ?? ''}” is one word: “${first}”.`;
  const isMeant = correction.confidence >= certainFrom ? 'is meant' : 'may be meant';
  return `“${written}” is not in the dictionary; “${first}” ${isMeant}.`;
}
