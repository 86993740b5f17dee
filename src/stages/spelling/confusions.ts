import { confusionCount } from './edit-path.ts';

/** What a slip with these letters weighs beyond what its kind does, by number; see `confusion`. */
export type ConfusionWeights = Float32Array<ArrayBuffer>;

/** The kinds of confusions, in the order of their numbers. Of letters missing or extra, the one before comes first. */
const confusionKinds: readonly string[] = [
  'replaced',
  'missing',
  'extra',
  'swapped',
  'written-as-one',
  'written-as-two',
];

/** Stands for the beginning of a word; a letter has its place in the alphabet, an apostrophe comes behind them. */
const places = "^abcdefghijklmnopqrstuvwxyz'";

/** Reads lines of `kind<TAB>first letter<TAB>second letter<TAB>weight`; what has no line weighs nothing. */
export function confusionWeightsIn(text: string): ConfusionWeights {
  const weights = new Float32Array(confusionCount);
  for (const line of text.split('\n')) {
    const [kind = '', first = '', second = '', weight] = line.split('\t');
    const at = confusionKinds.indexOf(kind);
    if (at < 0) continue;
    weights[(at << 10) | (places.indexOf(first) << 5) | places.indexOf(second)] = Number(weight);
  }
  return weights;
}

/** The lines of the confusions that weigh something. */
export function confusionLines(weights: ConfusionWeights): readonly string[] {
  return [...weights].flatMap((weight, at) => {
    const [first, second] = [places[(at >> 5) & 31], places[at & 31]];
    if (Math.abs(weight) < lightest || !first || !second) return [];
    return [`${confusionKinds[at >> 10]}\t${first}\t${second}\t${Number(weight.toFixed(2))}`];
  });
}

const lightest = 0.05;
