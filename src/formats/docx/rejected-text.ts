import { blockSeparator } from '../../core/document.ts';
import type { RevisionStamp } from '../../core/format.ts';
import { openWordPackage } from './main-part.ts';
import { type Paragraph, textOf } from './paragraph.ts';
import { stylesOf } from './parts.ts';
import type { Rejecting } from './story-reading.ts';
import { readTextParts } from './text-parts.ts';

/**
 * The text of a document with the changes of this author and date rejected and all others accepted.
 * For a redline written with `stamp` it is the text of the document as it came: that proves the redline.
 * Throws DocumentProblem.
 */
export function rejectedText(bytes: Uint8Array, stamp: RevisionStamp): string {
  const paragraphs = paragraphsOf(
    bytes,
    ({ author, date }) => author === stamp.author && date === stamp.date,
  );
  return paragraphs.map(textOf).join(blockSeparator);
}

/** The paragraphs of a document with some of its tracked changes rejected and all others accepted. Throws DocumentProblem. */
export function paragraphsOf(bytes: Uint8Array, rejecting: Rejecting): readonly Paragraph[] {
  const file = openWordPackage(bytes);
  return readTextParts(file, stylesOf(file), rejecting).flatMap(({ story }) => story.paragraphs);
}
