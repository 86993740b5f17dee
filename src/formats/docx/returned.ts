import type { ReturnedTexts } from '../../core/decisions/decisions.ts';
import { blockSeparator } from '../../core/document.ts';
import type { RevisionStamp } from '../../core/format.ts';
import { attributeOf, tagsOf } from '../xml/tags.ts';
import { openWordPackage } from './main-part.ts';
import { stylesOf } from './parts.ts';
import { paragraphsOf } from './rejected-text.ts';
import type { Rejecting } from './story-reading.ts';
import { readTextParts } from './text-parts.ts';

/**
 * The texts of a document that came back. Changes that were open in the original are read as accepted in both, as
 * they were when it was proofread; they are known by author and date, which programs keep when they renumber ids.
 * Throws DocumentProblem.
 */
export function returnedTexts(original: Uint8Array, returned: Uint8Array): ReturnedTexts {
  const known = revisionsOf(original);
  const isNone = (): boolean => false;
  return {
    original: authoredText(original, isNone),
    accepted: authoredText(returned, isNone),
    rejected: authoredText(returned, (revision) => !known.has(keyOf(revision))),
  };
}

/** The text with the results of fields masked: programs make them anew, each in its own way. */
function authoredText(bytes: Uint8Array, rejecting: Rejecting): string {
  const masked = paragraphsOf(bytes, rejecting).map(({ pieces }) =>
    pieces
      .map(({ text, hold }) => (hold === 'field' ? text.replace(/[^\n]/g, '\uFFFC') : text))
      .join(''),
  );
  return masked.join(blockSeparator);
}

/** Author and date of every tracked change. */
function revisionsOf(bytes: Uint8Array): ReadonlySet<string> {
  const file = openWordPackage(bytes);
  const known = new Set<string>();
  for (const { xml } of readTextParts(file, stylesOf(file))) {
    for (const tag of tagsOf(xml)) {
      if (!/^w:(?:ins|del|moveFrom|moveTo)$/.test(tag.name)) continue;
      const [author, date] = [attributeOf(tag, 'w:author'), attributeOf(tag, 'w:date')];
      known.add(keyOf({ author, date }));
    }
  }
  return known;
}

/** Programs write the same time with and without a time zone; which one it is does not matter here. */
function keyOf({ author, date }: Marks): string {
  return `${author ?? ''}\n${date?.replace(/(?:Z|[+-]\d\d:\d\d)$/, '') ?? ''}`;
}

interface Marks {
  readonly author?: RevisionStamp['author'] | undefined;
  readonly date?: RevisionStamp['date'] | undefined;
}
