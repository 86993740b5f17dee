import { changesPerThousand, exactShare } from './counting.ts';
import type { Scorer } from './scorer.ts';
import { type QualitySets, type TextSet, wordsIn } from './sets.ts';
import type { Corrected, System } from './system.ts';

/** What one way of taking what a system says is worth, by set; a set without output is missing. Rates and shares are of 1. */
export interface Quality {
  readonly system: string;
  readonly level: string;
  readonly precision: Row;
  readonly recall: Row;
  readonly f05: Row;
  readonly gleu: Row;
  readonly exact: Row;
  /** Changed places in 1,000 words of text that is right. */
  readonly falseEdits: Row;
}

type Row = Readonly<Record<string, number>>;

/** How many lines of each published text a peer is given: it is slow, and this is enough for a rate. */
const peerLinesMax = 300;

/** Runs a system over all sets. One result for each level at which its corrections can be taken. */
export async function measure(
  system: System,
  sets: QualitySets,
  { scorer, progress }: { readonly scorer: Scorer; readonly progress: (set: string) => void },
): Promise<readonly Quality[]> {
  const isProduct = system.name.startsWith('Proofdesk');
  const rows = new Map<string, MutableQuality>();
  const each = async (set: TextSet, note: (row: MutableQuality, lines: Lines) => void) => {
    progress(`${system.name}: ${set.name}`);
    for (const [level, lines] of Object.entries((await system.correct(set)) ?? {})) {
      const row = rows.get(level) ?? emptyRow(system.name, level);
      rows.set(level, row);
      note(row, lines);
    }
  };
  for (const set of sets.annotated) {
    await each(set, (row, lines) => {
      const { precision, recall, f05 } = scorer.score(set, lines);
      row.precision[set.name] = precision;
      row.recall[set.name] = recall;
      row.f05[set.name] = f05;
      if (set.name === 'jfleg') row.gleu[set.name] = scorer.gleu(set, lines);
    });
  }
  for (const set of sets.pairs) {
    await each(set, (row, lines) => {
      row.exact[set.name] = exactShare(set.pairs, lines);
      const core = set.pairs.map((pair, at) => ({ pair, line: lines[at] ?? '' }));
      const kept = core.filter(({ pair }) => pair.isCore);
      const [pairs, after] = [kept.map(({ pair }) => pair), kept.map(({ line }) => line)];
      if (kept.length < core.length) row.exact[`${set.name} core`] = exactShare(pairs, after);
    });
  }
  const few = (set: TextSet): TextSet =>
    isProduct ? set : { ...set, lines: set.lines.slice(0, peerLinesMax) };
  for (const set of [...sets.published.map(few), ...sets.lookWrong]) {
    await each(set, (row, lines) => {
      row.falseEdits[set.name] = changesPerThousand(set.lines, lines, wordsIn(set.lines));
    });
  }
  return [...rows.values()];
}

/** The share of misspelt words whose right spelling is the first, or among the first five, of what is proposed. */
export async function measureSpelling(
  system: System,
  sets: QualitySets,
): Promise<Readonly<Record<string, Corrections>>> {
  const found: Record<string, Corrections> = {};
  for (const { name, rows } of sets.misspelt) {
    const proposed = await system.respell(rows.map(({ wrong }) => wrong));
    if (!proposed) continue;
    const within = (first: number): number =>
      rows.filter(({ right }, at) => proposed[at]?.slice(0, first).includes(right)).length /
      rows.length;
    found[name] = { top1: within(1), top5: within(5) };
  }
  return found;
}

export interface Corrections {
  readonly top1: number;
  readonly top5: number;
}

type Lines = Corrected[string];

type Writable = Record<string, number>;

interface MutableQuality extends Quality {
  readonly precision: Writable;
  readonly recall: Writable;
  readonly f05: Writable;
  readonly gleu: Writable;
  readonly exact: Writable;
  readonly falseEdits: Writable;
}

function emptyRow(system: string, level: string): MutableQuality {
  return { system, level, precision: {}, recall: {}, f05: {}, gleu: {}, exact: {}, falseEdits: {} };
}
