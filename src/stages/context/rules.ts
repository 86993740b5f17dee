import type { Rule } from '../../core/stage.ts';
import type { ErrorType } from './proposals.ts';

/** The rule that speaks for each type of error. */
export const ruleOf: Readonly<Record<ErrorType, string>> = {
  confused: 'confused-word',
  noun: 'number-of-noun',
  split: 'split-word',
  verb: 'form-of-verb',
};

/** How sure a finding is depends on the words around it; these are about the middle. */
export const rules: Readonly<Record<string, Rule>> = {
  'confused-word': {
    description: 'A word that is taken for another one that sounds or looks alike.',
    confidence: 0.7,
  },
  'number-of-noun': {
    description: 'A singular or plural that does not go with the word before it.',
    confidence: 0.7,
  },
  'split-word': { description: 'One word written as two.', confidence: 0.7 },
  'form-of-verb': {
    description: 'A form of a verb that does not go with the words before it.',
    confidence: 0.6,
  },
};
