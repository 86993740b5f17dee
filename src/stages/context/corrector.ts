import { evidenceFor, type ReadSentence, readSentence, windowOf } from './evidence.ts';
import type { LanguageModel } from './model.ts';
import { type ErrorType, type Proposal, proposalsAt, type Words } from './proposals.ts';
import type { ContextSentence } from './sentences.ts';

/** A proposal that makes its sentence likelier, with the numbers to weigh it by. */
export interface WeighedProposal extends Proposal {
  readonly evidence: readonly number[];
}

export interface Corrector {
  readonly model: LanguageModel;
  readonly words: Words;
}

/** Below this gain a proposal is never right often enough to be looked at. */
const gainsMin: Readonly<Record<ErrorType, number>> = {
  confused: 1,
  noun: -1,
  split: 0,
  verb: -1,
};

/** The proposals that a sentence's words and the model support. */
export function* supportedProposals(
  sentence: ContextSentence,
  { model, words }: Corrector,
): Iterable<WeighedProposal> {
  const read = readSentence(sentence, model);
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    for (const proposal of proposalsAt(sentence, at, words)) {
      if (!isPossible(proposal, read, model)) continue;
      const window = windowOf(read, proposal, model);
      if (window.gain < gainsMin[proposal.type]) continue;
      yield { ...proposal, evidence: evidenceFor(window, proposal.from, model) };
    }
  }
}

/** Cheap tests before the window is weighed. */
function isPossible(
  { from, to, forms }: Proposal,
  { ids }: ReadSentence,
  model: LanguageModel,
): boolean {
  const first = forms[0];
  if (first === undefined) return true;
  const left = model.pairCount(ids[from] ?? 0, model.idOf(first));
  const right = model.pairCount(model.idOf(forms.at(-1) ?? first), ids[to + 1] ?? 0);
  return left > 0 || right > 0;
}
