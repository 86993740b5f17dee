import type { Stage } from '../core/stage.ts';
import { agreement } from './agreement/agreement.ts';
import { apostrophes } from './apostrophes/apostrophes.ts';
import { articles } from './articles.ts';
import { capitalisation } from './capitalisation/capitalisation.ts';
import { confusables } from './confusables/confusables.ts';
import { consistency } from './consistency/consistency.ts';
import { context } from './context/context.ts';
import { grammar } from './grammar/grammar.ts';
import { punctuation } from './punctuation/punctuation.ts';
import { quotes } from './quotes/quotes.ts';
import { readability } from './readability.ts';
import { repeatedWords } from './repeated-words.ts';
import { spacing } from './spacing/spacing.ts';
import { spelling } from './spelling/spelling.ts';

/** Every stage that ships, sorted by name. A stage is a file or folder here, a line in this list, and a fixture folder. */
export const stages: readonly Stage[] = [
  agreement,
  apostrophes,
  articles,
  capitalisation,
  confusables,
  consistency,
  context,
  grammar,
  punctuation,
  quotes,
  readability,
  repeatedWords,
  spacing,
  spelling,
];
