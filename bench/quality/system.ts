import type { TextSet } from './sets.ts';

/** What is measured: something that corrects text. */
export interface System {
  readonly name: string;
  /** Each way of taking what it says, with the corrected lines; undefined where there is no output for a set. */
  correct(set: TextSet): Promise<Corrected | undefined>;
  /** What it would write for a misspelt word, the best first; undefined where that was not kept. */
  respell(words: readonly string[]): Promise<readonly (readonly string[])[] | undefined>;
  close(): Promise<void>;
}

export type Corrected = Readonly<Record<string, readonly string[]>>;

/** Replaces stretches of a line, from the end, leaving out what overlaps. */
export function replaced(
  line: string,
  changes: readonly { readonly start: number; readonly end: number; readonly after: string }[],
): string {
  let text = line;
  let before = line.length + 1;
  for (const { start, end, after } of changes.toSorted((a, b) => b.start - a.start)) {
    if (end > before || start === before) continue;
    text = text.slice(0, start) + after + text.slice(end);
    before = start;
  }
  return text;
}
