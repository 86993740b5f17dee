import { describe, expect, it } from 'vitest';
import { soundOf } from '../../src/core/word-sound.ts';

const vowels = `apple hour honest honour heir umbrella uncle urgent unimportant uninteresting unidentified usher onerous MBA HTML FBI
  X-ray iPhone mRNA MP3 8 11 18 80 800 8-bit 18-year-old 11,000 École NGOs LLC API IDs e-mail SMS F16 x n`;
const consonants = `house university unit unique useful use using European eulogy ewe one once one-time ouija Ubiquiti Honeywell
  unanimous uranium uric utensil utopia UK US USB UPS UDP UNESCO NASA NATO PDF T-shirt 10 100 1,100 7 yellow Uganda Ukraine U-turn
  Unix unicorn unidirectional unimodal`;
const either = 'FAQ SQL historic hotel homage LED xml herbicide 1800 1100 SAP 7unsuspecting';

describe('soundOf', () => {
  it.each(vowels.split(/\s+/u))('%s begins with a vowel', (word) => {
    expect(soundOf(word, 'en-US')).toBe('vowel');
  });

  it.each(consonants.split(/\s+/u))('%s begins with a consonant', (word) => {
    expect(soundOf(word, 'en-US')).toBe('consonant');
  });

  it.each(either.split(' '))('%s cannot be told', (word) => {
    expect(soundOf(word, 'en-US')).toBeUndefined();
  });

  it('knows that Americans drop the h of “herb”', () => {
    expect(soundOf('herb', 'en-US')).toBe('vowel');
    expect(soundOf('herb', 'en-GB')).toBe('consonant');
  });

  it('says nothing of what is no word', () => {
    expect(soundOf('…', 'en-US')).toBeUndefined();
    expect(soundOf('東京', 'en-US')).toBeUndefined();
  });
});
