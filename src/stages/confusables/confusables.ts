import type { Passage } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { passagePlugin } from '../../core/passage-plugin.ts';
import type { Rule, Stage } from '../../core/stage.ts';
import { writtenLike } from '../../core/typography.ts';
import {
  createPatternFinder,
  type PatternMatch,
  type WordPattern,
} from '../../core/word-pattern.ts';
import { closedCompounds } from './closed-compounds.ts';
import { company } from './company.ts';
import { compounds } from './compounds.ts';
import type { Confusion } from './confusion.ts';
import { functionWords } from './function-words.ts';
import { idioms } from './idioms.ts';
import { lookAlikes } from './look-alikes.ts';
import { nouns } from './nouns.ts';
import { objects } from './objects.ts';
import { phrases } from './phrases.ts';
import { pronouns } from './pronouns.ts';
import { pronounsByPlace } from './pronouns-by-place.ts';
import { verbCompounds } from './verb-compounds.ts';
import { verbForms } from './verb-forms.ts';
import { verbs } from './verbs.ts';

const confusions: readonly Confusion[] = [
  ...pronouns,
  ...functionWords,
  ...verbs,
  ...verbForms,
  ...nouns,
  ...compounds,
  closedCompounds,
  ...phrases,
  ...idioms,
  ...lookAlikes,
  ...pronounsByPlace,
  ...objects,
  ...company,
  ...verbCompounds,
];

const name = 'confusables';

/** Right words in the wrong place: told by the words beside them, never by the word alone. */
export const confusables: Stage = {
  name,
  title: 'Confused words',
  description:
    'Finds words that were taken for one another: your and you’re, then and than, loose and lose.',
  rules: Object.fromEntries(
    confusions.map((confusion): [string, Rule] => [confusion.rule, confusion]),
  ),
  plugin: passagePlugin(name, [confusedWords]),
};

interface Pattern extends WordPattern {
  readonly confusion: Confusion;
  readonly to: string;
  readonly confidence: number;
}

const findPattern = createPatternFinder<Pattern>(
  confusions.flatMap((confusion) =>
    confusion.patterns.map(([find, to, confidence = confusion.confidence]) => ({
      find,
      to,
      confidence,
      confusion,
      ...(confusion.unless && { unless: confusion.unless }),
    })),
  ),
);

function* confusedWords(passage: Passage, context: PassageContext): Iterable<PassageRemark> {
  const { tokens } = passage;
  for (let index = 0; index < tokens.length; index += 1) {
    const match = tokens[index]?.kind === 'word' ? findPattern(tokens, index) : undefined;
    const remark = match && remarkOn(match, passage, context);
    if (remark) yield remark;
  }
}

function remarkOn(
  { pattern, first, last }: PatternMatch<Pattern>,
  { tokens }: Passage,
  { apostrophe, settings }: PassageContext,
): PassageRemark | undefined {
  const words = tokens.slice(first, last + 1);
  const start = words[0]?.span.start ?? 0;
  const end = words.at(-1)?.span.end ?? start;
  const found = words.map((token) => token.text).join('');
  // “IT’s” is the possessive of a department.
  if (/^IT['’]s$/u.test(found)) return undefined;
  if (words.length === 1 && settings.isOurWord(found) && !isPlainWord(found)) return undefined;
  // A capital “I” says nothing of the case of what replaces it.
  const expected = /^I(?: |$)/u.test(found)
    ? pattern.to
    : writtenLike(found, pattern.to, apostrophe);
  return {
    rule: pattern.confusion.rule,
    span: { start, end },
    message: `Write “${expected}” instead of “${found}”? ${pattern.confusion.reason}`,
    expected: [expected],
    confidence: pattern.confidence,
  };
}

/** What a client lists as a word of theirs is a name such as “Noone”; in small letters it is the common word. */
function isPlainWord(found: string): boolean {
  return found === found.toLowerCase();
}
