import { passagePlugin } from '../../core/passage-plugin.ts';
import type { Stage } from '../../core/stage.ts';
import { contractions } from './contractions.ts';
import { decades } from './decades.ts';
import { misplacedApostrophes } from './misplaced.ts';
import { possessives } from './possessives.ts';

const name = 'apostrophes';

/** Apostrophes in contractions and possessives. */
export const apostrophes: Stage = {
  name,
  title: 'Apostrophes',
  description: 'Finds missing, misplaced and needless apostrophes: “dont”, “do’nt”, “1990’s”.',
  rules: {
    'missing-in-contraction': {
      description: 'A contraction without its apostrophe that is no word: “doesnt”',
      confidence: 0.97,
    },
    'missing-in-contraction-of-word': {
      description: 'A contraction without its apostrophe that is another word: “wont”, “cant”',
      confidence: 0.92,
    },
    'misplaced-apostrophe': {
      description: 'An apostrophe in the wrong place: “did’nt”, “your’s”',
      confidence: 0.96,
    },
    'accent-for-apostrophe': {
      description: 'An accent or a backtick for an apostrophe: “don´t”',
      confidence: 0.97,
    },
    'semicolon-for-apostrophe': {
      description: 'A semicolon for an apostrophe: “don;t”',
      confidence: 0.97,
    },
    'lets-let-us': { description: '“lets” for “let’s”', confidence: 0.92 },
    'missing-in-possessive': { description: '“todays news”, “mens shoes”', confidence: 0.92 },
    'missing-in-time-possessive': { description: '“two weeks notice”', confidence: 0.7 },
    'apostrophe-in-plural': { description: 'An apostrophe in a plain plural', confidence: 0.88 },
    'apostrophe-in-decade': { description: '“1990’s” for “1990s”', confidence: 0.74 },
  },
  plugin: passagePlugin(name, [contractions, decades, misplacedApostrophes, possessives]),
};
