/**
 * Fits the weights of the context stage and measures it:
 *
 *   node scripts/fit-context.ts QUALITY_FOLDER TEXT_FOLDER [--write]
 *
 * QUALITY_FOLDER holds `m2/*.dev.m2` with `src/*.dev.txt`, and `clean/*.txt` (a paragraph a line); TEXT_FOLDER what
 * the model was built from. One logistic regression for each type of error, fitted first on errors put into text
 * that the model has not counted, then corrected on the annotated sets. What is printed is cross-fitted: no
 * proposal is scored by weights that saw its document. With `--write`, the weights of all the data go into
 * `src/stages/context/weights.ts`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDictionaries } from '../src/adapters/dictionaries/dictionaries.ts';
import { evidenceNames } from '../src/stages/context/evidence.ts';
import { correctorOf } from '../src/stages/context/knowledge.ts';
import { type ErrorType, errorTypes } from '../src/stages/context/proposals.ts';
import { type Example, goldExamples } from './fit-context/examples.ts';
import { madeExamples } from './fit-context/slips.ts';
import { fitWeights, probabilityOf } from './fit-context/weights.ts';
import { heldOutSentences } from './model/text.ts';

const foldCount = 5;
const [folder, textFolder, flag] = process.argv.slice(2);
if (!folder || !textFolder) {
  throw new Error('usage: node scripts/fit-context.ts QUALITY_FOLDER TEXT_FOLDER [--write]');
}
const grammar = { check: () => Promise.reject(new Error('no grammar engine here')) };
const corrector = await correctorOf({ ...createDictionaries(), grammar });
const made = Map.groupBy(madeExamples(heldOutSentences(textFolder), corrector), ({ type }) => type);
console.log('errors made');
const gold = Map.groupBy(goldExamples(folder, corrector), ({ type }) => type);

const rows: string[] = [];
console.log(
  'type: made right/all; gold right/all; right/proposed at .9, .8, .7, .5 (of these in clean prose)',
);
for (const type of errorTypes) measure(type);
if (flag === '--write') {
  const text = `import type { ErrorType } from './proposals.ts';\n\n/** Fitted by \`scripts/fit-context.ts\`; the weights of ${evidenceNames.join(', ')}. */\nexport const weights: Readonly<Record<ErrorType, readonly number[]>> = {\n${rows.join('\n')}\n};\n`;
  writeFileSync(fileURLToPath(new URL('../src/stages/context/weights.ts', import.meta.url)), text);
}

function measure(type: ErrorType): void {
  const artificial = made.get(type) ?? [];
  const real = gold.get(type) ?? [];
  const judged: (readonly [number, Example])[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const weights = fitWeights(
      artificial,
      real.filter(({ document }) => document % foldCount !== fold),
    );
    for (const example of real.filter(({ document }) => document % foldCount === fold)) {
      judged.push([probabilityOf(example.evidence, weights), example]);
    }
  }
  const ratio = (examples: readonly Example[]): string =>
    `${examples.filter(({ isRight }) => isRight).length}/${examples.length}`;
  const steps = [0.9, 0.8, 0.7, 0.5].map((least) => {
    const sure = judged.filter(([chance]) => chance >= least).map(([, example]) => example);
    return `${ratio(sure)} (${sure.filter(({ set }) => set === 'clean').length})`;
  });
  console.log([type, ratio(artificial), ratio(real), ...steps].join('  '));
  const weights = fitWeights(artificial, real);
  rows.push(`  '${type}': [${weights.map((weight) => Number(weight.toFixed(2))).join(', ')}],`);
}
