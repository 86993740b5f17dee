/**
 * Holds the law that a corrected text is left alone: proofreading it again applies nothing.
 *
 *   node bench/idempotence.ts --desk DESK        the corrected copies in the outbox of a desk
 *   node bench/idempotence.ts --quality FOLDER   the annotated sets, corrected in memory
 *
 * A second pass that applies something is told by its rule; with --words by the words that it replaces, too.
 * Ends with 1 when there was one. Encrypted copies are passed over.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkFile, checkProfile } from '../src/app/check.ts';
import { createSingleEngine } from '../src/app/engine/single.ts';
import { type Document, documentOf } from '../src/core/document.ts';
import { applyEdits } from '../src/core/edit.ts';
import { appliedEdits, type DecidedFinding } from '../src/core/finding.ts';
import { isEncrypted } from '../src/formats/office/ole.ts';
import type { Profile } from '../src/job/proofreading.ts';
import { isComplete, readDesk, readReports } from './judge/desk.ts';
import { newTally } from './judge/tally.ts';
import { readSets, type TextSet } from './quality/sets.ts';

const { values } = parseArgs({
  options: {
    desk: { type: 'string' },
    quality: { type: 'string' },
    words: { type: 'boolean', default: false },
  },
});
const engine = createSingleEngine();
const tally = newTally();
const rules = new Map<string, number>();
try {
  if (values.desk !== undefined) await judgeCopies(values.desk);
  if (values.quality !== undefined) {
    for (const set of readSets(values.quality).annotated) await judgeSet(set);
  }
} finally {
  await engine.close();
}
for (const [rule, count] of [...rules].sort((a, b) => b[1] - a[1])) tally.note(rule, count);
for (const line of tally.lines()) console.log(line);
process.exitCode = tally.failed() ? 1 : 0;

async function judgeCopies(desk: string): Promise<void> {
  const profile = await checkProfile({ pipeline: 'standard', words: [] });
  for (const delivery of readReports(readDesk(desk)).deliveries.filter(isComplete)) {
    const { corrected, applied, name } = delivery;
    if (applied.length === 0 || isEncrypted(readFileSync(corrected))) continue;
    const { request } = await checkFile(corrected, { profile, engine, passwords: [] });
    judge(name, request.findings, applied.length);
  }
}

async function judgeSet(set: TextSet): Promise<void> {
  const profile = await checkProfile({ pipeline: 'standard', dialect: set.dialect, words: [] });
  const document = paragraphs(set.lines);
  const first = appliedEdits(await decided(document, profile));
  const again = paragraphs(applyEdits(document.text, first).split('\n\n'));
  judge(set.name, await decided(again, profile), first.length);
}

function paragraphs(lines: readonly string[]): Document {
  return documentOf(lines.map((text) => ({ kind: 'paragraph', text, frozen: [] })));
}

async function decided(document: Document, profile: Profile): Promise<readonly DecidedFinding[]> {
  const { findings } = await engine.proofread({ document, profile });
  return engine.arbitrate({ document, findings, profile });
}

function judge(name: string, again: readonly DecidedFinding[], before: number): void {
  const applied = again.filter((finding) => appliedEdits([finding]).length > 0);
  for (const { stage, rule, corrections } of applied) {
    const words = values.words ? ` ${corrections[0]?.before} → ${corrections[0]?.after}` : '';
    const key = `${stage}/${rule}${words}`;
    rules.set(key, (rules.get(key) ?? 0) + 1);
  }
  tally.judge('a corrected text is left alone', name, applied.length === 0, () => {
    return `${applied.length} after ${before}`;
  });
}
