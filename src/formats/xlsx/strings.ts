import type { TextSpan } from '../../core/span.ts';
import type { RunPiece, RunProperties } from '../office/paragraphs.ts';
import type { TextPart } from '../office/text-parts.ts';
import { textPieces } from '../office/text-pieces.ts';
import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { isBlank } from '../xml/text.ts';

/** The text of a cell: a shared string (`si`) or one that stands in the cell (`is`). */
export interface CellText {
  /** Where its element begins in the XML of its part. */
  readonly start: number;
  readonly text: string;
  readonly pieces: readonly RunPiece[];
  /**
   * Whether it must stay: phonetic runs tell how it is read and count its characters, or it has white space between
   * two runs that some programs show and others do not.
   */
  readonly held: boolean;
}

/**
 * The texts of a part in order (ECMA-376 Part 1, 18.4.8): plain or in rich text runs. Phonetic runs are no text.
 * The XML must be well-formed.
 */
export function readTexts(part: TextPart, element: 'x:si' | 'x:is'): readonly CellText[] {
  const texts: CellText[] = [];
  let draft: Draft | undefined;
  for (const tag of tagsOf(part.xml)) {
    if (tag.name === element) {
      if (tag.kind !== 'close')
        draft = { start: tag.start, pieces: [], run: {}, guides: 0, ...none };
      if (tag.kind !== 'open' && draft) {
        texts.push(finished(draft));
        draft = undefined;
      }
    } else if (draft) readWithin(draft, tag, part);
  }
  return texts;
}

interface Draft {
  readonly start: number;
  readonly pieces: RunPiece[];
  run: RunProperties;
  /** How many phonetic runs are open around. */
  guides: number;
  held: boolean;
  /** Whether the last run ends with white space that was not marked to be kept. */
  endsLoose: boolean;
  /** The `t` that is open. */
  text: Tag | undefined;
}

const none = { held: false, endsLoose: false, text: undefined };

function finished({ start, pieces, held }: Draft): CellText {
  return { start, pieces, held, text: pieces.map((piece) => piece.text).join('') };
}

function readWithin(draft: Draft, tag: Tag, part: TextPart): void {
  if (tag.name === 'x:rPh') {
    draft.held = true;
    draft.guides += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
  } else if (tag.name === 'x:r') draft.run = {};
  else if (tag.name === 'x:rFont' && tag.kind !== 'close') {
    draft.run = { font: attributeOf(tag, 'val') };
  } else if (tag.name === 'x:t' && tag.kind === 'open') draft.text = tag;
  else if (tag.name === 'x:t' && tag.kind === 'close' && draft.text) {
    if (draft.guides === 0) addText(draft, { part, open: draft.text, close: tag });
    draft.text = undefined;
  }
}

function addText(
  draft: Draft,
  { part, open, close }: { readonly part: TextPart; readonly open: Tag; readonly close: Tag },
): void {
  const content = { start: open.end, end: close.start };
  const seen = attributeOf(open, 'xml:space') === 'preserve' ? content : trimmed(part.xml, content);
  const isLoose = seen.start > content.start || draft.endsLoose;
  if (isLoose && draft.pieces.length > 0) draft.held = true;
  draft.endsLoose = seen.end < content.end;
  for (const piece of textPieces(part.xml, seen)) {
    const { start, end } = piece.source;
    const source = { start: start + part.base, end: end + part.base };
    draft.pieces.push({ ...piece, source, run: draft.run });
  }
}

/** Without `xml:space="preserve"` white space at the ends of a text is not shown. */
export function trimmed(xml: string, { start, end }: TextSpan): TextSpan {
  let [from, to] = [start, end];
  while (from < to && isBlank(xml, from, from + 1)) from += 1;
  while (to > from && isBlank(xml, to - 1, to)) to -= 1;
  return { start: from, end: to };
}
