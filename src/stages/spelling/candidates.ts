import type { Lexicon } from '../../core/lexicon.ts';
import type { NearWord } from './near-words.ts';
import {
  featureAt,
  featureCount,
  logCount,
  type NeighbourIds,
  pairGain,
  scoreOf,
} from './ranking.ts';
import { isCapitalised } from './shapes.ts';
import type { ContextData, WordData } from './word-data.ts';

/** How a candidate comes from the unknown word. A `join` takes the word before or after it in. */
type CandidateKind = 'edit' | 'split' | 'capital' | 'join-left' | 'join-right';

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
  /** Whether it is written with a capital. */
  readonly isCapitalised: boolean;
}

/** Proposes candidates for unknown words, the best first. Pure: one query's result hangs on nothing before it. */
export function createProposer(
  { lexicon, variants }: Pick<WordData, 'lexicon' | 'variants'>,
  { nearWords, bigrams }: ContextData,
): (query: Query) => readonly Candidate[] {
  return (query) => {
    const neighbours = { left: idOf(lexicon, query.left), right: idOf(lexicon, query.right) };
    const terms = { lexicon, bigrams, neighbours };
    const candidates = [
      ...nearWords(query.word).map((near) => edited(near, query, terms)),
      ...splits(query.word, terms),
      ...joins(query, terms),
      ...(query.isName ? [named(query.word, terms)] : []),
    ];
    const written = candidates.map((candidate) => inDialect(candidate, variants));
    written.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
    return withoutRepeats(written);
  };
}

function idOf(lexicon: Lexicon, word: string | undefined): number {
  if (word === undefined) return -1;
  return lexicon.idOf(word === 'i' ? 'I' : word.replace(/'s$/, ''));
}

function inDialect(candidate: Candidate, variants: WordData['variants']): Candidate {
  const variant = variants.of(candidate.text);
  return variant === undefined ? candidate : { ...candidate, text: variant };
}

/** Of candidates that come to the same, only the best: the others would pass for doubt. */
function withoutRepeats(sorted: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return sorted.filter(({ text }) => {
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

interface Terms {
  readonly lexicon: Lexicon;
  readonly bigrams: ContextData['bigrams'];
  readonly neighbours: NeighbourIds;
}

function edited(near: NearWord, query: Query, { lexicon, bigrams, neighbours }: Terms): Candidate {
  const features = near.features.slice();
  if (isCapitalised(near.text)) {
    features[featureAt.name] = 1;
    features[featureAt.capitalisedName] = query.isCapitalised ? 1 : 0;
  }
  features[featureAt.leftGain] = pairGain(neighbours.left, near.id, { lexicon, bigrams });
  features[featureAt.rightGain] = pairGain(near.id, neighbours.right, { lexicon, bigrams });
  const kind = near.text.toLowerCase() === query.word ? 'capital' : 'edit';
  return candidate(near.text, kind, features);
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

/** Features of a candidate whose first word is `first` and last word `last`: frequency and context only. */
function blank(first: number, last: number, { lexicon, bigrams, neighbours }: Terms): Float64Array {
  const features = new Float64Array(featureCount);
  features[featureAt.frequency] = logCount(first < 0 ? 0 : lexicon.countAt(first));
  features[featureAt.leftGain] = pairGain(neighbours.left, first, { lexicon, bigrams });
  features[featureAt.rightGain] = pairGain(last, neighbours.right, { lexicon, bigrams });
  return features;
}
