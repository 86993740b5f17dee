import { type Remark, reportFinding, reportNotChecked } from '../../core/messages.ts';
import { passagesOf } from '../../core/passage.ts';
import type { Stage, StageSettings } from '../../core/stage.ts';
import { apostropheIn } from '../../core/typography.ts';
import { type Corrector, supportedProposals, type WeighedProposal } from './corrector.ts';
import { correctorOf } from './knowledge.ts';
import { probabilityOf } from './probability.ts';
import { rewritingOf } from './rewriting.ts';
import { ruleOf, rules } from './rules.ts';
import { type ContextSentence, sentencesOf } from './sentences.ts';

const name = 'context';

/** Below this a proposal is wrong more often than right. */
const confidenceMin = 0.5;

/** Words that are right elsewhere: a model of which words stand beside which says what was meant here. */
export const context: Stage = {
  name,
  title: 'Words in context',
  description:
    'Finds words that are confused, in the wrong form or split, by what usually stands beside them.',
  rules,
  plugin: (settings) => async (tree, file) => {
    const corrector = await correctorOf(settings.resources);
    const given = { corrector, settings, apostrophe: apostropheIn(String(file)) };
    for (const passage of passagesOf(tree, file)) {
      const { sentences, passedOver } = sentencesOf(passage);
      for (const span of passedOver) reportNotChecked(file, { stage: name, span, reason: tooLong });
      for (const remark of remarksOn(sentences, given)) reportFinding(file, remark);
    }
  },
};

const tooLong = 'The sentence is too long to be looked at for words that were confused.';

interface Given {
  readonly corrector: Corrector;
  readonly settings: StageSettings;
  readonly apostrophe: string;
}

type Judged = readonly [confidence: number, proposal: WeighedProposal];

function* remarksOn(sentences: readonly ContextSentence[], given: Given): Iterable<Remark> {
  for (const sentence of sentences) {
    const kept: WeighedProposal[] = [];
    for (const [confidence, proposal] of likelyProposals(sentence, given)) {
      if (kept.some((other) => touches(other, proposal))) continue;
      kept.push(proposal);
      const remark = remarkOn(sentence, [confidence, proposal], given);
      if (remark) yield remark;
    }
  }
}

function likelyProposals(sentence: ContextSentence, given: Given): readonly Judged[] {
  const judged: Judged[] = [];
  for (const proposal of supportedProposals(sentence, given.corrector)) {
    const confidence = probabilityOf(proposal);
    const word = sentence.tokens[proposal.from]?.text ?? '';
    if (confidence >= confidenceMin && !given.settings.isOurWord(word)) {
      judged.push([confidence, proposal]);
    }
  }
  return judged.sort(([a], [b]) => b - a);
}

/** Neighbours count too: one correction makes the other's reasons void. */
function touches(left: WeighedProposal, right: WeighedProposal): boolean {
  return left.from <= right.to && right.from <= left.to;
}

function remarkOn(
  sentence: ContextSentence,
  [confidence, proposal]: Judged,
  { settings, apostrophe }: Given,
): Remark | undefined {
  const rewriting = rewritingOf(sentence, proposal, { dialect: settings.dialect, apostrophe });
  if (!rewriting) return undefined;
  const { start, end, replacement } = rewriting;
  const found = sentence.text.slice(start, end);
  const rule = ruleOf[proposal.type];
  return {
    source: name,
    rule,
    span: { start: sentence.offset + start, end: sentence.offset + end },
    message: `Is “${replacement}” meant instead of “${found}”? It fits the words around it better.`,
    expected: [replacement],
    confidence,
  };
}
