import { passagePlugin } from '../../core/passage-plugin.ts';
import type { Stage } from '../../core/stage.ts';
import { unbalancedQuotes } from './balance.ts';
import { turnedQuotes } from './direction.ts';
import { mixedQuotes } from './mixed.ts';

const name = 'quotes';

/** Quotation marks: one style throughout, facing the right way, in pairs. The style itself is the author's. */
export const quotes: Stage = {
  name,
  title: 'Quotation marks',
  description:
    'Finds quotation marks that face the wrong way, lack their partner, or break the document’s own style.',
  rules: {
    'mixed-quotes': {
      description: 'A straight quotation mark among curly ones, or the other way round',
      confidence: 0.55,
    },
    'mixed-apostrophes': {
      description: 'A straight apostrophe among curly ones, or the other way round',
      confidence: 0.55,
    },
    'turned-quote': { description: 'A quotation mark that faces the wrong way', confidence: 0.85 },
    'turned-apostrophe': {
      description: 'An opening mark used as an apostrophe: “‘90s”',
      confidence: 0.92,
    },
    'space-in-quotes': { description: 'A space just inside a quotation mark', confidence: 0.9 },
    'unbalanced-quotes': { description: 'A quotation mark without its partner', confidence: 0.3 },
  },
  plugin: passagePlugin(name, [turnedQuotes, mixedQuotes, unbalancedQuotes]),
};
