import type { Document } from '../../core/document.ts';
import { type TextEdit, trimEdit } from '../../core/edit.ts';
import { minimalEdits } from '../minimal-edits.ts';
import type { DocxBlock } from './blocks.ts';
import { cleanPatches } from './clean.ts';
import { type BlockEdit, blockEdits, type Operation, operationsOf } from './operations.ts';
import type { TextSource } from './paragraph.ts';
import { type Patch, patched } from './patches.ts';
import type { RevisionWriter } from './revision-writer.ts';
import { trackedPatches } from './tracked.ts';

/** A part that is being edited. */
export interface EditedPart {
  readonly xml: string;
  readonly document: Document;
  readonly blocks: readonly DocxBlock[];
}

/**
 * The XML of the part with the edits made silently: only the characters that differ are written,
 * each into the run in which it stands. Undefined when the edits change nothing.
 */
export function savedClean(part: EditedPart, edits: readonly TextEdit[]): string | undefined {
  const smallest = blockEdits(part.document, part.blocks, edits).flatMap((edit) =>
    minimalEdits(edit).map((small) => ({ ...edit, ...small })),
  );
  const bySource = operationsBySource(smallest, (operations) => operations);
  const patches = [...bySource].flatMap(([source, operations]) =>
    cleanPatches(part.xml, source, operations),
  );
  return written(part.xml, patches);
}

/** The XML of the part with each edit as one deletion and one insertion. Undefined when the edits change nothing. */
export function savedTracked(
  part: EditedPart,
  edits: readonly TextEdit[],
  newWriter: () => RevisionWriter,
): string | undefined {
  const trimmed = blockEdits(part.document, part.blocks, edits).map((edit) => ({
    ...edit,
    ...trimEdit(edit),
  }));
  if (trimmed.length === 0) return undefined;
  const writer = newWriter();
  const bySource = operationsBySource(trimmed, insertedOnce);
  const patches = [...bySource.values()].flatMap((operations) =>
    trackedPatches(part.xml, operations, writer),
  );
  return written(part.xml, patches);
}

function written(xml: string, patches: readonly Patch[]): string | undefined {
  return patches.length === 0 ? undefined : patched(xml, patches);
}

function operationsBySource(
  edits: readonly BlockEdit[],
  arrange: (operations: readonly Operation[]) => readonly Operation[],
): ReadonlyMap<TextSource, readonly Operation[]> {
  const bySource = new Map<TextSource, Operation[]>();
  for (const edit of edits) {
    for (const pieces of [edit.block.pieces, ...edit.block.twins]) {
      for (const operation of arrange(operationsOf(edit, pieces))) {
        const known = bySource.get(operation.source);
        if (known) known.push(operation);
        else bySource.set(operation.source, [operation]);
      }
    }
  }
  return bySource;
}

/**
 * All new text in one place, after all that is deleted, so that a person sees one change;
 * but beside the first deletion where the others stand in another link or somebody's insertion.
 */
function insertedOnce(operations: readonly Operation[]): readonly Operation[] {
  const fragments = operations.flatMap((operation) => operation.fragments);
  const parents = new Set(operations.map(({ source }) => source.run.parent));
  const place = parents.size === 1 ? operations.length - 1 : 0;
  return operations.map((operation, index) => ({
    ...operation,
    fragments: index === place ? fragments : [],
  }));
}
