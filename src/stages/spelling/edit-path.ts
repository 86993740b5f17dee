import { letterCountMax } from '../../core/lexicon.ts';
import { apostrophe, isNeighbour, isVowel, soundOf, soundsLike } from './letter-classes.ts';

/**
 * The ways in which a word goes wrong. Which of them lead from the right word to the wrong one, and how often,
 * is what the ranking weighs; the names read from the writer's side.
 */
export const slips = [
  'vowel for vowel',
  'like-sounding letter',
  'neighbouring key',
  'other letter',
  'missing double',
  'missing vowel',
  'missing letter',
  'extra double',
  'extra vowel',
  'extra letter',
  'swapped letters',
  'missing apostrophe',
  'one letter for two of one sound',
  'first letter',
] as const;

/** What a slip costs while the cheapest path is looked for, in the order of `slips`. */
const costs = Float64Array.of(
  0.7,
  0.7,
  0.9,
  1.2,
  0.45,
  0.75,
  0.9,
  0.45,
  0.8,
  0.95,
  0.6,
  0.3,
  0.6,
  0.4,
);

const none = -1;
const swapped = slips.indexOf('swapped letters');
const respelt = slips.indexOf('one letter for two of one sound');
const firstLetter = slips.indexOf('first letter');

/** How far a path goes in one step: in the wrong word and in the right one. */
const rowSteps = Uint8Array.of(1, 0, 1, 2, 1, 2);
const columnSteps = Uint8Array.of(1, 1, 0, 2, 2, 1);
const [diagonal, leftward, upward, crossing, widening, narrowing] = [0, 1, 2, 3, 4, 5];

/** No path that counts strays farther from the diagonal. */
const bandWidth = 3;
const sides = letterCountMax + 2;
const sums = new Float64Array(sides * sides);
const steps = new Int8Array(sides * sides);
const moves = new Uint8Array(sides * sides);

export interface Letters {
  readonly codes: Uint8Array;
  readonly length: number;
}

/** What is written of the slips of a word. */
export interface Slipped {
  /** How often each of `slips` was made. */
  readonly counts: Float64Array;
  /** Which letters each slip was made with, as `confusionAt` numbers them. */
  readonly confusions: number[];
}

/**
 * Writes the slips on the cheapest path from `right` to `wrong` into `into` and gives their number,
 * or more than any caller accepts where the words are too far apart.
 * Letters are codes in lower case; the arrays may be longer than the lengths given.
 */
export function countSlips(wrong: Letters, right: Letters, into: Slipped): number {
  if (Math.abs(wrong.length - right.length) > bandWidth) return Number.POSITIVE_INFINITY;
  fillTable({ wrong, right });
  const { counts, confusions } = into;
  counts.fill(0);
  confusions.length = 0;
  let [row, column, slipped] = [wrong.length, right.length, 0];
  while (row > 0 || column > 0) {
    const cell = row * sides + column;
    const slip = steps[cell] ?? none;
    const move = moves[cell] ?? diagonal;
    if (slip !== none) {
      counts[slip] = (counts[slip] ?? 0) + 1;
      slipped += 1;
      if (isFirst(row, column, move)) counts[firstLetter] = 1;
      confusions.push(confusionAt(row, column, { move, wrong, right }));
    }
    row -= rowSteps[move] ?? 1;
    column -= columnSteps[move] ?? 1;
  }
  return slipped;
}

function isFirst(row: number, column: number, move: number): boolean {
  return move === upward ? row === 1 : column === columnSteps[move];
}

/** How many confusions there are: six kinds of two letters each. */
export const confusionCount = 6 << 10;

interface Step extends Pair {
  readonly move: number;
}

/** Numbers a slip by its letters: of those missing or too many, the letter and the one before it. */
function confusionAt(row: number, column: number, { move, wrong, right }: Step): number {
  const letter = (at: number): number => placeOf(right.codes[at - 1] ?? 0);
  const written = (at: number): number => placeOf(wrong.codes[at - 1] ?? 0);
  switch (move) {
    case leftward:
      return confusion(1, column > 1 ? letter(column - 1) : 0, letter(column));
    case upward:
      return confusion(2, row > 1 ? written(row - 1) : 0, written(row));
    case crossing:
      return confusion(3, letter(column - 1), letter(column));
    case widening:
      return confusion(4, letter(column - 1), letter(column));
    case narrowing:
      return confusion(5, written(row - 1), written(row));
    default:
      return confusion(0, letter(column), written(row));
  }
}

/** The place in the alphabet; what is no letter of it has a number all the same. */
function placeOf(code: number): number {
  return code === apostrophe ? 27 : code & 31;
}

function confusion(kind: number, first: number, second: number): number {
  return (kind << 10) | (first << 5) | second;
}

/** The distance of optimal string alignment within a band around the diagonal. */
function fillTable(pair: Pair): void {
  const { wrong, right } = pair;
  for (let row = 0; row <= wrong.length; row += 1) {
    const from = Math.max(0, row - bandWidth);
    const to = Math.min(right.length, row + bandWidth);
    if (from > 0) sums[row * sides + from - 1] = Number.POSITIVE_INFINITY;
    sums[row * sides + to + 1] = Number.POSITIVE_INFINITY;
    for (let column = from; column <= to; column += 1) fillCell(row, column, pair);
  }
}

interface Pair {
  readonly wrong: Letters;
  readonly right: Letters;
}

/** The best way into the cell that is being filled. Plain variables, since an object a cell would cost more than the cell. */
let bestSum = 0;
let bestSlip = none;
let bestMove = diagonal;

function fillCell(row: number, column: number, pair: Pair): void {
  const { wrong, right } = pair;
  const cell = row * sides + column;
  bestSum = cell === 0 ? 0 : Number.POSITIVE_INFINITY;
  bestSlip = none;
  if (row > 0 && column > 0) {
    const slip = replaced(wrong.codes[row - 1] ?? 0, right.codes[column - 1] ?? 0);
    offer((sums[cell - sides - 1] ?? 0) + priceOf(slip, column === 1), slip, diagonal);
  }
  if (column > 0) {
    const slip = missing(right.codes, column - 1);
    offer((sums[cell - 1] ?? 0) + priceOf(slip, column === 1), slip, leftward);
  }
  if (row > 0) {
    const slip = extra(wrong.codes, row - 1);
    offer((sums[cell - sides] ?? 0) + priceOf(slip, row === 1), slip, upward);
  }
  if (row > 1 && column > 1 && isSwapped(wrong, right, cell)) {
    const sum = (sums[cell - 2 * sides - 2] ?? 0) + priceOf(swapped, column === 2);
    offer(sum, swapped, crossing);
  }
  if (row > 0 && column > 0) offerRespelt(row, column, pair);
  sums[cell] = bestSum;
  steps[cell] = bestSlip;
  moves[cell] = bestMove;
}

/** `f` for `ph`, `n` for `kn`, and the other way about. */
function offerRespelt(row: number, column: number, { wrong, right }: Pair): void {
  const cell = row * sides + column;
  const last = wrong.codes[row - 1] ?? 0;
  const lastRight = right.codes[column - 1] ?? 0;
  if (column > 1 && soundOf(right.codes[column - 2] ?? 0, lastRight) === (last & 31)) {
    const sum = (sums[cell - sides - 2] ?? 0) + priceOf(respelt, column === 2);
    offer(sum, respelt, widening);
  }
  if (row > 1 && soundOf(wrong.codes[row - 2] ?? 0, last) === (lastRight & 31)) {
    const sum = (sums[cell - 2 * sides - 1] ?? 0) + priceOf(respelt, column === 1);
    offer(sum, respelt, narrowing);
  }
}

function offer(sum: number, slip: number, move: number): void {
  if (sum >= bestSum) return;
  bestSum = sum;
  bestSlip = slip;
  bestMove = move;
}

function priceOf(slip: number, isFirstLetter: boolean): number {
  if (slip === none) return 0;
  return (costs[slip] ?? 0) + (isFirstLetter ? (costs[firstLetter] ?? 0) : 0);
}

function replaced(wrong: number, right: number): number {
  if (wrong === right) return none;
  if (isVowel(wrong) && isVowel(right)) return 0;
  if (soundsLike(wrong, right)) return 1;
  return isNeighbour(wrong, right) ? 2 : 3;
}

function missing(right: Uint8Array, index: number): number {
  const code = right[index] ?? 0;
  if (code === apostrophe) return 11;
  if (index > 0 && code === right[index - 1]) return 4;
  return isVowel(code) ? 5 : 6;
}

function extra(wrong: Uint8Array, index: number): number {
  const code = wrong[index] ?? 0;
  if (index > 0 && code === wrong[index - 1]) return 7;
  return isVowel(code) ? 8 : 9;
}

function isSwapped(wrong: Letters, right: Letters, cell: number): boolean {
  const [row, column] = [Math.trunc(cell / sides), cell % sides];
  const last = wrong.codes[row - 1];
  const before = wrong.codes[row - 2];
  return last !== before && last === right.codes[column - 2] && before === right.codes[column - 1];
}
