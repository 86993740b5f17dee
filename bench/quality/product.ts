import { checkProfile } from '../../src/app/check.ts';
import { createSingleEngine } from '../../src/app/engine/single.ts';
import { blockIndexAt, type Document, documentOf } from '../../src/core/document.ts';
import { applyEdits } from '../../src/core/edit.ts';
import { appliedEdits, type DecidedFinding, type Finding } from '../../src/core/finding.ts';
import type { Profile } from '../../src/job/proofreading.ts';
import type { Engine } from '../../src/ports.ts';
import type { TextSet } from './sets.ts';
import type { System } from './system.ts';

/** The ways of taking what Proofdesk says. */
const levels = ['applied', 'applied and suggested'] as const;

/** Proofdesk as `proofdesk check` runs it; a set is one document of many short paragraphs. */
export interface Product extends System {
  /** Corrected lines if all findings of at least this confidence were applied. */
  atThreshold(set: TextSet, confidence: number): Promise<readonly string[]>;
}

/** `pipeline` is the name of a shipped one. */
export function createProduct(pipeline: string): Product {
  const engine = createSingleEngine();
  const seen = new Map<string, readonly Seen[]>();
  const see = async (set: TextSet): Promise<readonly Seen[]> => {
    const known = seen.get(set.name);
    if (known) return known;
    const profile = await checkProfile({ pipeline, dialect: set.dialect, words: [] });
    const made: Seen[] = [];
    for (const lines of set.isLoose ? set.lines.map((line) => [line]) : [set.lines]) {
      const document = documentOf(lines.map((text) => ({ kind: 'paragraph', text, frozen: [] })));
      const { findings } = await engine.proofread({ document, profile });
      made.push({ profile, document, findings });
    }
    seen.set(set.name, made);
    return made;
  };
  return {
    name: 'Proofdesk',
    async correct(set) {
      const decided = await decideAll(await see(set), engine);
      return Object.fromEntries(
        levels.map((level) => [level, decided.flatMap((one) => linesOf(one, level))]),
      );
    },
    async atThreshold(set, confidence) {
      const thresholds = { apply: confidence, suggest: confidence };
      const strict = (await see(set)).map((one) => {
        const pipelineThere = { ...one.profile.pipeline, thresholds };
        return { ...one, profile: { ...one.profile, pipeline: pipelineThere } };
      });
      const decided = await decideAll(strict, engine);
      return decided.flatMap((one) => linesOf(one, 'applied and suggested'));
    },
    async respell(words) {
      const profile = await checkProfile({ pipeline, words: [] });
      const found: (readonly string[])[] = [];
      for (const word of words) {
        const document = documentOf([{ kind: 'paragraph', text: `${word}.`, frozen: [] }]);
        const { findings } = await engine.proofread({ document, profile });
        const spellings = findings.filter(({ stage }) => stage === 'spelling');
        const best = spellings.toSorted((a, b) => b.confidence - a.confidence);
        found.push(best.flatMap(({ corrections }) => corrections.map(({ after }) => after)));
      }
      return found;
    },
    close: () => engine.close(),
  };
}

interface Seen {
  readonly profile: Profile;
  readonly document: Document;
  readonly findings: readonly Finding[];
}

interface Decided {
  readonly document: Document;
  readonly decided: readonly DecidedFinding[];
}

/** One after the other: each holds a parsed text while it is under way. */
async function decideAll(seen: readonly Seen[], engine: Engine): Promise<readonly Decided[]> {
  const all: Decided[] = [];
  for (const one of seen) {
    all.push({ document: one.document, decided: await engine.arbitrate(one) });
  }
  return all;
}

function linesOf(
  { document, decided }: Decided,
  level: (typeof levels)[number],
): readonly string[] {
  const suggested = decided.filter(({ decision }) => decision === 'suggested');
  const edits = [
    ...appliedEdits(decided),
    ...(level === 'applied' ? [] : suggested.flatMap(({ corrections }) => corrections.slice(0, 1))),
  ];
  const byBlock = Map.groupBy(edits, ({ span }) => blockIndexAt(document, span));
  return document.blocks.map(({ span }, index) => {
    const own = (byBlock.get(index) ?? []).map((edit) => ({
      ...edit,
      span: { start: edit.span.start - span.start, end: edit.span.end - span.start },
    }));
    return applyEdits(document.text.slice(span.start, span.end), own).replaceAll('\n', ' ');
  });
}
