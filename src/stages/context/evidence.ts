import { endId, type LanguageModel, startId, unknownId } from './model.ts';
import type { Proposal } from './proposals.ts';
import type { ContextSentence } from './sentences.ts';

/** What `evidenceFor` measures, in this order; the first is the constant of the regression. */
export const evidenceNames = [
  'constant',
  'gain',
  'gain of threes',
  'gain of fours',
  'threes after',
  'fours after',
  'threes before',
  'fours before',
  'gain to the left',
  'gain to the right',
  'frequency before',
  'frequency after',
  'opens the sentence',
  'no threes before',
  'no pair to the left before',
  'no pair to the right before',
  'no threes after',
  'unknown beside',
  'probability before',
] as const;

/** A sentence as ids with what the model thinks of each word; the start is at 0, token n at n + 1. */
export interface ReadSentence {
  readonly ids: readonly number[];
  readonly logProbabilities: readonly number[];
}

export function readSentence(
  { tokens, isFixed }: ContextSentence,
  model: LanguageModel,
): ReadSentence {
  const ids = [
    startId,
    ...tokens.map(({ form, isCapitalised }, at) =>
      isFixed[at] ? unknownId : model.idOf(form, isCapitalised),
    ),
    endId,
  ];
  return {
    ids,
    logProbabilities: ids.map((_, at) => (at === 0 ? 0 : model.logProbability(ids, at))),
  };
}

/** The stretch of a sentence that a proposal changes the probability of, before and after. */
export interface Window {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Where in both the change begins. */
  readonly at: number;
  readonly removed: number;
  readonly added: number;
  /** How much likelier the sentence becomes, as a natural logarithm. */
  readonly gain: number;
}

const reach = 3;

export function windowOf(
  { ids, logProbabilities }: ReadSentence,
  { from, to, forms }: Proposal,
  model: LanguageModel,
): Window {
  const first = Math.max(0, from + 1 - reach);
  const end = Math.min(ids.length, to + 1 + reach);
  const head = ids.slice(first, from + 1);
  const tail = ids.slice(to + 1, end);
  const after = [...head, ...forms.map((form) => model.idOf(form)), ...tail];
  let gain = 0;
  for (let at = head.length; at < after.length; at += 1) gain += model.logProbability(after, at);
  for (let at = from + 1; at < end; at += 1) gain -= logProbabilities[at] ?? 0;
  const before = ids.slice(first, end);
  return { before, after, at: head.length, removed: to - from, added: forms.length, gain };
}

/** The numbers that the regression weighs. */
export function evidenceFor(window: Window, from: number, model: LanguageModel): readonly number[] {
  const { before, after, at, removed, added, gain } = window;
  const old = sideCounts(before, { at, length: removed, model });
  const now = sideCounts(after, { at, length: added, model });
  const beside = [before[at - 1] ?? endId, before[at + removed] ?? endId];
  return [
    1,
    gain / 5,
    now.threes - old.threes,
    now.fours - old.fours,
    now.threes,
    now.fours,
    old.threes,
    old.fours,
    now.left - old.left,
    now.right - old.right,
    Math.log1p(model.wordCount(before[at] ?? endId)) / 5,
    Math.log1p(model.wordCount(after[at] ?? endId)) / 5,
    from === 0 ? 1 : 0,
    old.threes === 0 ? 1 : 0,
    old.left === 0 ? 1 : 0,
    old.right === 0 ? 1 : 0,
    now.threes === 0 ? 1 : 0,
    beside.filter((id) => id < startId || id === 4).length,
    model.logProbability(before, at) / 5,
  ];
}

interface Stretch {
  readonly at: number;
  readonly length: number;
  readonly model: LanguageModel;
}

/** The logarithms of the best counts around a stretch. */
function sideCounts(ids: readonly number[], { at, length, model }: Stretch) {
  const end = at + length;
  let [threes, fours] = [0, 0];
  for (let start = Math.max(0, at - 3); start <= at; start += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = ids.slice(start, start + 4);
    if (start >= at - 2) threes = Math.max(threes, model.gramCount([0, a, b, c]));
    fours = Math.max(fours, model.gramCount([a, b, c, d]));
  }
  return {
    threes: Math.log1p(threes),
    fours: Math.log1p(fours),
    left: Math.log1p(model.pairCount(ids[at - 1] ?? startId, ids[at] ?? endId)),
    right: Math.log1p(model.pairCount(ids[end - 1] ?? startId, ids[end] ?? endId)),
  };
}
