import { diffArrays } from 'diff';
import { type Filling, fillingOf, type Stretch } from './filling.ts';
import type { Branch, Slot } from './slots.ts';
import type { Tokens } from './tokens.ts';

/** A stretch of the original, and the stretch of another text that stands for it. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
  readonly slots: readonly Slot[];
}

export interface ParagraphReading {
  /** What slots came to in paragraphs in which nothing else differs. */
  readonly filled: Filling;
  /** Where paragraphs differ otherwise. */
  readonly gaps: readonly Gap[];
}

/** With more paragraphs that differ than this the text is looked at as one. */
const differencesMax = 4_000;

/**
 * Finds the paragraphs of the original in another text, each with its slots filled in one way or another.
 * Most paragraphs of a returned document are such, so that little is left to be looked at word by word.
 */
export function readParagraphs(
  original: Tokens,
  slots: readonly Slot[],
  other: Tokens,
): ParagraphReading {
  const before = stretchesOf(original, slots);
  const after = stretchesOf(other, []);
  const parts = diffArrays([...before], [...after], {
    comparator: (left, right) => fillingOf(left, right.text) !== undefined,
    maxEditLength: differencesMax,
  });
  if (!parts)
    return { filled: new Map(), gaps: [gapBetween({ before, after }, wholeOf(before, after))] };
  const filled = new Map<Slot, Branch>();
  const gaps: Gap[] = [];
  const open = { at: 0, otherAt: 0, since: 0, otherSince: 0 };
  const close = (): void => {
    const isOpen = open.at > open.since || open.otherAt > open.otherSince;
    if (isOpen) gaps.push(gapBetween({ before, after }, open));
  };
  for (const { added, removed, count } of parts) {
    if (removed) open.at += count;
    else if (added) open.otherAt += count;
    else {
      close();
      for (let index = 0; index < count; index += 1) {
        const [left, right] = [before[open.at + index], after[open.otherAt + index]];
        const filling = left && right && fillingOf(left, right.text);
        for (const [slot, branch] of filling ?? []) filled.set(slot, branch);
      }
      open.at += count;
      open.otherAt += count;
      Object.assign(open, { since: open.at, otherSince: open.otherAt });
    }
  }
  close();
  return { filled, gaps };
}

interface Range {
  readonly since: number;
  readonly at: number;
  readonly otherSince: number;
  readonly otherAt: number;
}

function wholeOf(before: readonly Stretch[], after: readonly Stretch[]): Range {
  return { since: 0, at: before.length, otherSince: 0, otherAt: after.length };
}

/** From the end of the paragraph before to the start of the one after, with the breaks. */
function gapBetween(
  { before, after }: { readonly before: readonly Stretch[]; readonly after: readonly Stretch[] },
  { since, at, otherSince, otherAt }: Range,
): Gap {
  return {
    from: before[since - 1]?.to ?? 0,
    to: before[at]?.from ?? before.at(-1)?.to ?? 0,
    otherFrom: after[otherSince - 1]?.to ?? 0,
    otherTo: after[otherAt]?.from ?? after.at(-1)?.to ?? 0,
    slots: before.slice(since, at).flatMap(({ slots }) => slots),
  };
}

/** The paragraphs of a text: what stands between two line breaks in a row. */
function stretchesOf({ tokens }: Tokens, slots: readonly Slot[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let next = 0;
  const add = (to: number): void => {
    const own: Slot[] = [];
    for (let slot = slots[next]; slot && slot.to <= to; slot = slots[next]) {
      own.push(slot);
      next += 1;
    }
    const fixed = [...own, undefined].map((slot, index) =>
      tokens.slice(own[index - 1]?.to ?? from, slot?.from ?? to).join(''),
    );
    stretches.push({ from, to, text: tokens.slice(from, to).join(''), slots: own, fixed });
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const isBreak = tokens[at] === '\n' && tokens[at + 1] === '\n';
    const slot = slots[next];
    if (!isBreak || (slot && slot.from < at && slot.to > at)) continue;
    add(at);
    from = at + 2;
    at += 1;
  }
  add(tokens.length);
  return stretches;
}
