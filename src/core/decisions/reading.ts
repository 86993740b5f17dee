import { aligned, cellsMax, type Step } from './align.ts';
import { drawnToSlots } from './drawing.ts';
import { hunksOf } from './hunks.ts';
import { latticeOf } from './lattice.ts';
import { type Gap, readParagraphs } from './paragraphs.ts';
import type { Branch, Slot } from './slots.ts';
import { type Tokens, textBetween } from './tokens.ts';

/** What became of a slot in a text: one of its branches, or something else. */
export interface Outcome {
  readonly slot: Slot;
  /** Which of its edits are made; undefined when it reads as none of its branches. */
  readonly made: readonly boolean[] | undefined;
  /** What stands there. */
  readonly text: string;
}

/** A difference that none of the edits accounts for: tokens of the original, and what stands instead. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface TextReading {
  readonly outcomes: readonly Outcome[];
  readonly differences: readonly Difference[];
}

/** A text with less than this of the original in it is another text. */
const sharedMin = 0.1;

/** Reads a text as the original with some of its slots filled otherwise. Undefined when it is another text. */
export function readText(
  original: Tokens,
  slots: readonly Slot[],
  other: Tokens,
): TextReading | undefined {
  const { filled, gaps } = readParagraphs(original, slots, other);
  const readings = gaps.flatMap((gap) => {
    const hunks = hunksOf(original.tokens, other.tokens, gap);
    return hunks?.map((hunk) => readHunk(original, hunk, other)) ?? [unread(original, gap, other)];
  });
  const differences = readings.flatMap((reading) => reading.differences);
  const gone = differences.reduce((sum, { from, to }) => sum + to - from, 0);
  if (gone > original.tokens.length * (1 - sharedMin)) return undefined;
  const found = new Map(
    readings.flatMap(({ outcomes }) => outcomes.map((outcome) => [outcome.slot, outcome] as const)),
  );
  const outcomes = slots.map((slot) => found.get(slot) ?? filledOutcome(slot, filled.get(slot)));
  return { outcomes, differences };
}

function filledOutcome(slot: Slot, branch: Branch | undefined): Outcome {
  return { slot, made: branch?.made, text: branch?.text ?? '' };
}

function readHunk(original: Tokens, hunk: Gap, other: Tokens): TextReading {
  const tokens = other.tokens.slice(hunk.otherFrom, hunk.otherTo);
  const nodes = latticeOf(original.tokens, hunk);
  if (nodes.length * (tokens.length + 1) > cellsMax) return unread(original, hunk, other);
  const plain = aligned(nodes, tokens);
  const open = openSlots(plain);
  const steps = drawnToSlots(plain, tokens, (slot) => open.has(slot));
  const owners = steps.map((step) => ownerOf(step, open));
  const outcomes = hunk.slots.map((slot) => outcomeOf(slot, { steps, owners, hunk, other }));
  return { outcomes, differences: differencesOf(steps, owners, { hunk, other }) };
}

/** A stretch that was rewritten from end to end: each of its slots is gone with it. */
function unread(original: Tokens, hunk: Gap, other: Tokens): TextReading {
  const text = textBetween(other, hunk.otherFrom, hunk.otherTo);
  const isSame = textBetween(original, hunk.from, hunk.to) === text;
  return {
    outcomes: hunk.slots.map((slot) => ({ slot, made: undefined, text: '' })),
    differences: isSame ? [] : [{ from: hunk.from, to: hunk.to, text }],
  };
}

/** The slots that are empty or read as none of their branches. */
function openSlots(steps: readonly Step[]): ReadonlySet<Slot> {
  return new Set(
    steps.flatMap(({ kind, edge, node }) =>
      kind === 'match' ? [] : (edge?.slot ?? node.inside ?? []),
    ),
  );
}

/** The slot that a step belongs to: one through it, or what was added beside it where it is open. */
function ownerOf({ kind, edge, node }: Step, open: ReadonlySet<Slot>): Slot | undefined {
  if (kind !== 'insert') return edge?.slot;
  if (node.inside) return node.inside;
  return [node.ends, node.begins].find((slot) => slot && open.has(slot));
}

interface Aligned {
  readonly steps: readonly Step[];
  readonly owners: readonly (Slot | undefined)[];
  readonly hunk: Gap;
  readonly other: Tokens;
}

function outcomeOf(slot: Slot, { steps, owners, hunk, other }: Aligned): Outcome {
  const indices = steps.flatMap((_, index) => (owners[index] === slot ? [index] : []));
  const own = indices.flatMap((index) => steps[index] ?? []);
  const from = own[0]?.at ?? 0;
  const last = own.at(-1);
  const to = last ? last.at + (usesToken(last) ? 1 : 0) : from;
  const text = textBetween(other, hunk.otherFrom + from, hunk.otherFrom + to);
  const branch = own.find(({ edge }) => edge)?.edge?.branch;
  const exact = own.every(({ kind }) => kind === 'match' || kind === 'pass');
  const around = [(indices[0] ?? 0) - 1, (indices.at(-1) ?? 0) + 1].map((index) => steps[index]);
  // Nothing stands there in any case when what is around it was left out.
  const swallowed = branch?.tokens.length === 0 && around.every((step) => step?.kind === 'delete');
  return { slot, made: exact && !swallowed ? branch?.made : undefined, text };
}

function usesToken({ kind }: Step): boolean {
  return kind === 'match' || kind === 'replace' || kind === 'insert';
}

function differencesOf(
  steps: readonly Step[],
  owners: readonly (Slot | undefined)[],
  { hunk, other }: { readonly hunk: Gap; readonly other: Tokens },
): readonly Difference[] {
  const differences: Difference[] = [];
  let group: Step[] = [];
  let position = hunk.from;
  let from = position;
  const finish = (): void => {
    const used = group.filter(usesToken).map(({ at }) => hunk.otherFrom + at);
    const [first, last] = [used[0], used.at(-1)];
    const text = first === undefined ? '' : textBetween(other, first, (last ?? first) + 1);
    if (group.length > 0) differences.push({ from, to: position, text });
    group = [];
  };
  steps.forEach((step, index) => {
    const owner = owners[index];
    if (owner || step.kind === 'match' || step.kind === 'pass') {
      finish();
      position = owner ? Math.max(position, step.edge ? owner.to : position) : position + 1;
      return;
    }
    if (group.length === 0) from = position;
    group.push(step);
    if (step.kind !== 'insert') position += 1;
  });
  finish();
  return differences;
}
