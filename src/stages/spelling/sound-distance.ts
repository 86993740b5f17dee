import type { Letters } from './edit-path.ts';
import { soundCountMax, soundsIn } from './sound-key.ts';

const buffer = new Uint8Array(soundCountMax);

/** The sounds of a word; see `soundsIn`. */
export function soundsOf({ codes, length }: Letters): Uint8Array {
  return buffer.slice(0, soundsIn(codes, length, buffer));
}

/** How many sounds of `right` are missing, too many or others in `sounds`, and whether the first is the same. */
export function compareSounds(
  sounds: Uint8Array,
  { codes, length }: Letters,
): { readonly distance: number; readonly isHeadAlike: boolean } {
  const count = soundsIn(codes, length, buffer);
  return { distance: distanceTo(sounds, count), isHeadAlike: sounds[0] === buffer[0] };
}

const row = new Uint8Array(soundCountMax + 1);

/** Levenshtein's distance to the first `count` sounds of the buffer. */
function distanceTo(sounds: Uint8Array, count: number): number {
  for (let column = 0; column <= count; column += 1) row[column] = column;
  for (let index = 0; index < sounds.length; index += 1) {
    let before = row[0] ?? 0;
    row[0] = index + 1;
    for (let column = 1; column <= count; column += 1) {
      const above = row[column] ?? 0;
      const replaced = before + (sounds[index] === buffer[column - 1] ? 0 : 1);
      row[column] = Math.min(replaced, above + 1, (row[column - 1] ?? 0) + 1);
      before = above;
    }
  }
  return row[count] ?? 0;
}
