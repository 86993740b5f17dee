import mammoth from 'mammoth';
import { stamp } from './laws.ts';
import type { Sample } from './samples.ts';

/** How long one thing takes, over all documents of a format. */
export interface Timing {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  readonly mbPerSecond: number;
}

/** The things that are timed; a blank is something that the format does not have. */
export const tasks = ['open', 'save clean', 'save tracked', 'mammoth: open'] as const;

export type Task = (typeof tasks)[number];

/** Milliseconds and bytes by task, a line for each document. */
export type Stopwatch = Readonly<Record<Task, { readonly ms: number; readonly bytes: number }[]>>;

export function newStopwatch(): Stopwatch {
  return { open: [], 'save clean': [], 'save tracked': [], 'mammoth: open': [] };
}

/** A document is timed this often and its best time counts: the machine does other things as well. */
const rounds = 3;

/** Times all that is done with one document. */
export async function time(sample: Sample, stopwatch: Stopwatch): Promise<void> {
  const { format, bytes, opened, edits } = sample;
  const note = async (task: Task, work: () => unknown): Promise<void> => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      await work();
      best = Math.min(best, performance.now() - start);
    }
    stopwatch[task].push({ ms: best, bytes: bytes.length });
  };
  await note('open', () => format.open(bytes));
  await note('save clean', () => opened.save(edits, 'clean'));
  if (format.tracked) await note('save tracked', () => opened.save(edits, 'tracked', stamp));
  if (format.name !== 'docx') return;
  const buffer = Buffer.from(bytes);
  // What it cannot read is not timed: an early failure would look like speed.
  const readable = await mammoth.extractRawText({ buffer }).then(
    () => true,
    () => false,
  );
  if (readable) await note('mammoth: open', () => mammoth.extractRawText({ buffer }));
}

export function timingsOf(stopwatch: Stopwatch): Readonly<Partial<Record<Task, Timing>>> {
  const found = tasks.flatMap((task) => {
    const lines = stopwatch[task];
    if (lines.length === 0) return [];
    const times = lines.map(({ ms }) => ms).toSorted((a, b) => a - b);
    const at = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? 0;
    const all = times.reduce((sum, ms) => sum + ms, 0);
    const bytes = lines.reduce((sum, line) => sum + line.bytes, 0);
    const timing = {
      medianMs: rounded(at(0.5)),
      p95Ms: rounded(at(0.95)),
      maxMs: rounded(at(1)),
      mbPerSecond: rounded(bytes / 1000 / all),
    };
    return [[task, timing] as const];
  });
  return Object.fromEntries(found);
}

function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
