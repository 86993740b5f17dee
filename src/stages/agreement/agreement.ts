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
import type { Frame } from './frame.ts';
import { frames } from './frames.ts';
import { prepositions } from './prepositions.ts';

const all: readonly Frame[] = [...prepositions, ...frames];

const name = 'agreement';

/** Words that do not go together: forms, prepositions and small words that their neighbours ask for. */
export const agreement: Stage = {
  name,
  title: 'Agreement',
  description:
    'Finds words that do not agree with their neighbours: “many book”, “depend of”, “can goes”.',
  rules: Object.fromEntries(all.map((frame): [string, Rule] => [frame.rule, frame])),
  plugin: passagePlugin(name, [brokenFrames]),
};

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
