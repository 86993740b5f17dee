/**
 * Fits the weights of the spelling stage and measures it:
 *
 *   node scripts/fit-spelling.ts QUALITY_FOLDER [--write]
 *
 * QUALITY_FOLDER holds `spell/*.tsv` (misspelling TAB correction), `m2/*.dev.m2` with `src/*.dev.txt`, and
 * `clean/*.txt` (a paragraph a line). The ranking is fitted on the lists and on the corrected words of the m2 sets,
 * the confidence on every unknown word of the m2 sets and of the clean prose, and a little on the lists.
 * What is printed is cross-fitted: no word is scored by weights that saw its document. With `--write`, the weights of
 * all the data go into `src/stages/spelling/weights.ts`, those of letters into `dictionaries/en-confusions.txt`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { confidenceFeatures } from '../src/stages/spelling/confidence.ts';
import { confusionLines } from '../src/stages/spelling/confusions.ts';
import { rankingFeatures } from '../src/stages/spelling/ranking.ts';
import { readCases, type SpellingCase } from './fit-spelling/cases.ts';
import { fitChoice } from './fit-spelling/choice.ts';
import { confidenceChoice, fitRanking, ranked, rankingChoice } from './fit-spelling/choices.ts';
import { reportConfidence, reportLists } from './fit-spelling/report.ts';

const foldCount = 5;
const [folder, flag] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/fit-spelling.ts QUALITY_FOLDER [--write]');

const cases = await readCases(folder);
const foldOf = ({ document }: SpellingCase): number => document % foldCount;

const judged = [];
for (let fold = 0; fold < foldCount; fold += 1) {
  const seen = cases.filter((item) => foldOf(item) !== fold);
  const weights = weigh(seen);
  for (const item of cases.filter((one) => foldOf(one) === fold)) {
    judged.push(ranked(item, weights));
  }
}
reportLists(judged);
reportConfidence(judged);

const weights = weigh(cases);
rankingFeatures.forEach((name, index) => {
  console.log(`ranking     ${name.padEnd(36)} ${weights.ranking[index]?.toFixed(3)}`);
});
confidenceFeatures.forEach((name, index) => {
  console.log(`confidence  ${name.padEnd(36)} ${weights.confidence[index]?.toFixed(3)}`);
});
if (flag === '--write') write();

function weigh(seen: readonly SpellingCase[]) {
  const choices = seen.flatMap((item) => rankingChoice(item) ?? []);
  const weights = fitRanking(choices, rankingFeatures.length);
  const confidence = fitChoice(
    seen.flatMap((item) => confidenceChoice(item, weights) ?? []),
    confidenceFeatures.length,
  );
  return { ...weights, confidence };
}

function write(): void {
  const list = (values: readonly number[]): string =>
    values.map((value) => `  ${Number(value.toFixed(4))},`).join('\n');
  const text = `/** Fitted by \`scripts/fit-spelling.ts\`; what each weight belongs to is named in \`ranking.ts\` and \`confidence.ts\`. */

export const rankingWeights: readonly number[] = [
${list(weights.ranking)}
];

export const confidenceWeights: readonly number[] = [
${list(weights.confidence)}
];
`;
  writeFileSync(pathOf('src/stages/spelling/weights.ts'), text);
  const confusions = `${confusionLines(weights.letters).join('\n')}\n`;
  writeFileSync(pathOf('dictionaries/en-confusions.txt'), confusions);
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}
