import { type BlockKind, documentOf } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import { type MappedBlock, newDraft } from '../draft.ts';
import { decodeSource } from '../encoding.ts';
import { openedBySplicing } from '../splice.ts';
import { chunksOf, type Line, linesOf } from './lines.ts';
import { layoutOf, type Segment } from './segments.ts';

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
  const { segments, wrapped } = layoutOf(chunksOf(linesOf(source.text)));
  const opened = openedBySplicing({
    title: text.title,
    source,
    blocks: blocksOf(segments),
    warnings: [],
    written: (added) => added.replaceAll('\n', lineEnd),
  });
  const { characters } = source;
  const document = { ...opened.document, ...(characters === undefined ? {} : { characters }) };
  return { ...opened, document, reread: (saved) => textOf(saved, wrapped) };
}

/** A word more or less may make wrapped lines look like paragraphs, so a copy is read as its original was. */
function textOf(bytes: Uint8Array, wrapped: boolean): string {
  const { segments } = layoutOf(chunksOf(linesOf(decodeSource(bytes).text)), wrapped);
  return documentOf(blocksOf(segments)).text;
}

function blocksOf(segments: readonly Segment[]): readonly MappedBlock[] {
  return segments.map((segment) => blockOf(segment.lines, segment));
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
