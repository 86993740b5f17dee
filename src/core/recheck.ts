import { demote, severities } from './arbitrate.ts';
import { blockIndexAt, type Document, documentOf } from './document.ts';
import type { TextEdit } from './edit.ts';
import { correctedBlock, originalOffset } from './excerpt.ts';
import { appliedEdits, type DecidedFinding, type Finding } from './finding.ts';
import type { Pipeline } from './pipeline.ts';
import type { Proofreader } from './proofread.ts';

/** Each round takes back the nearest correction; after these, a paragraph in trouble goes without any. */
const roundsMax = 4;

/** By whom and under which pipeline the corrected text is proofread. */
export interface RecheckTerms {
  readonly proofread: Proofreader;
  readonly pipeline: Pipeline;
}

/**
 * Proofreads the corrected paragraphs again: a correction that makes a new finding becomes a suggestion.
 * Only paragraphs with corrections are looked at, before and after, so that both are judged alike.
 */
export async function recheck(
  document: Document,
  decided: readonly DecidedFinding[],
  terms: RecheckTerms,
): Promise<readonly DecidedFinding[]> {
  const current = [...decided];
  let applied = appliedByBlock(document, current);
  const before = await findingsBefore(document, decided, { applied, terms });
  for (let round = 1; applied.size > 0; round += 1) {
    const after = await findingsByBlock({ document, applied }, terms);
    const troubled = new Set<number>();
    for (const [block, entries] of applied) {
      const fresh = newFinding(before.get(block) ?? [], after.get(block) ?? [], entries);
      if (!fresh || entries.length === 0) continue;
      troubled.add(block);
      const at = originalOffset(editsOf(entries), fresh.span.start);
      for (const entry of round < roundsMax ? [nearest(entries, at)] : entries) {
        current[entry.index] = demote(entry.finding, 'suggested', reasonOf(fresh));
      }
    }
    applied = new Map([...appliedByBlock(document, current)].filter(([at]) => troubled.has(at)));
  }
  return current;
}

interface Corrections {
  readonly applied: AppliedByBlock;
  readonly terms: RecheckTerms;
}

/**
 * What is found in the paragraphs without their corrections: each by itself or in the whole document, whichever found
 * more of a kind. A stage that counts may see another habit in a few paragraphs than in all.
 */
async function findingsBefore(
  document: Document,
  decided: readonly DecidedFinding[],
  { applied, terms }: Corrections,
): Promise<ReadonlyMap<number, readonly Counts[]>> {
  const inExcerpt = await findingsByBlock({ document, applied: unedited(applied) }, terms);
  const inWhole = new Map<number, Finding[]>();
  for (const finding of decided.filter(mattering(terms.pipeline))) {
    const block = blockIndexAt(document, finding.span);
    if (block !== undefined && applied.has(block)) pushTo(inWhole, block, finding);
  }
  return new Map(
    [...applied.keys()].map((block) => [
      block,
      [countsOf(inExcerpt.get(block)), countsOf(inWhole.get(block))],
    ]),
  );
}

/** How many findings there are of each kind. */
type Counts = ReadonlyMap<string, number>;

function countsOf(findings: readonly Finding[] = []): Counts {
  const counts = new Map<string, number>();
  for (const finding of findings) add(counts, finding, 1);
  return counts;
}

function add(counts: Map<string, number>, { stage, rule }: Finding, by: number): void {
  const key = `${stage}/${rule}`;
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function reasonOf(fresh: Finding): string {
  return `With it, the text would have a new finding: ${fresh.message}`;
}

/** A correction that is in the corrected copy, and where in the list its finding stands. */
interface Applied {
  readonly index: number;
  readonly finding: DecidedFinding;
  readonly edit: TextEdit;
}

type AppliedByBlock = ReadonlyMap<number, readonly Applied[]>;

function appliedByBlock(document: Document, decided: readonly DecidedFinding[]): AppliedByBlock {
  const byBlock = new Map<number, Applied[]>();
  for (const [index, finding] of decided.entries()) {
    const [edit] = appliedEdits([finding]);
    if (!edit) continue;
    const block = blockIndexAt(document, edit.span);
    if (block === undefined) throw new Error(`the edit at ${edit.span.start} crosses paragraphs`);
    pushTo(byBlock, block, { index, finding, edit });
  }
  return byBlock;
}

function unedited(applied: AppliedByBlock): AppliedByBlock {
  return new Map([...applied.keys()].map((block) => [block, []]));
}

function editsOf(applied: readonly Applied[]): readonly TextEdit[] {
  return applied.map(({ edit }) => edit);
}

function pushTo<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

interface Excerpt {
  readonly document: Document;
  readonly applied: AppliedByBlock;
}

/** What is found in some blocks with their corrections made; spans count from where the block stood. */
async function findingsByBlock(
  { document, applied }: Excerpt,
  { proofread, pipeline }: RecheckTerms,
): Promise<ReadonlyMap<number, readonly Finding[]>> {
  const blocks = [...applied.keys()];
  const excerpt = documentOf(
    blocks.map((block) => correctedBlock(document, block, editsOf(applied.get(block) ?? []))),
  );
  const byBlock = new Map<number, Finding[]>();
  for (const finding of (await proofread(excerpt)).findings.filter(mattering(pipeline))) {
    const position = blockIndexAt(excerpt, finding.span);
    const block = position === undefined ? undefined : blocks[position];
    if (position === undefined || block === undefined) continue;
    const shift =
      (document.blocks[block]?.span.start ?? 0) - (excerpt.blocks[position]?.span.start ?? 0);
    const span = { start: finding.span.start + shift, end: finding.span.end + shift };
    pushTo(byBlock, block, { ...finding, span });
  }
  return byBlock;
}

/** Remarks that change nothing are not worth taking a correction back for. */
function mattering(pipeline: Pipeline): (finding: Finding) => boolean {
  const severityOf = severities(pipeline);
  return (finding) => {
    const severity = severityOf(finding);
    if (severity === 'off' || severity === 'note') return false;
    return finding.corrections.length > 0 && finding.confidence >= pipeline.thresholds.suggest;
  };
}

/** A kind of finding that is there more often than the corrections made of it leave to be expected. */
function newFinding(
  before: readonly Counts[],
  after: readonly Finding[],
  applied: readonly Applied[],
): Finding | undefined {
  const expected = new Map<string, number>();
  for (const [key, count] of before.flatMap((counts) => [...counts])) {
    expected.set(key, Math.max(expected.get(key) ?? 0, count));
  }
  for (const { finding } of applied) add(expected, finding, -1);
  return after.find((finding) => {
    add(expected, finding, -1);
    return (expected.get(`${finding.stage}/${finding.rule}`) ?? 0) < 0;
  });
}

function nearest(applied: readonly Applied[], at: number): Applied {
  const distance = ({ edit }: Applied): number =>
    at < edit.span.start ? edit.span.start - at : Math.max(0, at - edit.span.end);
  return applied.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best));
}
