import type { SettledFile } from '../../../job/intake.ts';

/** A settled file, and when it came or was last written to. */
export interface Arrived {
  readonly file: SettledFile;
  readonly sinceMs: number;
}

/**
 * The order in which files are taken: of each client the one that has been here longest, then of each the next, and so on,
 * so that one client's five thousand files do not hold up another's one. Among clients, who has waited longest is first.
 */
export function inTurns(arrived: readonly Arrived[]): readonly SettledFile[] {
  const oldestFirst = arrived.toSorted(byAge);
  const turns = new Map<string, number>();
  return oldestFirst
    .map(({ file }, age) => {
      const turn = turns.get(file.client) ?? 0;
      turns.set(file.client, turn + 1);
      return { file, turn, age };
    })
    .sort((a, b) => a.turn - b.turn || a.age - b.age)
    .map(({ file }) => file);
}

function byAge(a: Arrived, b: Arrived): number {
  if (a.sinceMs !== b.sinceMs) return a.sinceMs - b.sinceMs;
  return a.file.inboxPath < b.file.inboxPath ? -1 : 1;
}
