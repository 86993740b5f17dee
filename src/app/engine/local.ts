import { arbitrate } from '../../core/arbitrate.ts';
import { createCalibration, parseMeasured } from '../../core/calibration.ts';
import { createProofreader, type Proofreader } from '../../core/proofread.ts';
import { recheck } from '../../core/recheck.ts';
import type { Resources } from '../../core/stage.ts';
import { countWords } from '../../core/words.ts';
import { recognise } from '../../formats/recognise.ts';
import type { Profile } from '../../job/proofreading.ts';
import type { Engine } from '../../ports.ts';
import { runningStages } from '../catalog.ts';
import { writeCopies } from './copies.ts';
import { htmlRedline, renderedReport } from './reports.ts';

/** A proofreader holds no text, but each client's words and options make one of its own. */
const proofreadersMax = 16;

/** The engine in this very thread: for `check`, and inside each thread of the pool. */
export function createLocalEngine(resources: Resources): Engine {
  const proofreaders = new Map<string, Promise<Proofreader>>();
  const proofreaderFor = (profile: Profile): Promise<Proofreader> => {
    const key = JSON.stringify(profile);
    const known = proofreaders.get(key) ?? makeProofreader(profile, resources);
    proofreaders.delete(key);
    proofreaders.set(key, known);
    known.catch(() => proofreaders.delete(key));
    for (const oldest of proofreaders.keys()) {
      if (proofreaders.size <= proofreadersMax) break;
      proofreaders.delete(oldest);
    }
    return known;
  };
  return {
    async extract({ fileName, bytes }) {
      const format = recognise(fileName, bytes);
      const { document, warnings } = format.open(bytes);
      return { format: format.name, document, warnings, words: countWords(document.text) };
    },
    async proofread({ document, profile }) {
      return (await proofreaderFor(profile))(document);
    },
    async arbitrate({ document, findings, profile }) {
      const { pipeline } = profile;
      const decided = arbitrate(document, findings, pipeline);
      return recheck(document, decided, { proofread: await proofreaderFor(profile), pipeline });
    },
    apply: async (request) => writeCopies(request),
    redline: (request) => htmlRedline(request),
    report: (request) => renderedReport(request),
    close: () => Promise.resolve(),
  };
}

async function makeProofreader(profile: Profile, resources: Resources): Promise<Proofreader> {
  const measured = parseMeasured(await resources.list('en-confidence'));
  return createProofreader(await runningStages(profile, resources), createCalibration(measured));
}
