import { letterCountMax } from '../../core/lexicon.ts';

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

/**
 * Counts the slips on the cheapest path from `right` to `wrong` into `counts` (parallel to `slips`)
 * and gives the number of slips, or more than any caller accepts where the words are too far apart.
 * Letters are codes in lower case; the arrays may be longer than the lengths given.
 */
export function countSlips(wrong: Letters, right: Letters, counts: Float64Array): number {
  if (Math.abs(wrong.length - right.length) > bandWidth) return Number.POSITIVE_INFINITY;
  fillTable(wrong, right);
  counts.fill(0);
  let [row, column, slipped] = [wrong.length, right.length, 0];
  while (row > 0 || column > 0) {
    const cell = row * sides + column;
    const slip = steps[cell] ?? none;
    const move = moves[cell] ?? diagonal;
    if (slip !== none) {
      counts[slip] = (counts[slip] ?? 0) + 1;
      slipped += 1;
      if (isFirst(row, column, move)) counts[firstLetter] = 1;
    }
    row -= rowSteps[move] ?? 1;
    column -= columnSteps[move] ?? 1;
  }
  return slipped;
}

function isFirst(row: number, column: number, move: number): boolean {
  return move === upward ? row === 1 : column === columnSteps[move];
}

/** The distance of optimal string alignment within a band around the diagonal. */
function fillTable(wrong: Letters, right: Letters): void {
  for (let row = 0; row <= wrong.length; row += 1) {
    const from = Math.max(0, row - bandWidth);
    const to = Math.min(right.length, row + bandWidth);
    if (from > 0) sums[row * sides + from - 1] = Number.POSITIVE_INFINITY;
    sums[row * sides + to + 1] = Number.POSITIVE_INFINITY;
    for (let column = from; column <= to; column += 1) fillCell(row, column, { wrong, right });
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

function fillCell(row: number, column: number, { wrong, right }: Pair): void {
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
  offerRespelt(cell, { wrong, right });
  sums[cell] = bestSum;
  steps[cell] = bestSlip;
  moves[cell] = bestMove;
}

/** `f` for `ph`, `n` for `kn`, and the other way about. */
function offerRespelt(cell: number, { wrong, right }: Pair): void {
  const [row, column] = [Math.trunc(cell / sides), cell % sides];
  if (row === 0 || column === 0) return;
  const [last, lastRight] = [wrong.codes[row - 1] ?? 0, right.codes[column - 1] ?? 0];
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

const apostrophe = 39;
const vowels = table('aeiouy');
const alike = pairs('ck cs sz kq fv fp dt bp mn gj gk xs vw lr wu iy ij');
const keys = pairs(
  `qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa ws ed rf tg yh uj ik ol az sx dc fv gb hn jm
   wa es rd tf yg uh ij ok pl sz dx fc gv hb jn km`,
);

const digraphs = soundTable('phf ghg ckk chk scs pss knn gnn wrr rhr tht whw mbm mnm dgj quk xcx');

function isVowel(code: number): boolean {
  return vowels[code] === 1;
}

function soundsLike(a: number, b: number): boolean {
  return alike[((a & 31) << 5) | (b & 31)] === 1;
}

function isNeighbour(a: number, b: number): boolean {
  return keys[((a & 31) << 5) | (b & 31)] === 1;
}

/** The letter (its last five bits) that two letters sound like together, or 0. */
function soundOf(first: number, second: number): number {
  return digraphs[((first & 31) << 5) | (second & 31)] ?? 0;
}

function table(letters: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const letter of letters) marks[letter.charCodeAt(0)] = 1;
  return marks;
}

function pairs(text: string): Uint8Array {
  const marks = new Uint8Array(1024);
  for (const pair of text.split(/\s+/)) {
    const [a, b] = [pair.charCodeAt(0) & 31, pair.charCodeAt(1) & 31];
    marks[(a << 5) | b] = 1;
    marks[(b << 5) | a] = 1;
  }
  return marks;
}

function soundTable(text: string): Uint8Array {
  const sounds = new Uint8Array(1024);
  for (const [first = '', second = '', sound = ''] of text.split(' ')) {
    sounds[((first.charCodeAt(0) & 31) << 5) | (second.charCodeAt(0) & 31)] =
      sound.charCodeAt(0) & 31;
  }
  return sounds;
}
