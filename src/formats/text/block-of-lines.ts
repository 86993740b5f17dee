import type { BlockKind } from '../../core/document.ts';
import { type MappedBlock, newDraft } from '../draft.ts';
import type { Line } from './lines.ts';

/** A paragraph of lines as they stand in the source, with a break between them. */
export function blockOfLines(
  lines: readonly Line[],
  as: { readonly kind: BlockKind; readonly frozen: boolean },
): MappedBlock {
  const draft = newDraft();
  let previous: Line | undefined;
  for (const line of lines) {
    if (previous) draft.addAtom('\n', { start: previous.end, end: line.start });
    draft.addExact(line.text, line.start);
    previous = line;
  }
  return draft.finish(as);
}
