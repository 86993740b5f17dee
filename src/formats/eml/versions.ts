import { type Document, documentOf } from '../../core/document.ts';
import { mergedSpans } from '../../core/frozen.ts';
import type { TextSpan } from '../../core/span.ts';
import type { MappedBlock } from '../draft.ts';
import type { Splice } from '../encoding.ts';
import { minimalEdits } from '../minimal-edits.ts';
import { type BlockEdit, splicesOf } from '../splice.ts';
import type { TextPart } from './text-parts.ts';
import { carrier, twinsAmong, withoutLayout } from './twins.ts';

/** A block of one of the parts. */
interface Home {
  readonly part: number;
  readonly block: number;
}

/** A block of the document, and the same paragraph in the other version of the message, which is edited alike. */
interface Entry extends Home {
  readonly twin?: Home;
}

/** Which blocks of the parts make the document. */
export type Plan = readonly Entry[];

/**
 * A message mostly comes as a page and as plain text. A paragraph that both have is read once, in the page; one that
 * only one of them has is read there.
 */
export function planOf(parts: readonly TextPart[]): Plan {
  const twins = parts.map((part, index) => twinsOf(parts, part, index));
  const taken = new Set(twins.flatMap((pairs) => [...pairs.values()].map(keyOf)));
  return parts.flatMap(({ blocks }, part) =>
    blocks.flatMap((_, block): Entry[] => {
      if (taken.has(keyOf({ part, block }))) return [];
      const twin = twins[part]?.get(block);
      return [twin ? { part, block, twin } : { part, block }];
    }),
  );
}

/** The document of a plan. A block is held where its twin is. */
export function planned(parts: readonly TextPart[], plan: Plan): Document {
  return documentOf(
    plan.map((entry) => {
      const block = blockAt(parts, entry);
      if (!entry.twin) return block;
      const twin = blockAt(parts, entry.twin);
      const carry = carrier(twin.text, block.text);
      return { ...block, frozen: mergedSpans([...block.frozen, ...twin.frozen.map(carry)]) };
    }),
  );
}

/** Whether each paragraph still says the same in both versions. */
export function areAlike(parts: readonly TextPart[], plan: Plan): boolean {
  return plan.every(({ twin, ...home }) => {
    if (!twin) return true;
    const [left, right] = [blockAt(parts, home), blockAt(parts, twin)];
    return withoutLayout(left.text) === withoutLayout(right.text);
  });
}

/** The splices of each part, by its number. */
export function plannedSplices(
  parts: readonly TextPart[],
  plan: Plan,
  edits: readonly BlockEdit[],
): ReadonlyMap<number, readonly Splice[]> {
  const splices = new Map<number, Splice[]>();
  const add = (home: Home, edit: BlockEdit): void => {
    const part = parts[home.part];
    if (!part) throw new Error(`there is no part ${home.part}`);
    const list = splices.get(home.part) ?? [];
    list.push(...splicesOf(part, { ...edit, blockIndex: home.block }, 'first'));
    splices.set(home.part, list);
  };
  for (const edit of edits) {
    const entry = plan[edit.blockIndex];
    if (!entry) throw new Error(`there is no block ${edit.blockIndex}`);
    add(entry, edit);
    if (entry.twin) for (const twin of twinEdits(parts, entry, edit)) add(entry.twin, twin);
  }
  return splices;
}

/** How many paragraphs a message has twice, and differently. */
export function differingCount(parts: readonly TextPart[], plan: Plan): number {
  return plan.filter(({ part, twin }) => {
    const alternative = parts[part]?.leaf.alternative;
    const isChoice = alternative !== undefined && parts[part]?.isPage === false;
    return (
      isChoice &&
      !twin &&
      parts.some((each) => each.isPage && each.leaf.alternative === alternative)
    );
  }).length;
}

function twinEdits(
  parts: readonly TextPart[],
  entry: Entry & { readonly twin?: Home },
  edit: BlockEdit,
): readonly BlockEdit[] {
  if (!entry.twin) return [];
  const twin = blockAt(parts, entry.twin);
  const span: TextSpan = carrier(blockAt(parts, entry).text, twin.text)(edit.span);
  const before = twin.text.slice(span.start, span.end);
  return minimalEdits({ span, before, after: edit.after }).map((each) => ({
    ...each,
    blockIndex: edit.blockIndex,
  }));
}

function twinsOf(
  parts: readonly TextPart[],
  { isPage, leaf, blocks }: TextPart,
  index: number,
): ReadonlyMap<number, Home> {
  if (!isPage || leaf.alternative === undefined) return new Map();
  const part = parts.findIndex(
    (each, at) => at !== index && !each.isPage && each.leaf.alternative === leaf.alternative,
  );
  const others = parts[part]?.blocks ?? [];
  const pairs = twinsAmong(blocks.map(textOf), others.map(textOf));
  return new Map([...pairs].map(([block, twin]) => [block, { part, block: twin }]));
}

function textOf({ text }: MappedBlock): string {
  return text;
}

function blockAt(parts: readonly TextPart[], { part, block }: Home): MappedBlock {
  const found = parts[part]?.blocks[block];
  if (!found) throw new Error(`there is no block ${block} in part ${part}`);
  return found;
}

function keyOf({ part, block }: Home): string {
  return `${part}/${block}`;
}
