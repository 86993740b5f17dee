import type { Corrections, Quality } from './measure.ts';
import type { Speed } from './speed.ts';

/** What `bench/results/quality.json` holds. */
export interface Results {
  /** The day it was measured, and with what. */
  readonly date: string;
  readonly node: string;
  readonly systems: readonly Quality[];
  readonly spelling: Readonly<Record<string, Readonly<Record<string, Corrections>>>>;
  readonly speed: Readonly<Record<string, Speed>>;
  /** Precision and recall of Proofdesk as the confidence that is asked for falls. */
  readonly curves: Readonly<Record<string, readonly CurvePoint[]>>;
}

export interface CurvePoint {
  readonly confidence: number;
  readonly precision: number;
  readonly recall: number;
}

/** Results of some systems, with those of an earlier run for the rest. Each system stays in its column. */
export function withEarlier(measured: Results, earlier: Results): Results {
  const again = new Set(measured.systems.map(({ system }) => columnOf(system)));
  const kept = (name: string): boolean => !again.has(columnOf(name));
  const systems = [...measured.systems, ...earlier.systems.filter(({ system }) => kept(system))];
  const spelling = Object.entries(earlier.spelling).filter(([system]) => kept(system));
  return {
    ...measured,
    systems: systems.toSorted((a, b) => columnOf(a.system) - columnOf(b.system)),
    spelling: { ...Object.fromEntries(spelling), ...measured.spelling },
  };
}

/** A name may say more than which system it is, as a pipeline, so its start decides. */
function columnOf(system: string): number {
  return ['Proofdesk', 'Harper', 'retext', 'LanguageTool'].findIndex((name) =>
    system.startsWith(name),
  );
}

/** The table of the README: a row a measure, a column a system. */
export function resultsTable(results: Results): string {
  const { systems } = results;
  const head = ['', ...systems.map(({ system, level }) => `${system}: ${level}`)];
  const sets = (of: keyof Quality): readonly string[] => [
    ...new Set(systems.flatMap((one) => Object.keys(one[of]))),
  ];
  const rows = [
    ...sets('f05').map((set) => [
      `${set}: precision / recall / **F0.5**, %`,
      ...systems.map((one) => scores(one, set)),
    ]),
    ['jfleg: GLEU, %', ...systems.map((one) => percent(one.gleu['jfleg']))],
    ...sets('exact').map((set) => [
      `${set}: sentences made right, %`,
      ...systems.map((one) => percent(one.exact[set])),
    ]),
    ...sets('falseEdits').map((set) => [
      `${set}: edits in 1,000 right words`,
      ...systems.map((one) => one.falseEdits[set]?.toFixed(2) ?? ''),
    ]),
    ...spellingRows(results),
  ];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** The table of speed. */
export function speedTable({ speed }: Results): string {
  const head = ['pipeline', 'words per CPU-second, warm', 'first finding', 'peak memory'];
  const rows = Object.entries(speed).map(([pipeline, one]) => [
    `\`${pipeline}\``,
    one.wordsPerCpuSecond.toLocaleString('en-US'),
    `${one.firstFindingSeconds.toFixed(1)} s`,
    `${one.peakMemoryMb} MB`,
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function spellingRows({ systems, spelling }: Results): readonly (readonly string[])[] {
  const lists = [...new Set(Object.values(spelling).flatMap((one) => Object.keys(one)))];
  return lists.map((list) => [
    `${list}: right word first / in the first five, %`,
    ...systems.map(({ system }, at) => {
      const isFirst = systems.findIndex((one) => one.system === system) === at;
      const found = spelling[system]?.[list];
      return found && isFirst ? `${percent(found.top1)} / ${percent(found.top5)}` : '';
    }),
  ]);
}

function scores(one: Quality, set: string): string {
  const f05 = one.f05[set];
  if (f05 === undefined) return '';
  return `${percent(one.precision[set])} / ${percent(one.recall[set])} / **${percent(f05)}**`;
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : (100 * share).toFixed(1);
}
