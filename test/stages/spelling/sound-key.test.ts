import { expect, it } from 'vitest';
import type { Letters } from '../../../src/stages/spelling/edit-path.ts';
import { compareSounds, soundsOf } from '../../../src/stages/spelling/sound-distance.ts';

function compared(wrong: string, right: string): ReturnType<typeof compareSounds> {
  return compareSounds(soundsOf(lettersOf(wrong)), lettersOf(right));
}

/** Behind the word stand letters of another one, as in a buffer that is used again. */
function lettersOf(word: string): Letters {
  const codes = new Uint8Array(48).fill(113);
  for (const [at, letter] of [...word].entries()) codes[at] = letter.charCodeAt(0);
  return { codes, length: word.length };
}

it.each([
  ['fonetik', 'phonetic'],
  ['nolij', 'knowledge'],
  ['enuf', 'enough'],
  ['ankshus', 'anxious'],
  ['rist', 'wrist'],
  ['sudonim', 'pseudonym'],
  ['nashun', 'nation'],
  ['speshal', 'special'],
  ['nacher', 'nature'],
  ['kwik', 'quick'],
  ['lim', 'limb'],
  ['haty', 'hatty'],
])('%s sounds like %s', (wrong, right) => {
  expect(compared(wrong, right)).toEqual({ distance: 0, isHeadAlike: true });
});

it.each([
  ['batter', 'bather', 1],
  ['memory', 'mary', 1],
  ['cat', 'get', 1],
  ['anniversary', 'orchestra', 4],
])('%s and %s differ', (one, other, distance) => {
  expect(compared(one, other).distance).toBe(distance);
});
