/**
 * Measures the quality of proofreading, of Proofdesk and of its peers in the same run.
 *
 *   npm run bench:quality -- [FOLDER] [--only product|harper|retext|languagetool] [--limit LINES] [--spelling]
 *
 * FOLDER, by default ../shared/quality, holds the quality sets and their scorer, which needs python3.
 * The results go to bench/results/quality.json and docs/quality.svg, unless there is a limit; with
 * --only, what the other systems got the last time stays. With --spelling, only the lists of misspelt words
 * are tried, by the product alone, and nothing is written.
 * `UPDATE=1 vitest run test/readme.test.ts` then brings the tables of the README up to date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { curveSvg } from './quality/curve.ts';
import { type Corrections, measure, measureSpelling, type Quality } from './quality/measure.ts';
import { createHarperAlone, createLanguageTool, createRetext } from './quality/peers.ts';
import { createProduct, type Product } from './quality/product.ts';
import {
  type CurvePoint,
  type Results,
  resultsTable,
  speedTable,
  withEarlier,
} from './quality/results.ts';
import { createScorer } from './quality/scorer.ts';
import { readSets } from './quality/sets.ts';
import { measureSpeed, type Speed } from './quality/speed.ts';
import type { System } from './quality/system.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, limit: { type: 'string' }, spelling: { type: 'boolean' } },
});
const [folder = '../shared/quality'] = positionals;
const sets = readSets(folder, values.limit === undefined ? undefined : Number(values.limit));
const progress = (what: string): void => void process.stderr.write(`${what}\n`);

const product = createProduct('standard');
if (values.spelling) {
  console.table(await measureSpelling(product, sets));
  await product.close();
  process.exit();
}
const scorer = createScorer(folder);
const makers: Readonly<Record<string, () => System | Promise<System>>> = {
  product: () => product,
  harper: createHarperAlone,
  retext: createRetext,
  languagetool: () => createLanguageTool(folder),
};
const { only } = values;
if (only !== undefined && !Object.hasOwn(makers, only)) {
  throw new Error(`--only takes one of ${Object.keys(makers).join(', ')}; it was ${only}.`);
}
const resultsFile = fileURLToPath(new URL('results/quality.json', import.meta.url));
const earlier: Results | undefined =
  only === undefined ? undefined : JSON.parse(readFileSync(resultsFile, 'utf8'));
const withProduct = only === undefined || only === 'product';
const systems: Quality[] = [];
const spelling: Record<string, Readonly<Record<string, Corrections>>> = {};
for (const [name, make] of Object.entries(makers)) {
  if (only === undefined || only === name) await measureSystem(await make());
}
const measured: Results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  systems,
  spelling,
  speed: earlier && !withProduct ? earlier.speed : await speeds(),
  curves: earlier && !withProduct ? earlier.curves : await curvesOf(product),
};
const results = earlier ? withEarlier(measured, earlier) : measured;
await product.close();
scorer.close();
console.log(`${resultsTable(results)}\n\n${speedTable(results)}`);
if (values.limit === undefined) write();

async function measureSystem(system: System): Promise<void> {
  systems.push(...(await measure(system, sets, { scorer, progress })));
  progress(`${system.name}: spelling`);
  spelling[system.name] = await measureSpelling(system, sets);
  if (system !== product) await system.close();
}

async function speeds(): Promise<Readonly<Record<string, Speed>>> {
  const named = (name: string) => sets.published.find((set) => set.name === name);
  const [warming, counting] = [named('us-18f-handbook'), named('us-state-union')];
  if (!warming || !counting) throw new Error('the published texts are not complete');
  const found: Record<string, Speed> = {};
  for (const pipeline of ['standard', 'quick']) {
    progress(`speed of ${pipeline}`);
    found[pipeline] = await measureSpeed(pipeline, [warming, counting]);
  }
  return found;
}

async function curvesOf(of: Product): Promise<Record<string, readonly CurvePoint[]>> {
  const curves: Record<string, CurvePoint[]> = {};
  for (const set of sets.annotated) {
    if (!['CWEB-G', 'gmeg-wiki', 'jfleg'].includes(set.name)) continue;
    progress(`curve of ${set.name}`);
    const points: CurvePoint[] = [];
    for (const confidence of [0.97, 0.95, 0.92, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]) {
      const { precision, recall } = scorer.score(set, await of.atThreshold(set, confidence));
      points.push({ confidence, precision, recall });
    }
    curves[set.name] = points;
  }
  return curves;
}

function write(): void {
  mkdirSync(dirname(resultsFile), { recursive: true });
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  const picture = fileURLToPath(new URL('../docs/quality.svg', import.meta.url));
  writeFileSync(picture, curveSvg(results));
}
