/**
 * Measures how far each rule can be trusted and writes it to dictionaries/en-confidence.txt.
 *
 *   npm run calibrate [FOLDER]
 *   npm run calibrate FOLDER review     also lists what counts as wrong although its stage is nearly certain
 *
 * FOLDER, by default ../shared/quality, holds the quality sets: m2/, src/ and clean/.
 * Printed is what the calibration is worth where it was not counted: each half of the sets is
 * judged with the counts of the other half.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDictionaries } from '../src/adapters/dictionaries/dictionaries.ts';
import { createHarper } from '../src/adapters/harper/harper.ts';
import { checkProfile } from '../src/app/check.ts';
import { createLocalEngine } from '../src/app/engine/local.ts';
import { measuredText } from '../src/core/calibration.ts';
import { createVerdict } from '../src/stages/context/verdict.ts';
import { counted } from './calibrate/counts.ts';
import { crossFitted } from './calibrate/cross-fit.ts';
import { type Observation, type Observed, observe } from './calibrate/observe.ts';

const [folder = '../shared/quality', review] = process.argv.slice(2);
/** Stages that are this certain and yet count as wrong are worth a look. */
const reviewFrom = 0.85;
const target = fileURLToPath(new URL('../dictionaries/en-confidence.txt', import.meta.url));

const seen = await observed(folder);
console.log(crossFitted(seen));
if (review === 'review') {
  for (const { rule, stated, isRight, key, excerpt } of seen) {
    if (!isRight && stated >= reviewFrom) console.log(`${key} ${rule} ${stated} ${excerpt}`);
  }
}
writeFileSync(target, measuredText(counted(seen)));

/** All stages run as they are, without an earlier calibration. */
async function observed(sets: string): Promise<readonly Observation[]> {
  const grammar = createHarper();
  const dictionaries = createDictionaries();
  const list = (name: string): Promise<string> =>
    name === 'en-confidence' ? Promise.resolve('') : dictionaries.list(name);
  const resources = { ...dictionaries, list, grammar };
  const engine = createLocalEngine(resources);
  try {
    const observed: Observed = {
      async proofread(document, dialect) {
        const profile = await checkProfile({ pipeline: 'strict', dialect, words: [] });
        return engine.proofread({ document, profile });
      },
      verdict: await createVerdict(resources),
    };
    return await observe(sets, observed, (set) => process.stderr.write(`${set}\n`));
  } finally {
    await grammar.close();
  }
}
