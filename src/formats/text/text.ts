import type { BlockKind } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import { type MappedBlock, newDraft } from '../draft.ts';
import { decodeSource } from '../encoding.ts';
import { openedBySplicing } from '../splice.ts';
import { chunksOf, type Line, linesOf } from './lines.ts';
import { segmentsOf } from './segments.ts';

/** Plain text, in any of the common encodings, with any line ends. */
export const text: Format = {
  name: 'text',
  title: 'Plain text',
  extensions: ['txt', 'text'],
  mediaType: 'text/plain',
  tracked: false,
  open: openText,
};

function openText(bytes: Uint8Array): Opened {
  const source = decodeSource(bytes);
  const lineEnd = /\r\n|\n|\r/.exec(source.text)?.[0] ?? '\n';
  const segments = segmentsOf(chunksOf(linesOf(source.text)));
  return openedBySplicing({
    title: text.title,
    source,
    blocks: segments.map((segment) => blockOf(segment.lines, segment)),
    warnings: [],
    written: (added) => added.replaceAll('\n', lineEnd),
  });
}

function blockOf(
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
