import { expect, it } from 'vitest';
import { compareSounds, soundsOf } from '../../../src/stages/spelling/sound-distance.ts';

function sounds(word: string): Uint8Array {
  const codes = new Uint8Array(48).fill(113);
  for (const [at, letter] of [...word].entries()) codes[at] = letter.charCodeAt(0);
  return soundsOf({ codes, length: word.length });
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
  expect(compareSounds(sounds(wrong), sounds(right))).toEqual({ distance: 0, isHeadAlike: true });
});

it.each([
  ['batter', 'bather', 1],
  ['memory', 'mary', 1],
  ['cat', 'get', 1],
  ['anniversary', 'orchestra', 4],
])('%s and %s differ', (one, other, distance) => {
  expect(compareSounds(sounds(one), sounds(other)).distance).toBe(distance);
});
