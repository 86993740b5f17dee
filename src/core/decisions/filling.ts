import type { Branch, Slot } from './slots.ts';

/** A stretch of tokens, mostly a paragraph, with the slots in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly slots: readonly Slot[];
  /** The text before the first slot, between each two, and after the last one. */
  readonly fixed: readonly string[];
}

/** Which branch each slot took. */
export type Filling = ReadonlyMap<Slot, Branch>;

/** How the slots of a stretch must be filled for it to read as `text`; undefined when it cannot. */
export function fillingOf({ slots, fixed, text: own }: Stretch, text: string): Filling | undefined {
  if (slots.length === 0) return own === text ? nothing : undefined;
  const first = fixed[0] ?? '';
  if (!text.startsWith(first) || !text.endsWith(fixed.at(-1) ?? '')) return undefined;
  // How each place that can be reached was reached first, slot by slot.
  const reached: Map<number, { readonly from: number; readonly branch: Branch }>[] = [];
  let places: Iterable<number> = [first.length];
  slots.forEach((slot, index) => {
    const next = new Map<number, { readonly from: number; readonly branch: Branch }>();
    for (const from of places) {
      for (const branch of slot.branches) {
        const read = branch.text + (fixed[index + 1] ?? '');
        const at = from + read.length;
        if (!next.has(at) && text.startsWith(read, from)) next.set(at, { from, branch });
      }
    }
    reached.push(next);
    places = next.keys();
  });
  return traced(slots, reached, text.length);
}

const nothing: Filling = new Map();

function traced(
  slots: readonly Slot[],
  reached: readonly ReadonlyMap<number, { readonly from: number; readonly branch: Branch }>[],
  end: number,
): Filling | undefined {
  const filling = new Map<Slot, Branch>();
  let at = end;
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const [slot, step] = [slots[index], reached[index]?.get(at)];
    if (!slot || !step) return undefined;
    filling.set(slot, step.branch);
    at = step.from;
  }
  return filling;
}
