import { type Corrector, supportedProposals } from '../../src/stages/context/corrector.ts';
import {
  type ErrorType,
  inflected,
  type Proposal,
  proposalsAt,
  type Words,
} from '../../src/stages/context/proposals.ts';
import { rewritingOf } from '../../src/stages/context/rewriting.ts';
import type { ContextSentence } from '../../src/stages/context/sentences.ts';
import { contextSentences, type Example } from './examples.ts';

const manner = { dialect: 'en-US', apostrophe: "'" } as const;
const cleanEvery = 2;

/**
 * Proposals in text without errors, where none is right, and in the same text with an error put in, where the one
 * that takes it out is right. Errors are the proposals of the stage the other way round.
 */
export function madeExamples(texts: Iterable<string>, corrector: Corrector): readonly Example[] {
  const examples: Example[] = [];
  const choose = chooser();
  let count = 0;
  for (const text of texts) {
    count += 1;
    for (const sentence of contextSentences(text)) {
      if (count % cleanEvery === 0) examples.push(...examplesIn(sentence, '', corrector));
      const wrong = withError(sentence, corrector, choose);
      if (!wrong) continue;
      const [first, ...others] = contextSentences(wrong);
      // The parser may see other sentences in the wrong text.
      if (!first || others.length > 0) continue;
      const found = examplesIn(first, sentence.text, corrector);
      examples.push(...found.filter((example) => example.isRight));
    }
  }
  return examples;
}

function examplesIn(
  sentence: ContextSentence,
  right: string,
  corrector: Corrector,
): readonly Example[] {
  return [...supportedProposals(sentence, corrector)].flatMap((proposal) => {
    const edited = rewritten(sentence, proposal);
    if (edited === undefined) return [];
    const { type, evidence } = proposal;
    return [{ type, evidence, isRight: edited === right, set: 'made', document: 0 }];
  });
}

type Chooser = (count: number) => number;

function withError(
  sentence: ContextSentence,
  { words }: Corrector,
  choose: Chooser,
): string | undefined {
  const byType = new Map<ErrorType, Proposal[]>();
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const errors = [
      ...proposalsAt(sentence, at, words),
      ...inflected(sentence, at, { words, towards: -1 }),
      ...splitsAt(sentence, at, words),
    ];
    for (const proposal of errors) {
      const others = byType.get(proposal.type) ?? [];
      others.push(proposal);
      byType.set(proposal.type, others);
    }
  }
  const proposals = [...byType.values()][choose(byType.size)];
  const proposal = proposals?.[choose(proposals.length)];
  return proposal && rewritten(sentence, proposal);
}

/** The word in two, wherever both parts are words. */
function* splitsAt(
  { tokens, isFixed }: ContextSentence,
  at: number,
  words: Words,
): Iterable<Proposal> {
  const { kind, form = '', isCapitalised } = tokens[at] ?? {};
  if (kind !== 'word' || isCapitalised || isFixed[at] || !words.isProposable(form)) return;
  for (let cut = 2; cut <= form.length - 2; cut += 1) {
    const forms = [form.slice(0, cut), form.slice(cut)];
    if (forms.every((part) => words.isProposable(part))) {
      yield { type: 'split', from: at, to: at + 1, forms };
    }
  }
}

function rewritten(sentence: ContextSentence, proposal: Proposal): string | undefined {
  const edit = rewritingOf(sentence, proposal, manner);
  if (!edit) return undefined;
  return sentence.text.slice(0, edit.start) + edit.replacement + sentence.text.slice(edit.end);
}

/** Numbers that look random and are the same each time. */
function chooser(): Chooser {
  let state = 20_261_124;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
