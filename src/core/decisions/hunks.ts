import { diffArrays } from 'diff';
import type { Gap } from './paragraphs.ts';
import type { Slot } from './slots.ts';

/** A stretch that differs by more tokens than this was written anew. */
const differencesMax = 4_000;
/** How many tokens that are the same are looked at around a difference, since it may be seen in more than one place. */
const contextTokens = 8;

/**
 * Where a stretch differs from what stands for it, or an edit may have been made. Between hunks both are the same.
 * Undefined when they have too little in common.
 */
export function hunksOf(
  tokens: readonly string[],
  others: readonly string[],
  gap: Gap,
): readonly Gap[] | undefined {
  const parts = diffArrays(
    tokens.slice(gap.from, gap.to),
    others.slice(gap.otherFrom, gap.otherTo),
    { maxEditLength: differencesMax },
  );
  if (!parts) return undefined;
  const busy: Area[] = gap.slots.map((slot) => ({ from: slot.from, to: slot.to, growth: 0, slot }));
  let at = gap.from;
  for (const { added, removed, count } of parts) {
    if (added) busy.push({ from: at, to: at, growth: count });
    else {
      if (removed) busy.push({ from: at, to: at + count, growth: -count });
      at += count;
    }
  }
  return joinedAreas(busy, gap);
}

/** A stretch of the original in which something may differ; `growth` is how many tokens more the other text has. */
interface Area {
  readonly from: number;
  readonly to: number;
  readonly growth: number;
  readonly slot?: Slot;
}

function joinedAreas(areas: readonly Area[], gap: Gap): readonly Gap[] {
  const hunks: Gap[] = [];
  let group: Area[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  let shift = gap.otherFrom - gap.from;
  const finish = (): void => {
    const [first] = group;
    if (!first) return;
    const from = Math.max(gap.from, first.from - contextTokens);
    const to = Math.min(gap.to, reach + contextTokens);
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
