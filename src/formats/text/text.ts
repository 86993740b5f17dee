import { documentOf, limitedTo } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import type { MappedBlock } from '../draft.ts';
import { decodeSource } from '../encoding.ts';
import { openedBySplicing } from '../splice.ts';
import { blockOfLines } from './block-of-lines.ts';
import { chunksOf, linesOf } from './lines.ts';
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
  const document = limitedTo(opened.document, source.characters);
  return { ...opened, document, reread: (saved) => textOf(saved, wrapped) };
}

/** A word more or less may make wrapped lines look like paragraphs, so a copy is read as its original was. */
function textOf(bytes: Uint8Array, wrapped: boolean): string {
  const { segments } = layoutOf(chunksOf(linesOf(decodeSource(bytes).text)), wrapped);
  return documentOf(blocksOf(segments)).text;
}

function blocksOf(segments: readonly Segment[]): readonly MappedBlock[] {
  return segments.map((segment) => blockOfLines(segment.lines, segment));
}
