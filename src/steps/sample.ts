import type { Block, Document } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import { DocumentProblem } from '../core/problem.ts';
import type { Revision } from '../job/job.ts';
import { extractedOf, profileOf } from './artifacts.ts';
import type { Desk } from './step.ts';

/** Some 1,000 words tell how full of mistakes a text is. */
const sampleUnits = 6_000;

/** What is less sure than this would only be noted. */
const confidenceMin = 0.5;

/** How many findings there are in 1,000 words of a job's documents, by a sample of the beginning of each. */
export async function findingsPerThousand(
  revisions: readonly Revision[],
  { engine, store }: Pick<Desk, 'engine' | 'store'>,
): Promise<number> {
  let [found, units] = [0, 0];
  for (const revision of revisions) {
    const document = beginningOf((await extractedOf(store, revision)).document);
    const profile = await profileOf(store, revision);
    const findings = await findingsIn({ document, profile }, engine);
    if (!findings) continue;
    found += findings.filter(({ confidence }) => confidence >= confidenceMin).length;
    units += document.text.length;
  }
  const unitsPerWord = 6;
  return units === 0 ? 0 : Math.round((found * 1_000 * unitsPerWord) / units);
}

/** Undefined for a document that cannot be proofread: it tells nothing, and its own step puts it aside. */
async function findingsIn(
  request: Parameters<Desk['engine']['proofread']>[0],
  engine: Desk['engine'],
): Promise<readonly Finding[] | undefined> {
  try {
    return (await engine.proofread(request)).findings;
  } catch (error) {
    if (error instanceof DocumentProblem) return undefined;
    throw error;
  }
}

/** Whole blocks from the beginning, about a sample's worth. */
function beginningOf({ text, blocks }: Document): Document {
  const kept: Block[] = [];
  for (const block of blocks) {
    if (block.span.start > sampleUnits) break;
    kept.push(block);
  }
  return { text: text.slice(0, kept.at(-1)?.span.end ?? 0), blocks: kept };
}
