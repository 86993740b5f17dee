import { bucketCount, bucketWords } from '../../core/readability.ts';
import type { Report } from '../schema.ts';
import { percent } from './charts.ts';

/** One measure as two dots on a scale. Places are in per cent of the drawing. */
export interface Dumbbell {
  readonly label: string;
  readonly hint: string;
  readonly before: string;
  readonly after: string;
  readonly beforeAt: string;
  readonly afterAt: string;
}

/** Sentences of one range of lengths. Heights are in per cent of the tallest column. */
export interface LengthColumn {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly beforeX: string;
  readonly afterX: string;
  readonly beforeY: string;
  readonly afterY: string;
  readonly beforeHeight: string;
  readonly afterHeight: string;
}

type Statistics = Report['statistics'];

interface Measure {
  readonly key:
    | 'fleschReadingEase'
    | 'fleschKincaidGrade'
    | 'wordsPerSentence'
    | 'longSentenceShare';
  readonly label: string;
  readonly hint: string;
  /** The end of the scale; what lies beyond is drawn there. */
  readonly scaleMax: number;
  readonly text: (value: number) => string;
}

const oneDigit = (value: number): string => value.toFixed(1);

const measures: readonly Measure[] = [
  {
    key: 'fleschReadingEase',
    label: 'Reading ease',
    hint: 'Flesch, 0 to 100: higher is easier; plain English is 60 and more',
    scaleMax: 100,
    text: oneDigit,
  },
  {
    key: 'fleschKincaidGrade',
    label: 'School grade',
    hint: 'Flesch–Kincaid, years of schooling: lower is easier',
    scaleMax: 20,
    text: oneDigit,
  },
  {
    key: 'wordsPerSentence',
    label: 'Words in a sentence',
    hint: 'on average, drawn up to 40',
    scaleMax: 40,
    text: oneDigit,
  },
  {
    key: 'longSentenceShare',
    label: 'Long sentences',
    hint: 'share with more than 30 words',
    scaleMax: 1,
    text: (value) => `${Math.round(value * 100)}%`,
  },
];

/** The measures of readability before and after; none where the document has no prose. */
export function dumbbells({ before, after }: Statistics): readonly Dumbbell[] {
  return measures.flatMap(({ key, label, hint, scaleMax, text }) => {
    const [old, fresh] = [before[key], after[key]];
    if (old === null || fresh === null) return [];
    return {
      label,
      hint,
      before: text(old),
      after: text(fresh),
      beforeAt: placeOn(old, scaleMax),
      afterAt: placeOn(fresh, scaleMax),
    };
  });
}

/** How long the sentences are, before and after. */
export function lengthColumns({ before, after }: Statistics): readonly LengthColumn[] {
  const most = Math.max(1, ...before.sentenceLengths, ...after.sentenceLengths);
  return Array.from({ length: bucketCount }, (_, index) => {
    const old = before.sentenceLengths[index] ?? 0;
    const fresh = after.sentenceLengths[index] ?? 0;
    return {
      label: lengthLabel(index),
      before: old,
      after: fresh,
      beforeX: percent((index + 0.1) / bucketCount),
      afterX: percent((index + 0.5) / bucketCount),
      beforeY: percent(1 - old / most),
      afterY: percent(1 - fresh / most),
      beforeHeight: percent(old / most),
      afterHeight: percent(fresh / most),
    };
  });
}

function lengthLabel(index: number): string {
  const first = index * bucketWords + 1;
  return index === bucketCount - 1 ? `${first}+` : `${first}–${first + bucketWords - 1}`;
}

/** A margin at both ends keeps the dots within the drawing. */
function placeOn(value: number, scaleMax: number): string {
  return percent(0.02 + 0.96 * Math.min(1, Math.max(0, value / scaleMax)));
}
