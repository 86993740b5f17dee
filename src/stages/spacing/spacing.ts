import { passagePlugin } from '../../core/passage-plugin.ts';
import type { Stage } from '../../core/stage.ts';
import { edgeSpaces, wideGaps } from './gaps.ts';
import { spacesAtMarks } from './marks.ts';
import { missingSpaces } from './missing.ts';

const name = 'spacing';

/** The spaces between words and around marks, as print has them. */
export const spacing: Stage = {
  name,
  title: 'Spacing',
  description: 'Finds doubled, missing and stray spaces between words and around punctuation.',
  rules: {
    'double-space': { description: 'More than one space between words', confidence: 0.95 },
    'double-space-after-sentence': {
      description: 'Two spaces after a sentence where the document mostly has one',
      confidence: 0.92,
    },
    'edge-space': {
      description: 'A space at the start or the end of a paragraph',
      confidence: 0.3,
    },
    'space-before-mark': { description: 'A space before a punctuation mark', confidence: 0.95 },
    'space-in-brackets': { description: 'A space just inside a bracket', confidence: 0.92 },
    'split-contraction': {
      description: 'A space inside a contraction: “don ’t”',
      confidence: 0.94,
    },
    'missing-space-after-comma': {
      description: 'No space after a comma or semicolon',
      confidence: 0.94,
    },
    'missing-space-between-sentences': {
      description: 'No space between two sentences',
      confidence: 0.93,
    },
    'missing-space-at-bracket': { description: 'No space outside a bracket', confidence: 0.8 },
  },
  plugin: passagePlugin(name, [wideGaps, edgeSpaces, spacesAtMarks, missingSpaces]),
};
