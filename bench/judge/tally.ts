/** What a check came to: how often it held, and every file for which it did not. */
interface Check {
  held: number;
  readonly failures: { readonly file: string; readonly why: string }[];
}

/** Collects verdicts. `why` is about a file and its places, never its text. */
export interface Tally {
  /** Records one verdict; `why` is asked only when it is a failure. */
  readonly judge: (check: string, file: string, holds: boolean, why: () => string) => void;
  /** Records a number that is told and not judged. */
  readonly note: (name: string, value: number | string) => void;
  /** Counts how often something was so; told and not judged. */
  readonly count: (name: string, isSo: boolean) => void;
  readonly failed: () => boolean;
  readonly lines: () => readonly string[];
}

export function newTally(): Tally {
  const checks = new Map<string, Check>();
  const notes: string[] = [];
  const counts = new Map<string, { so: number; all: number }>();
  return {
    judge: (name, file, holds, why) => {
      const check = checks.get(name) ?? { held: 0, failures: [] };
      checks.set(name, check);
      if (holds) check.held += 1;
      else check.failures.push({ file, why: why() });
    },
    note: (name, value) => notes.push(`     ${name}: ${value}`),
    count: (name, isSo) => {
      const count = counts.get(name) ?? { so: 0, all: 0 };
      counts.set(name, { so: count.so + (isSo ? 1 : 0), all: count.all + 1 });
    },
    failed: () => [...checks.values()].some(({ failures }) => failures.length > 0),
    lines: () => [
      ...[...checks].flatMap(([name, check]) => checkLines(name, check)),
      ...[...counts].map(([name, { so, all }]) => `     ${name}: ${so} of ${all}`),
      ...notes,
    ],
  };
}

function checkLines(name: string, { held, failures }: Check): readonly string[] {
  const verdict = failures.length === 0 ? 'ok  ' : 'FAIL';
  const head = `${verdict} ${name}: ${held} of ${held + failures.length}`;
  return [head, ...failures.map(({ file, why }) => `       ${file}: ${why}`)];
}
