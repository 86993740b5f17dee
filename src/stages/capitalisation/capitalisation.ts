import { passagePlugin } from '../../core/passage-plugin.ts';
import type { Stage } from '../../core/stage.ts';
import { partsOfNames } from './geography.ts';
import { properNames } from './names.ts';
import { sentenceStarts } from './sentences.ts';
import { loneLetters, slippedCapitals } from './words.ts';

const name = 'capitalisation';

/** Capital letters where English has them. */
export const capitalisation: Stage = {
  name,
  title: 'Capital letters',
  description: 'Finds small letters at the start of sentences and in names, and “i” for “I”.',
  rules: {
    'lone-i': { description: '“i” for “I”', confidence: 0.96 },
    'second-capital': {
      description: 'Two capitals at the start of a word: “THe”',
      confidence: 0.93,
    },
    'sentence-start': {
      description: 'A sentence that starts with a small letter',
      confidence: 0.85,
    },
    'paragraph-start': {
      description: 'A paragraph that starts with a small letter',
      confidence: 0.7,
    },
    'day-or-month': { description: 'A day or month in small letters', confidence: 0.95 },
    'proper-adjective': {
      description: 'A language, nationality or religion in small letters',
      confidence: 0.92,
    },
    'part-of-name': {
      description: 'A small letter in the name of a lake, an island: “Houghton lake”',
      confidence: 0.75,
    },
    'place-name': { description: 'A well-known place in small letters', confidence: 0.93 },
  },
  plugin: passagePlugin(name, [
    loneLetters,
    slippedCapitals,
    sentenceStarts,
    properNames,
    partsOfNames,
  ]),
};
