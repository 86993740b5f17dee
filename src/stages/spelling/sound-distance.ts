import type { Letters } from './edit-path.ts';
import { soundCountMax, soundsIn } from './sound-key.ts';

const buffer = new Uint8Array(soundCountMax);

/** The sounds of a word; see `soundsIn`. */
export function soundsOf({ codes, length }: Letters): Uint8Array {
  return buffer.slice(0, soundsIn(codes, length, buffer));
}

/** How many sounds are missing, too many or others, and whether the first is the same. */
export function compareSounds(
  a: Uint8Array,
  b: Uint8Array,
): { readonly distance: number; readonly isHeadAlike: boolean } {
  return { distance: distanceOf(a, b), isHeadAlike: a[0] === b[0] };
}

const row = new Uint8Array(soundCountMax + 1);

/** Levenshtein's distance. */
function distanceOf(a: Uint8Array, b: Uint8Array): number {
  for (let column = 0; column <= b.length; column += 1) row[column] = column;
  for (let index = 0; index < a.length; index += 1) {
    let before = row[0] ?? 0;
    row[0] = index + 1;
    for (let column = 1; column <= b.length; column += 1) {
      const above = row[column] ?? 0;
      const replaced = before + (a[index] === b[column - 1] ? 0 : 1);
      row[column] = Math.min(replaced, above + 1, (row[column - 1] ?? 0) + 1);
      before = above;
    }
  }
  return row[b.length] ?? 0;
}
