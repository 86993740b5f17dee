import type { Verdict } from '../../core/calibration.ts';
import type { Document } from '../../core/document.ts';
import { lastStartingAt } from '../../core/span.ts';
import type { Resources } from '../../core/stage.ts';
import { correctorOf } from './knowledge.ts';
import { endId, type LanguageModel, startId } from './model.ts';
import { contextTokens } from './tokens.ts';

/** How far around a correction is looked, in UTF-16 units: the model knows four words in a row. */
const reach = 40;

/**
 * What the language model thinks of a correction of grammar: whether the words around it become likelier.
 * Of other kinds it has no opinion that tells right from wrong: misspelt words it does not know.
 */
export async function createVerdict(resources: Resources): Promise<Verdict> {
  const { model } = await correctorOf(resources);
  return ({ stage, corrections: [first] }, document) => {
    if (stage !== 'grammar' || !first) return undefined;
    const [left, right] = around(document, first.span);
    const gain =
      logProbability(left + first.after + right, model) -
      logProbability(left + first.before + right, model);
    return gain > 0 ? 'for' : 'against';
  };
}

/** Whole words before and after a place, within its block. */
function around(
  { text, blocks }: Document,
  span: { readonly start: number; readonly end: number },
) {
  const block = blocks[lastStartingAt(blocks, span.start)]?.span ?? { start: 0, end: text.length };
  const left = text.slice(Math.max(block.start, span.start - reach), span.start);
  const right = text.slice(span.end, Math.min(block.end, span.end + reach));
  return [left.replace(/^\S*\s/, ''), right.replace(/\s\S*$/, '')] as const;
}

function logProbability(text: string, model: LanguageModel): number {
  const words = contextTokens(text).map((token) => model.idOf(token.form, token.isCapitalised));
  const ids = [startId, ...words, endId];
  let sum = 0;
  for (let at = 1; at < ids.length; at += 1) sum += model.logProbability(ids, at);
  return sum;
}
