/**
 * Opens and saves all documents of one format, one after the other, and prints the most memory that took, in MB:
 * in a process of its own, so that nothing else counts.
 *
 *   node bench/formats/memory.ts FOLDER FORMAT
 */
import { limitYoungMemory } from '../../src/cli/young-memory.ts';
import { stamp } from './laws.ts';
import { isRefusal, pathsIn, readSample } from './samples.ts';

limitYoungMemory();
const [folder = '', name] = process.argv.slice(2);
for (const path of pathsIn(folder)) {
  const sample = readSample(folder, path, name);
  if (!sample || isRefusal(sample)) continue;
  const { format, opened, edits } = sample;
  format.open(opened.save(edits, 'clean'));
  if (!format.tracked) continue;
  const redline = opened.save(edits, 'tracked', stamp);
  format.open(redline);
  format.rejectedText?.(redline, stamp);
}
console.log(Math.round(process.resourceUsage().maxRSS / 1000));
