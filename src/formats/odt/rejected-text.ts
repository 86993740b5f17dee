import { blockSeparator } from '../../core/document.ts';
import type { RevisionStamp } from '../../core/format.ts';
import { openOdtFile } from './package.ts';
import { textOf } from './paragraph.ts';
import { readStories } from './stories.ts';

/**
 * The text of a document with the changes of this author and date rejected and all others accepted.
 * For a redline written with `stamp` it is the text of the document as it came: that proves the redline.
 * Throws DocumentProblem.
 */
export function rejectedText(bytes: Uint8Array, stamp: RevisionStamp): string {
  const stories = readStories(openOdtFile(bytes), stamp);
  return stories
    .flatMap(({ story }) => story.paragraphs)
    .map(textOf)
    .join(blockSeparator);
}
