/** A replacement without a place: the places are what is looked for. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

/**
 * Whether the changes, made once each and in this order at some places, lead from `old` to `fresh`.
 * It knows nothing of offsets, so it proves a report by what became of the text and not by where it says so.
 *
 * After `k` changes a place in `old` and its place in `fresh` are always the same distance apart, so it is enough
 * to walk along each distance in turn, as long as both texts agree, and to note where the next change fits.
 */
export function explains(old: string, fresh: string, changes: readonly Change[]): boolean {
  let starts: readonly number[] = [0];
  let shift = 0;
  for (const { before, after } of changes) {
    starts = [...agreeing(old, fresh, { starts, shift })]
      .filter((at) => old.startsWith(before, at) && fresh.startsWith(after, at + shift))
      .map((at) => at + before.length);
    shift += after.length - before.length;
    if (starts.length === 0) return false;
  }
  const last = starts.at(-1) ?? 0;
  return old.length + shift === fresh.length && old.slice(last) === fresh.slice(last + shift);
}

interface Distance {
  /** Ascending. */
  readonly starts: readonly number[];
  readonly shift: number;
}

/** Every place that can be reached from a start while both texts agree, ascending. */
function* agreeing(old: string, fresh: string, { starts, shift }: Distance): Generator<number> {
  let at = -1;
  for (const start of starts) {
    if (start <= at) continue;
    at = start;
    yield at;
    while (at < old.length && old[at] === fresh[at + shift]) {
      at += 1;
      yield at;
    }
  }
}
