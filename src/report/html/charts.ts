import type { Decision } from '../../core/finding.ts';
import type { Report } from '../schema.ts';
import { counted } from '../verdict.ts';
import type { Numbered } from './numbered.ts';
import { stageNames } from './stage-names.ts';

/** A stretch of a bar. Places and sizes are in per cent of the drawing. */
interface Bar {
  readonly kind: Decision;
  readonly from: string;
  readonly size: string;
}

export interface StageRow {
  readonly title: string;
  readonly counts: Readonly<Record<Decision, number>>;
  readonly total: number;
  readonly bars: readonly Bar[];
}

/** A slice of the document. `n` is its first finding. */
export interface StripBin {
  readonly n: number;
  readonly x: string;
  readonly label: string;
  readonly bars: readonly Bar[];
}

const kinds: readonly Decision[] = ['applied', 'suggested', 'noted'];

/** Slices of the strip: as many as can still be told apart, and hit with a finger, on a phone. */
const stripBins = 60;

/** Findings by stage, in the order of the pipeline; a stage that found nothing is told apart from one that did not run. */
export function stageRows(report: Report): readonly StageRow[] {
  const counts = new Map(stageNames(report).map((name) => [name, noFindings()]));
  for (const { stage, decision } of report.edits) {
    const row = counts.get(stage);
    if (row) row[decision] += 1;
  }
  const titles = new Map(report.stages.map(({ name, title }) => [name, title]));
  const most = Math.max(1, ...[...counts.values()].map(totalOf));
  return [...counts].map(([name, row]) => ({
    title: titles.get(name) ?? name,
    counts: row,
    total: totalOf(row),
    bars: stacked(row, most),
  }));
}

/** Where the findings fall, from the beginning of the text to its end. Slices without any are left out. */
export function strip(report: Report, findings: readonly Numbered[]): readonly StripBin[] {
  const bins = Array.from({ length: stripBins }, () => ({ n: 0, counts: noFindings() }));
  for (const { n, edit } of findings) {
    const place = Math.floor((edit.start / Math.max(1, report.text.length)) * stripBins);
    const bin = bins[Math.min(stripBins - 1, place)];
    if (!bin) continue;
    bin.counts[edit.decision] += 1;
    if (bin.n === 0) bin.n = n;
  }
  const most = Math.max(1, ...bins.map((bin) => totalOf(bin.counts)));
  return bins.flatMap(({ n, counts }, index) => {
    const label = `${stripShare(index)} of the text: ${counted(totalOf(counts), 'finding', 'findings')}`;
    const x = percent(index / stripBins);
    return n === 0 ? [] : [{ n, x, label, bars: stacked(counts, most).map(upright) }];
  });
}

/** `42%`, with two digits after the point where they are needed. */
export function percent(share: number): string {
  return `${Math.round(share * 10000) / 100}%`;
}

function stripShare(index: number): string {
  return `${Math.round((index / stripBins) * 100)}–${Math.round(((index + 1) / stripBins) * 100)}%`;
}

function noFindings(): Record<Decision, number> {
  return { applied: 0, suggested: 0, noted: 0 };
}

function totalOf(counts: Readonly<Record<Decision, number>>): number {
  return counts.applied + counts.suggested + counts.noted;
}

function stacked(counts: Readonly<Record<Decision, number>>, most: number): readonly Bar[] {
  let from = 0;
  return kinds.flatMap((kind) => {
    const bar = { kind, from: percent(from / most), size: percent(counts[kind] / most) };
    from += counts[kind];
    return counts[kind] === 0 ? [] : [bar];
  });
}

/** SVG counts downwards, and these bars stand on the ground. */
function upright(bar: Bar): Bar {
  const top = 100 - Number.parseFloat(bar.from) - Number.parseFloat(bar.size);
  return { ...bar, from: percent(Math.max(0, top) / 100) };
}
