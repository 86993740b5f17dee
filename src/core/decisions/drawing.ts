import type { Step } from './align.ts';
import type { Slot } from './slots.ts';

/** How many tokens that are the same may stand between new words and the slot they belong to: a comma and a space. */
const betweenMax = 2;

/**
 * The same alignment with what was added near a slot that reads wrong drawn up to it, where it can be seen either way:
 * when `a recieve` became `a get it`, what was added before `it` may be ` get` or `get `.
 */
export function drawnToSlots(
  steps: readonly Step[],
  tokens: readonly string[],
  isOpen: (slot: Slot) => boolean,
): readonly Step[] {
  const drawn = [...steps];
  for (let index = 0; index < drawn.length; index += 1) {
    const slot = drawn[index]?.edge?.slot;
    if (!slot || !isOpen(slot)) continue;
    if (drawn[index - 1]?.edge?.slot !== slot) drawFromLeft(drawn, index, tokens);
    if (drawn[index + 1]?.edge?.slot !== slot) drawFromRight(drawn, index, tokens);
  }
  return drawn;
}

/** What was added, then a few tokens that match, up to where the slot begins. */
function drawFromLeft(steps: Step[], end: number, tokens: readonly string[]): void {
  const matches = count(steps, end - 1, { step: -1, isSo: isKept });
  const added = count(steps, end - 1 - matches, { step: -1, isSo: isAdded });
  const from = end - matches - added;
  const [base, node] = [steps[from]?.at ?? 0, steps[end - 1]?.node];
  if (!node || !mayMove(matches, added)) return;
  const kept = steps.slice(end - matches, end);
  if (kept.some(({ edge }, index) => edge?.token !== tokens[base + index])) return;
  const moved = kept.map((step, index): Step => ({ ...step, at: base + index }));
  const insertions = Array.from(
    { length: added },
    (_, index): Step => ({ kind: 'insert', at: base + matches + index, node }),
  );
  steps.splice(from, matches + added, ...moved, ...insertions);
}

/** A few tokens that match after where the slot ends, then what was added. */
function drawFromRight(steps: Step[], last: number, tokens: readonly string[]): void {
  const matches = count(steps, last + 1, { step: 1, isSo: isKept });
  const added = count(steps, last + 1 + matches, { step: 1, isSo: isAdded });
  const [base, node] = [steps[last + 1]?.at ?? 0, steps[last]?.node];
  if (!node || !mayMove(matches, added)) return;
  const kept = steps.slice(last + 1, last + 1 + matches);
  if (kept.some(({ edge }, index) => edge?.token !== tokens[base + added + index])) return;
  const insertions = Array.from(
    { length: added },
    (_, index): Step => ({ kind: 'insert', at: base + index, node }),
  );
  const moved = kept.map((step, index): Step => ({ ...step, at: base + added + index }));
  steps.splice(last + 1, matches + added, ...insertions, ...moved);
}

function mayMove(matches: number, added: number): boolean {
  return matches > 0 && matches <= betweenMax && added >= matches;
}

function count(
  steps: readonly Step[],
  from: number,
  { step, isSo }: { readonly step: 1 | -1; readonly isSo: (step: Step) => boolean },
): number {
  let found = 0;
  for (let at = from; ; at += step) {
    const here = steps[at];
    if (!here || !isSo(here)) return found;
    found += 1;
  }
}

function isKept({ kind, edge }: Step): boolean {
  return kind === 'match' && !edge?.slot;
}

function isAdded({ kind, node }: Step): boolean {
  return kind === 'insert' && !node.inside;
}
