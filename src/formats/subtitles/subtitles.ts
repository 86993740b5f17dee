import { documentOf, limitedTo } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import { type MappedBlock, newDraft } from '../draft.ts';
import { decodeSource } from '../encoding.ts';
import { openedBySplicing } from '../splice.ts';
import { type CueLine, cueLinesOf, isWebVtt } from './cues.ts';
import { readTogether } from './sentences.ts';

/** Subtitles as SubRip and WebVTT files hold them: numbers, times, tags and line breaks stay as they are. */
export const subtitles: Format = {
  name: 'subtitles',
  title: 'Subtitles',
  extensions: ['srt', 'vtt'],
  mediaType: 'text/vtt',
  tracked: false,
  open,
};

function open(bytes: Uint8Array): Opened {
  const source = decodeSource(bytes);
  const lines = cueLinesOf(source.text);
  const groups = readTogether(lines);
  const webVtt = isWebVtt(source.text);
  const opened = openedBySplicing({
    title: subtitles.title,
    source,
    blocks: blocksOf(lines, groups),
    warnings: [],
    written: (text) => (webVtt ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text),
  });
  return {
    ...opened,
    document: limitedTo(opened.document, source.characters),
    reread: (saved) => textOf(saved, groups),
  };
}

/** A full stop more would end a sentence, so the lines of a copy are read together as those of its original were. */
function textOf(bytes: Uint8Array, groups: readonly (readonly number[])[]): string {
  return documentOf(blocksOf(cueLinesOf(decodeSource(bytes).text), groups)).text;
}

function blocksOf(
  lines: readonly CueLine[],
  groups: readonly (readonly number[])[],
): readonly MappedBlock[] {
  return groups.map((group) => {
    const draft = newDraft();
    for (const index of group) {
      const line = lines[index];
      if (!line) continue;
      const start = draft.length();
      const gap = { start: draft.sourceEnd(), end: line.start };
      if (start > 0) draft.addAtom('\n', gap);
      draft.seal(start, gap);
      for (const part of line.parts) {
        if (part.exact) draft.addExact(part.text, part.start);
        else draft.addAtom(part.text, part);
      }
    }
    return draft.finish({ kind: 'paragraph' });
  });
}
