import { countSlips, type Letters, slips } from './edit-path.ts';
import { type Lexicon, letterCountMax } from './lexicon.ts';
import { featureCount, type NeighbourIds, pairGain, scoreOf } from './ranking.ts';
import { soundKey } from './sound-key.ts';
import type { ContextData, WordData } from './word-data.ts';

/** How a candidate comes from the unknown word. A `join` takes the word before or after it in. */
export type CandidateKind = 'edit' | 'split' | 'capital' | 'join-left' | 'join-right';

/** What an unknown word may have been meant to be. */
export interface Candidate {
  readonly text: string;
  readonly kind: CandidateKind;
  /** As `ranking.ts` names them. */
  readonly features: Float64Array;
  readonly score: number;
}

/** What is looked for: the word in lower case, and the words beside it, in lower case, where there are any. */
export interface Query {
  readonly word: string;
  readonly left?: string;
  readonly right?: string;
  /** Whether the word is right with a capital: a name without it. */
  readonly isName: boolean;
}

/** Proposes candidates for unknown words, the best first. Pure: one query's result hangs on nothing before it. */
export function createProposer(
  { lexicon, variants }: Pick<WordData, 'lexicon' | 'variants'>,
  { index, bigrams }: ContextData,
): (query: Query) => readonly Candidate[] {
  const near = createNearWords(lexicon, index.near);
  return (query) => {
    const neighbours = { left: idOf(lexicon, query.left), right: idOf(lexicon, query.right) };
    const terms = { lexicon, bigrams, neighbours };
    const candidates = [
      ...near(query.word, (id, slipCounts) => edited(id, { ...terms, query, slipCounts })),
      ...splits(query.word, terms),
      ...joins(query, terms),
      ...(query.isName ? [named(query.word, terms)] : []),
    ];
    const written = candidates.map((candidate) => inDialect(candidate, variants));
    return written.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  };
}

function idOf(lexicon: Lexicon, word: string | undefined): number {
  if (word === undefined) return -1;
  return lexicon.idOf(word === 'i' ? 'I' : word.replace(/'s$/, ''));
}

function inDialect(candidate: Candidate, variants: WordData['variants']): Candidate {
  const variant = variants.get(candidate.text);
  return variant === undefined ? candidate : { ...candidate, text: variant };
}

/** Words of nine letters and more may be three slips away, where the index finds them at all. */
function slipsMaxFor(length: number): number {
  if (length <= 3) return 1;
  return length >= 9 ? 3 : 2;
}

type Visit = (id: number, slipCounts: Float64Array) => Candidate;

function createNearWords(
  lexicon: Lexicon,
  near: (word: string) => Int32Array,
): (word: string, visit: Visit) => readonly Candidate[] {
  const rightCodes = new Uint8Array(letterCountMax);
  const wrongCodes = new Uint8Array(letterCountMax);
  const slipCounts = new Float64Array(slips.length);
  return (word, visit) => {
    const wrong = lettersOf(word, wrongCodes);
    const found: Candidate[] = [];
    for (const id of near(word)) {
      const right = { codes: rightCodes, length: lexicon.lettersAt(id, rightCodes) };
      if (right.length < 2 || !sharesLetters(wrong, right)) continue;
      if (countSlips(wrong, right, slipCounts) <= slipsMaxFor(word.length)) {
        found.push(visit(id, slipCounts));
      }
    }
    return found;
  };
}

function lettersOf(word: string, codes: Uint8Array): Letters {
  const length = Math.min(word.length, letterCountMax);
  for (let index = 0; index < length; index += 1) codes[index] = word.charCodeAt(index);
  return { codes, length };
}

/** A cheap first look: of two words three slips apart, at most six letters are in one only. */
function sharesLetters(a: Letters, b: Letters): boolean {
  let only = presence(a) ^ presence(b);
  let count = 0;
  for (; only !== 0; only &= only - 1) count += 1;
  return count <= (a.length >= 9 ? 6 : 4);
}

function presence({ codes, length }: Letters): number {
  let marks = 0;
  for (let index = 0; index < length; index += 1) marks |= 1 << ((codes[index] ?? 0) & 31);
  return marks;
}

interface Terms {
  readonly lexicon: Lexicon;
  readonly bigrams: ContextData['bigrams'];
  readonly neighbours: NeighbourIds;
}

interface EditTerms extends Terms {
  readonly query: Query;
  readonly slipCounts: Float64Array;
}

function edited(id: number, { slipCounts, query, ...terms }: EditTerms): Candidate {
  const text = terms.lexicon.wordAt(id);
  const features = blank(id, id, terms);
  features.set(slipCounts);
  features[featureAt.sound] = soundKey(query.word) === soundKey(text.toLowerCase()) ? 1 : 0;
  features[featureAt.short] = query.word.length <= 4 ? slipTotal(slipCounts) : 0;
  return candidate(text, 'edit', features);
}

function slipTotal(slipCounts: Float64Array): number {
  return slipCounts.reduce(
    (sum, count, slip) => (slip === slips.length - 1 ? sum : sum + count),
    0,
  );
}

/** Pieces of one letter are `a` and `I` only; the pair must be known, or both words common. */
function splits(word: string, terms: Terms): readonly Candidate[] {
  const { lexicon, bigrams } = terms;
  const found: Candidate[] = [];
  for (let cut = 1; cut < word.length; cut += 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    const [left, right] = [lexicon.idOf(head === 'i' ? 'I' : head), lexicon.idOf(tail)];
    if (left < 0 || right < 0) continue;
    const pair = bigrams.countOf(left, right);
    if (pair === 0 && (head.length < 3 || tail.length < 3)) continue;
    const features = blank(left, right, terms);
    features[featureAt.split] = 1;
    features[featureAt.pair] = Math.log(1 + pair);
    features[featureAt.frequency] = logCount(
      Math.min(lexicon.countAt(left), lexicon.countAt(right)),
    );
    found.push(candidate(`${lexicon.wordAt(left)} ${tail}`, 'split', features));
  }
  return found;
}

/** The unknown word and a neighbour written as one, where that is a word. */
function joins(query: Query, terms: Terms): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [kind, text] of [
    ['join-left', `${query.left ?? ''}${query.word}`],
    ['join-right', `${query.word}${query.right ?? ''}`],
  ] as const) {
    const id = terms.lexicon.idOf(text);
    if (id < 0 || text === query.word) continue;
    const features = blank(-1, -1, terms);
    features[featureAt.join] = 1;
    features[featureAt.frequency] = logCount(terms.lexicon.countAt(id));
    found.push(candidate(text, kind, features));
  }
  return found;
}

function named(word: string, terms: Terms): Candidate {
  const features = blank(-1, -1, terms);
  features[featureAt.capital] = 1;
  return candidate(word.charAt(0).toUpperCase() + word.slice(1), 'capital', features);
}

function candidate(text: string, kind: CandidateKind, features: Float64Array): Candidate {
  return { text, kind, features, score: scoreOf(features) };
}

/** Where in the features the values beyond the slips stand. */
export const featureAt = {
  sound: slips.length,
  short: slips.length + 1,
  frequency: slips.length + 2,
  leftGain: slips.length + 3,
  rightGain: slips.length + 4,
  split: slips.length + 5,
  pair: slips.length + 6,
  join: slips.length + 7,
  capital: slips.length + 8,
} as const;

/** Features of a candidate whose first word is `first` and last word `last`: frequency and context only. */
function blank(first: number, last: number, { lexicon, bigrams, neighbours }: Terms): Float64Array {
  const features = new Float64Array(featureCount);
  features[featureAt.frequency] = logCount(first < 0 ? 0 : lexicon.countAt(first));
  features[featureAt.leftGain] = pairGain(neighbours.left, first, { lexicon, bigrams });
  features[featureAt.rightGain] = pairGain(last, neighbours.right, { lexicon, bigrams });
  return features;
}

function logCount(count: number): number {
  return Math.log(1 + count);
}
