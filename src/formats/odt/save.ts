import type { Document } from '../../core/document.ts';
import { type TextEdit, trimEdit } from '../../core/edit.ts';
import type { RevisionStamp } from '../../core/format.ts';
import { editsInBlocks } from '../block-edits.ts';
import { minimalEdits } from '../minimal-edits.ts';
import { type Patch, patched } from '../xml/patches.ts';
import type { OdtBlock } from './blocks.ts';
import { blocksAfterInsertions, withoutBareStart } from './neighbours.ts';
import { type BlockEdit, type Operation, operationsAtOnce, operationsOf } from './operations.ts';
import type { OdtPart } from './package.ts';
import type { Paragraph, TextNode } from './paragraph.ts';
import { newIds, newRegionWriter, type RegionWriter } from './regions.ts';
import { type ChangeWriter, paragraphPatches } from './writing.ts';

/** A document that is being edited: its blocks, and the part in which each of them stands. */
export interface EditedDocument {
  readonly document: Document;
  readonly blocks: readonly OdtBlock[];
  readonly partOf: (block: OdtBlock) => OdtPart;
}

/** The parts with the edits made silently: only the characters that differ are written. */
export function savedClean(
  edited: EditedDocument,
  edits: readonly TextEdit[],
): ReadonlyMap<OdtPart, string> {
  const smallest = editsInBlocks(edited.document, edited.blocks, edits).flatMap((edit) =>
    minimalEdits(edit).map((small) => ({ ...edit, ...small })),
  );
  const silent: ChangeWriter = { removed: () => '', added: (_, xml) => xml };
  const changed = new Map<OdtPart, string>();
  for (const [part, inPart] of byPart(edited, smallest)) {
    const patches = patchesOf(part, inPart, {
      operationsOf,
      writerFor: () => silent,
      deletionFirst: new Set(),
    });
    if (patches.length > 0) changed.set(part, patched(part.xml, patches));
  }
  return changed;
}

/** The parts with each edit as one deletion and one insertion, listed under the stamp. */
export function savedTracked(
  edited: EditedDocument,
  edits: readonly TextEdit[],
  stamp: RevisionStamp,
): ReadonlyMap<OdtPart, string> {
  const trimmed = editsInBlocks(edited.document, edited.blocks, edits).map((edit) => ({
    ...edit,
    ...trimEdit(edit),
  }));
  const deletionFirst = blocksAfterInsertions(edited.blocks, trimmed);
  const apart = withoutBareStart(trimmed, deletionFirst);
  const changed = new Map<OdtPart, string>();
  const parts = byPart(edited, apart);
  const nextId = newIds(parts.keys());
  for (const [part, inPart] of parts) {
    const regions = newRegionWriter(part.xml, stamp, nextId);
    const patches = patchesOf(part, inPart, {
      operationsOf: operationsAtOnce,
      writerFor: (paragraph) => trackingWriter(regions, paragraph),
      deletionFirst,
    });
    changed.set(part, patched(part.xml, [...regions.patches(), ...patches]));
  }
  return changed;
}

function trackingWriter(regions: RegionWriter, paragraph: Paragraph): ChangeWriter {
  return {
    removed: (operation) => regions.deletion(paragraph, operation),
    added: (operation, xml) => regions.insertion(paragraph, operation, xml),
  };
}

function byPart(
  edited: EditedDocument,
  edits: readonly BlockEdit[],
): ReadonlyMap<OdtPart, readonly BlockEdit[]> {
  return Map.groupBy(edits, (edit) => edited.partOf(edit.block));
}

interface How {
  readonly operationsOf: (edit: BlockEdit) => readonly Operation[];
  readonly writerFor: (paragraph: Paragraph) => ChangeWriter;
  readonly deletionFirst: ReadonlySet<OdtBlock>;
}

function patchesOf(part: OdtPart, edits: readonly BlockEdit[], how: How): readonly Patch[] {
  const byBlock = Map.groupBy(edits, (edit) => edit.block);
  return [...byBlock].flatMap(([block, inBlock]) => {
    const { paragraph } = block;
    const operations = inBlock
      .flatMap(how.operationsOf)
      .filter(({ piece, from, to, text }) => piece.text.slice(from, to) !== text);
    const byNode: ReadonlyMap<TextNode, readonly Operation[]> = Map.groupBy(
      operations,
      ({ piece }) => piece.node,
    );
    return paragraphPatches(part.xml, paragraph, {
      byNode,
      writer: how.writerFor(paragraph),
      deletionFirst: how.deletionFirst.has(block),
    });
  });
}
