import type { Block, Document } from './document.ts';
import { isEnglish } from './document.ts';
import { sentenceWordCounts, wordsOf } from './prose.ts';
import { syllablesOf } from './syllables.ts';

/** What is counted as prose; headings, table cells, captions and quotations are not sentences of the author. */
const proseKinds: readonly Block['kind'][] = ['paragraph', 'list-item', 'note'];

/** A sentence of more words than this is long: plain-language guides ask for 15 to 20 words on average. */
const longSentenceWordsMin = 31;

/** How many words wide a bucket of `sentenceLengths` is. */
export const bucketWords = 5;

/** How many buckets there are; the last one is open: 46 words and more. */
export const bucketCount = 10;

/**
 * How a text reads, in numbers, over its English prose.
 * The four measures are null where there is no sentence.
 */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  readonly wordsPerSentence: number | null;
  /** 206.835 - 1.015 × words per sentence - 84.6 × syllables per word (Flesch 1948); higher is easier. */
  readonly fleschReadingEase: number | null;
  /** 0.39 × words per sentence + 11.8 × syllables per word - 15.59 (Kincaid 1975); a US school grade. */
  readonly fleschKincaidGrade: number | null;
  /** The share of sentences, 0 to 1, with more than 30 words. */
  readonly longSentenceShare: number | null;
  /** How many sentences have 1–5 words, 6–10, and so on in steps of five; the last bucket is 46 and more. */
  readonly sentenceLengths: readonly number[];
}

/** Measures the English prose of a document. Time and memory grow with the text and no faster. */
export function readability(document: Document): Readability {
  const prose = document.blocks.filter((block) => proseKinds.includes(block.kind));
  const texts = prose
    .filter(isEnglish)
    .map(({ span }) => document.text.slice(span.start, span.end));
  const lengths = texts.flatMap(sentenceWordCounts);
  const words = sum(lengths);
  const syllables = sum(texts.map((text) => sum(wordsOf(text).map(syllablesOf))));
  return { words, sentences: lengths.length, syllables, ...measures(lengths, syllables) };
}

type Measures = Omit<Readability, 'words' | 'sentences' | 'syllables'>;

function measures(lengths: readonly number[], syllables: number): Measures {
  const words = sum(lengths);
  const sentenceLengths = histogram(lengths);
  if (words === 0) return { ...unmeasured, sentenceLengths };
  const wordsPerSentence = words / lengths.length;
  const syllablesPerWord = syllables / words;
  const long = lengths.filter((length) => length >= longSentenceWordsMin).length;
  return {
    wordsPerSentence: rounded(wordsPerSentence),
    fleschReadingEase: rounded(206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord),
    fleschKincaidGrade: rounded(0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59),
    longSentenceShare: rounded(long / lengths.length),
    sentenceLengths,
  };
}

const unmeasured = {
  wordsPerSentence: null,
  fleschReadingEase: null,
  fleschKincaidGrade: null,
  longSentenceShare: null,
} as const;

function histogram(lengths: readonly number[]): readonly number[] {
  const buckets = new Array<number>(bucketCount).fill(0);
  for (const length of lengths) {
    const index = Math.min(bucketCount - 1, Math.floor((length - 1) / bucketWords));
    buckets[index] = (buckets[index] ?? 0) + 1;
  }
  return buckets;
}

/** Three digits after the point: finer than any of these formulas can tell, and the same on every machine. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
