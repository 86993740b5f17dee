import { overlaps } from '../../core/span.ts';
import type { OdtBlock } from './blocks.ts';
import type { BlockEdit } from './operations.ts';

/**
 * The blocks at whose very start no insertion may stand, since the one before ends with an insertion: LibreOffice
 * would take the two for one that holds the paragraph break, and rejecting it would join the paragraphs.
 */
export function blocksAfterInsertions(
  blocks: readonly OdtBlock[],
  edits: readonly BlockEdit[],
): ReadonlySet<OdtBlock> {
  const ending = new Set(edits.filter(insertsAtEnd).map(({ block }) => block));
  const starting = new Set(edits.filter(({ span }) => span.start === 0).map(({ block }) => block));
  if (ending.size === 0) return ending;
  return new Set(blocks.filter((block, at) => starting.has(block) && follows(blocks, at, ending)));
}

/** An insertion at the start of such a block replaces its first word instead, so that a deletion comes first. */
export function withoutBareStart(
  edits: readonly BlockEdit[],
  blocks: ReadonlySet<OdtBlock>,
): readonly BlockEdit[] {
  if (blocks.size === 0) return edits;
  return edits.map((edit, index) => {
    const { block, span } = edit;
    if (!blocks.has(block) || span.start > 0 || edit.before !== '') return edit;
    const next = edits[index + 1];
    const word = /^\s*\S+/.exec(block.pieces[0]?.text ?? '')?.[0] ?? '';
    const wide = { start: 0, end: word.length };
    const isTaken = next?.block === block && next.span.start < wide.end;
    if (isTaken || block.frozen.some((part) => overlaps(part, wide))) return edit;
    return { ...edit, span: wide, before: word, after: edit.after + word };
  });
}

function insertsAtEnd({ after, span, block }: BlockEdit): boolean {
  return after !== '' && span.end === block.text.length;
}

/** Notes stand in the text behind the paragraph that they belong to, and not between it and the next one. */
function follows(blocks: readonly OdtBlock[], at: number, ending: ReadonlySet<OdtBlock>): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const block = blocks[before];
    if (!block || ending.has(block)) return block !== undefined;
    if (!block.paragraph.place.inNote) return false;
  }
  return false;
}
