import type { RuleRow } from './rule-row.ts';
import { metRules } from './rules-met.ts';
import { quietRules } from './rules-quiet-a-l.ts';
import { moreQuietRules } from './rules-quiet-m-z.ts';
import { unmetRules } from './rules-unmet.ts';

/** A rule of the engine as the stage knows it. `name` is ours (`then-than`), `engineName` the engine's (`ThenThan`). */
export interface GrammarRule {
  readonly name: string;
  readonly engineName: string;
  readonly kind: string;
  readonly description: string;
  readonly confidence: number;
}

/** What the kinds of the engine mean to a reader. */
const kinds: Readonly<Record<string, string>> = {
  Agreement: 'Words that do not agree',
  BoundaryError: 'One word or two',
  Capitalization: 'A capital letter',
  Eggcorn: 'A word that only sounds right',
  Grammar: 'A slip of grammar',
  Malapropism: 'A word that only sounds right',
  Nonstandard: 'A damaged expression',
  Punctuation: 'A missing or wrong mark',
  Redundancy: 'A word too many',
  Repetition: 'A word too many',
  Spelling: 'A misspelt word',
  Typo: 'A slip of the keyboard',
  Usage: 'A wording that is not usual',
  WordChoice: 'Mixed-up words',
};

/** Every rule that is switched on, with what was counted. */
export const ruleRows: readonly RuleRow[] = [
  ...metRules,
  ...unmetRules,
  ...quietRules,
  ...moreQuietRules,
];

/** The same as the stage uses them, in running text. */
export const grammarRules: readonly GrammarRule[] = ruleRows.map(
  ([engineName, kind, confidence]) => ({
    name: words(engineName).join('-'),
    engineName,
    kind,
    description: `${kinds[kind] ?? 'A likely mistake'}: “${words(engineName).join(' ')}”.`,
    confidence,
  }),
);

/**
 * In headings and table cells, which are no sentences, only rules about fixed wordings hold:
 * "Should of" in a heading is as wrong as anywhere, but a verb is not missing there.
 */
const fragmentKinds: ReadonlySet<string> = new Set([
  ...['BoundaryError', 'Capitalization', 'Eggcorn', 'Malapropism'],
  ...['Nonstandard', 'Spelling', 'Typo', 'Usage'],
]);

export const fragmentRules: readonly GrammarRule[] = grammarRules.filter(({ kind }) =>
  fragmentKinds.has(kind),
);

/** `ThenThan` as `then`, `than`. */
function words(engineName: string): readonly string[] {
  return (engineName.match(/[A-Z][a-z]*|\d+/g) ?? []).map((word) => word.toLowerCase());
}
