import { blockSeparator } from '../../core/document.ts';
import type { RevisionStamp } from '../../core/format.ts';
import { openWordPackage } from './main-part.ts';
import { textOf } from './paragraph.ts';
import { stylesOf } from './parts.ts';
import { readTextParts } from './text-parts.ts';

/**
 * The text of a document with the changes of this author and date rejected and all others accepted.
 * For a redline written with `stamp` it is the text of the document as it came: that proves the redline.
 * Throws DocumentProblem.
 */
export function rejectedText(bytes: Uint8Array, stamp: RevisionStamp): string {
  const file = openWordPackage(bytes);
  const paragraphs = readTextParts(file, stylesOf(file), stamp).flatMap(
    ({ story }) => story.paragraphs,
  );
  return paragraphs.map(textOf).join(blockSeparator);
}
