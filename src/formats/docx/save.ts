import type { Document } from '../../core/document.ts';
import { type TextEdit, trimEdit } from '../../core/edit.ts';
import { minimalEdits } from '../minimal-edits.ts';
import { type Patch, patched } from '../xml/patches.ts';
import type { ZipEntry } from '../zip/zip.ts';
import type { DocxBlock } from './blocks.ts';
import { cleanPatches } from './clean.ts';
import { type BlockEdit, blockEdits, type Operation, operationsOf } from './operations.ts';
import type { Piece, TextSource } from './paragraph.ts';
import type { RevisionWriter } from './revision-writer.ts';
import { trackedPatches } from './tracked.ts';
import { trackedOperations } from './tracked-operations.ts';

/** A part that may be edited, with the blocks that stand in it. */
interface EditedPart {
  readonly entry: ZipEntry;
  readonly xml: string;
  readonly encode: (xml: string) => Uint8Array;
  readonly blocks: readonly DocxBlock[];
}

/** A document that is being edited; its blocks are those of its parts, one part after the other. */
export interface EditedText {
  readonly document: Document;
  readonly parts: readonly EditedPart[];
}

/** The new contents of the parts that the edits change. */
type ChangedParts = ReadonlyMap<ZipEntry, Uint8Array>;

/**
 * The parts with the edits made silently: only the characters that differ are written,
 * each into the run in which it stands.
 */
export function savedClean(text: EditedText, edits: readonly TextEdit[]): ChangedParts {
  return changedParts(text, edits, (part, own) => {
    const smallest = own.flatMap((edit) =>
      minimalEdits(edit).map((small) => ({ ...edit, ...small })),
    );
    const bySource = operationsBySource(smallest, operationsOf);
    return [...bySource].flatMap(([source, operations]) =>
      cleanPatches(part.xml, source, operations),
    );
  });
}

/** The parts with each edit as one deletion and one insertion. */
export function savedTracked(
  text: EditedText,
  edits: readonly TextEdit[],
  newWriters: () => (xml: string) => RevisionWriter,
): ChangedParts {
  let writers: ((xml: string) => RevisionWriter) | undefined;
  return changedParts(text, edits, (part, own) => {
    // Finding free ids reads the whole package, so that it waits until there is something to write.
    writers ??= newWriters();
    const writer = writers(part.xml);
    const trimmed = own.map((edit) => ({ ...edit, ...trimEdit(edit) }));
    const bySource = operationsBySource(trimmed, (edit, pieces) =>
      trackedOperations(part.xml, edit, pieces),
    );
    return [...bySource.values()].flatMap((operations) =>
      trackedPatches(part.xml, operations, writer),
    );
  });
}

function changedParts(
  { document, parts }: EditedText,
  edits: readonly TextEdit[],
  patchesOf: (part: EditedPart, edits: readonly BlockEdit[]) => readonly Patch[],
): ChangedParts {
  const blocks = parts.flatMap((part) => part.blocks);
  const partOf = new Map(parts.flatMap((part) => part.blocks.map((block) => [block, part])));
  const byPart = Map.groupBy(blockEdits(document, blocks, edits), ({ block }) => partOf.get(block));
  const changed = new Map<ZipEntry, Uint8Array>();
  for (const [part, own] of byPart) {
    if (!part) continue;
    const patches = patchesOf(part, own);
    if (patches.length > 0) changed.set(part.entry, part.encode(patched(part.xml, patches)));
  }
  return changed;
}

function operationsBySource(
  edits: readonly BlockEdit[],
  operationsFor: (edit: BlockEdit, pieces: readonly Piece[]) => readonly Operation[],
): ReadonlyMap<TextSource, readonly Operation[]> {
  const bySource = new Map<TextSource, Operation[]>();
  for (const edit of edits) {
    for (const pieces of [edit.block.pieces, ...edit.block.twins]) {
      for (const operation of operationsFor(edit, pieces)) {
        const known = bySource.get(operation.source);
        if (known) known.push(operation);
        else bySource.set(operation.source, [operation]);
      }
    }
  }
  return bySource;
}
