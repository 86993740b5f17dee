import { isTitle } from '../../core/document.ts';
import { reportFinding, reportNotChecked } from '../../core/messages.ts';
import { type Passage, passagesOf } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import type { Rule, Stage, StagePlugin } from '../../core/stage.ts';
import { apostropheIn, writtenLike } from '../../core/typography.ts';
import {
  createPatternFinder,
  type PatternMatch,
  type WordPattern,
} from '../../core/word-pattern.ts';
import { formRules, wrongForms } from './forms.ts';
import type { Frame } from './frame.ts';
import { frames } from './frames.ts';
import { governed } from './governed.ts';
import { inflectionsOf } from './inflections.ts';
import { moreFrames } from './more-frames.ts';
import { prepositions } from './prepositions.ts';
import { sentencesOfWords, withTags } from './tags.ts';
import { usageFrames } from './usage-frames.ts';

const all: readonly Frame[] = [
  ...prepositions,
  ...frames,
  ...governed,
  ...moreFrames,
  ...usageFrames,
];

const name = 'agreement';

/** Words that do not go together: forms, prepositions and small words that their neighbours ask for. */
export const agreement: Stage = {
  name,
  title: 'Agreement',
  description:
    'Finds words that do not agree with their neighbours: “many book”, “depend of”, “can goes”.',
  rules: Object.fromEntries([...all, ...formRules].map((row): [string, Rule] => [row.rule, row])),
  plugin: agreementPlugin(),
};

const tooLong = 'The sentence is too long to be looked at for words that do not agree.';

/** A plugin that fetches the forms of words with the first text. */
function agreementPlugin(): StagePlugin {
  return (settings) => async (tree, file) => {
    const forms = await inflectionsOf(settings.resources);
    const passages = passagesOf(tree, file);
    const apostrophe = apostropheIn(String(file));
    const context = { settings, passages, apostrophe };
    for (const passage of passages) {
      const found = [...brokenFrames(passage, context)];
      // In headings and cells half sentences are the rule, and their words are tagged badly.
      if (!isTitle(passage.block)) {
        const { sentences, passedOver } = sentencesOfWords(passage.tokens);
        for (const span of passedOver)
          reportNotChecked(file, { stage: name, span, reason: tooLong });
        for (const sentence of sentences) {
          found.push(...(await withTags(() => [...wrongForms(sentence, forms, apostrophe)])));
        }
      }
      for (const remark of found) reportFinding(file, { source: name, ...remark });
    }
  };
}

interface Pattern extends WordPattern {
  readonly frame: Frame;
  readonly to: string;
  readonly confidence: number;
}

const findPattern = createPatternFinder<Pattern>(
  all.flatMap((frame) =>
    frame.patterns.map(([find, to, confidence = frame.confidence]) => ({
      find,
      to,
      confidence,
      frame,
    })),
  ),
);

function* brokenFrames({ tokens }: Passage, context: PassageContext): Iterable<PassageRemark> {
  for (let index = 0; index < tokens.length; index += 1) {
    const match = tokens[index]?.kind === 'word' ? findPattern(tokens, index) : undefined;
    if (match) yield remarkOn(match, tokens, context);
  }
}

function remarkOn(
  { pattern, first, last }: PatternMatch<Pattern>,
  tokens: Passage['tokens'],
  { apostrophe }: PassageContext,
): PassageRemark {
  const words = tokens.slice(first, last + 1);
  const start = words[0]?.span.start ?? 0;
  const found = words.map((token) => token.text).join('');
  const expected = found === 'I' ? pattern.to : writtenLike(found, pattern.to, apostrophe);
  return {
    rule: pattern.frame.rule,
    span: { start, end: start + found.length },
    message: `Write “${expected}” instead of “${found}”? ${pattern.frame.reason}`,
    expected: [expected],
    confidence: pattern.confidence,
  };
}
