import { diffArrays } from 'diff';
import type { Slot } from './slots.ts';

/** A stretch of the original and the stretch of another text that it became; both end in tokens that are the same. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
  readonly slots: readonly Slot[];
}

/** A text that differs by more tokens than this is another text. */
const differencesMax = 20_000;
/** How many tokens that are the same are looked at around a difference, since it may be seen in more than one place. */
const contextTokens = 8;

/**
 * Where two texts differ, or an edit may have been made. Between hunks both texts are the same.
 * Undefined when they have too little in common.
 */
export function hunksOf(
  tokens: readonly string[],
  others: readonly string[],
  slots: readonly Slot[],
): readonly Hunk[] | undefined {
  const parts = diffArrays([...tokens], [...others], { maxEditLength: differencesMax });
  if (!parts) return undefined;
  const busy: Area[] = slots.map((slot) => ({ from: slot.from, to: slot.to, growth: 0, slot }));
  let at = 0;
  for (const { added, removed, count } of parts) {
    if (added) busy.push({ from: at, to: at, growth: count });
    else {
      if (removed) busy.push({ from: at, to: at + count, growth: -count });
      at += count;
    }
  }
  return joinedAreas(busy, { tokens: tokens.length, others: others.length });
}

/** A stretch of the original in which something may differ; `growth` is how many tokens more the other text has. */
interface Area {
  readonly from: number;
  readonly to: number;
  readonly growth: number;
  readonly slot?: Slot;
}

function joinedAreas(
  areas: readonly Area[],
  counts: { readonly tokens: number; readonly others: number },
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let group: Area[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  let shift = 0;
  const finish = (): void => {
    const [first] = group;
    if (!first) return;
    const from = Math.max(0, first.from - contextTokens);
    const to = Math.min(counts.tokens, reach + contextTokens);
    const growth = group.reduce((sum, area) => sum + area.growth, 0);
    const slots = group.flatMap(({ slot }) => slot ?? []);
    hunks.push({ from, to, otherFrom: from + shift, otherTo: to + shift + growth, slots });
    shift += growth;
    group = [];
  };
  for (const area of areas.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (area.from - reach > 2 * contextTokens) {
      finish();
      reach = area.to;
    }
    group.push(area);
    reach = Math.max(reach, area.to);
  }
  finish();
  return hunks;
}
