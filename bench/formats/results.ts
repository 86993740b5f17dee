import { type Task, type Timing, tasks } from './timing.ts';

/** What `bench/results/formats.json` holds. */
export interface Results {
  readonly date: string;
  readonly node: string;
  readonly formats: readonly FormatResult[];
}

interface FormatResult {
  readonly format: string;
  readonly documents: number;
  readonly edits: number;
  readonly megabytes: number;
  /** Of a process that does nothing else, mammoth not in it. */
  readonly peakMemoryMb: number;
  readonly timings: Readonly<Partial<Record<Task, Timing>>>;
}

/** The table of the README: a row for each format and task. */
export function resultsTable({ formats }: Results): string {
  const head = ['format', 'task', 'median ms', '95 % within ms', 'longest ms', 'MB/s'];
  const rows = formats.flatMap(({ format, documents, peakMemoryMb, timings }) =>
    tasks.flatMap((task) => {
      const timing = timings[task];
      if (!timing) return [];
      const { medianMs, p95Ms, maxMs, mbPerSecond } = timing;
      const what = `\`${format}\`: ${documents} documents, ${peakMemoryMb} MB at most`;
      return [[task === 'open' ? what : '', task, medianMs, p95Ms, maxMs, mbPerSecond]];
    }),
  );
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
