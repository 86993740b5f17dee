import { endsSentence, type Line } from './lines.ts';

/** Two lines of which one follows the other without a blank line between. */
export type LinePair = readonly [Line, Line];

/**
 * Whether a file breaks its lines at a right margin, so that a paragraph is several lines; otherwise each line
 * is a paragraph of its own. Every pair of neighbouring lines is evidence:
 *
 * - A program that wraps fills each line: the next line's first word would not have fitted. So there is one
 *   width that explains most breaks. Lines that are paragraphs vary in length: measured on files of sentences,
 *   the best width explains one break in twenty; on wrapped letters and licences, three in four.
 * - A wrapped line seldom ends a sentence; a paragraph mostly does.
 * - A wrapped line mostly goes on in lower case, and then a width explains the break; a paragraph begins with a
 *   capital, or is in lower case for another reason, and no width explains it.
 *
 * One decision is made for the whole file, from all its lines, so that a correction cannot tip it.
 */
export function isHardWrapped(pairs: readonly LinePair[]): boolean {
  let evidence = pairs.length * widthEvidence(pairs);
  const goingOn: LinePair[] = [];
  for (const pair of pairs) {
    const [left, right] = pair;
    const start = startOf(right.text);
    if (endsSentence(left.text)) evidence += afterSentence[start];
    else if (start === 'lower') goingOn.push(pair);
    else evidence += withinSentence[start];
  }
  return evidence + goingOn.length * goingOnEvidence(goingOn) > 0;
}

/** For wrapping where positive, for paragraphs where negative; about the log-odds in tenths. */
const withinSentence = { upper: -19, other: -1, pronoun: -6 } as const;
const afterSentence = { lower: -10, upper: -40, other: -22, pronoun: -40 } as const;
const goesOn = 23;

/** The share of breaks that a width explains by chance: of all, and at most of those within a sentence. */
const chancePercent = 15;
const chanceWithinPercent = 28;

/** With fewer pairs than this, chance explains more, and the width counts for less. */
const pairsForWidthMin = 8;
const pairsWithinMin = 20;

/** Widths that explain nothing in a long file speak more loudly than ones that explain a part. */
const againstMax = 3;

const widthMin = 38;
const widthMax = 120;

/** What the widths say of one pair on average. The first break is always explained, so it does not count. */
function widthEvidence(pairs: readonly LinePair[]): number {
  const percent = (100 * Math.max(0, mostExplained(pairs) - 1)) / Math.max(1, pairs.length);
  const most = percent < chancePercent ? againstMax : 1;
  return (percent - chancePercent) * Math.min(most, pairs.length / pairsForWidthMin);
}

/** What a line that goes on in lower case says, given how many of its kind a width explains. */
function goingOnEvidence(pairs: readonly LinePair[]): number {
  if (pairs.length < pairsWithinMin) return goesOn;
  return Math.min(goesOn, (100 * mostExplained(pairs)) / pairs.length - chanceWithinPercent);
}

/** `I` is a capital amid a sentence as well. */
function startOf(text: string): 'lower' | 'upper' | 'other' | 'pronoun' {
  if (/^I(?:\s|['’])/.test(text)) return 'pronoun';
  const first = /^["'“‘([]*(\p{L})[\p{L}\s'’]/u.exec(text)?.[1] ?? '';
  if (/\p{Ll}/u.test(first)) return 'lower';
  return /\p{Lu}/u.test(first) ? 'upper' : 'other';
}

/** How many breaks the best width explains. */
function mostExplained(pairs: readonly LinePair[]): number {
  const changes = new Array<number>(widthMax + 2).fill(0);
  for (const pair of pairs) {
    const { start, end } = widthsOf(pair);
    if (start >= end) continue;
    changes[start] = (changes[start] ?? 0) + 1;
    changes[end] = (changes[end] ?? 0) - 1;
  }
  let most = 0;
  let explained = 0;
  for (const change of changes) {
    explained += change;
    most = Math.max(most, explained);
  }
  return most;
}

/** The margins that would have broken here: the line fits, the line with the next word does not. */
function widthsOf([left, right]: LinePair): { readonly start: number; readonly end: number } {
  const length = left.indent + left.text.length;
  const word = /^\S+/.exec(right.text)?.[0].length ?? 0;
  return { start: Math.max(length, widthMin), end: Math.min(length + 1 + word, widthMax + 1) };
}
