import { isTitle } from '../core/document.ts';
import type { Passage, Token } from '../core/passage.ts';
import { type PassageRemark, passagePlugin } from '../core/passage-plugin.ts';
import type { Stage } from '../core/stage.ts';
import { writtenLike } from '../core/typography.ts';
import { createPatternFinder } from '../core/word-pattern.ts';

const name = 'readability';

/** Remarks on what is hard to read. They are notes: how a sentence is built is the author's business. */
export const readability: Stage = {
  name,
  title: 'Readability',
  description:
    'Notes sentences that are very long or say “perhaps” many times, and phrases with a shorter word.',
  rules: {
    'long-sentence': { description: 'A sentence of more than 45 words', confidence: 0.3 },
    'hedged-sentence': {
      description: 'A sentence with three or more words of doubt',
      confidence: 0.25,
    },
    'wordy-phrase': { description: 'A phrase for which there is a word', confidence: 0.35 },
  },
  plugin: passagePlugin(name, [hardSentences, wordyPhrases]),
};

/** Readers lose the thread of most sentences that are longer. */
const sentenceWordsMax = 45;

/** One word of doubt is care, three are fog. */
const hedgesMin = 3;

const hedges = new Set(
  `may might perhaps possibly probably could seems seem seemed appears appear appeared somewhat relatively generally
  arguably apparently presumably likely suggests suggest roughly fairly rather usually tends tend potentially`.split(
    /\s+/u,
  ),
);

function* hardSentences({ tokens, block }: Passage): Iterable<PassageRemark> {
  if (isTitle(block) || block.kind === 'table-cell' || block.kind === 'quotation') return;
  let from = 0;
  for (let index = 1; index <= tokens.length; index += 1) {
    if (index < tokens.length && tokens[index]?.sentence === tokens[from]?.sentence) continue;
    const remark = remarkOnSentence(tokens.slice(from, index));
    if (remark) yield remark;
    from = index;
  }
}

function remarkOnSentence(sentence: readonly Token[]): PassageRemark | undefined {
  const words = sentence.filter(({ kind }) => kind === 'word');
  const [first, last] = [words[0], sentence.findLast(({ kind }) => kind !== 'space')];
  if (!first || !last) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  if (words.length > sentenceWordsMax) {
    const message = `This sentence has ${words.length} words. Two sentences may be easier to read.`;
    return { rule: 'long-sentence', span, message };
  }
  const doubts = words.filter(({ lower }) => hedges.has(lower)).map(({ text }) => `“${text}”`);
  if (doubts.length < hedgesMin) return undefined;
  const message = `This sentence is careful ${doubts.length} times: ${doubts.join(', ')}.`;
  return { rule: 'hedged-sentence', span, message };
}

const wordy = [
  ['due to the fact that', 'because'],
  ['in spite of the fact that', 'although'],
  ['despite the fact that', 'although'],
  ['at this point in time', 'now'],
  ['at the present time', 'now'],
  ['in the event that', 'if'],
  ['in the near future', 'soon'],
  ['for the purpose of', 'for'],
  ['in order to', 'to'],
  ['with regard to', 'about'],
  ['with respect to', 'about'],
  ['a large number of', 'many'],
  ['a majority of', 'most'],
  ['has the ability to', 'can'],
  ['is able to', 'can'],
  ['in close proximity to', 'near'],
  ['on a regular basis', 'regularly'],
  ['on a daily basis', 'daily'],
  ['prior to', 'before'],
  ['subsequent to', 'after'],
  ['until such time as', 'until'],
].map(([phrase = '', to = '']) => ({ find: `[${phrase}]`, to }));

const findWordy = createPatternFinder(wordy);

function* wordyPhrases(
  { tokens }: Passage,
  { apostrophe }: { readonly apostrophe: string },
): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    const match = token.kind === 'word' ? findWordy(tokens, index) : undefined;
    const last = match && tokens[match.last];
    if (!match || !last) continue;
    const expected = writtenLike(token.text, match.pattern.to, apostrophe);
    yield {
      rule: 'wordy-phrase',
      span: { start: token.span.start, end: last.span.end },
      message: `One word does: “${expected}”.`,
      expected: [expected],
    };
  }
}
