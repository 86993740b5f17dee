import { sortedEdits, type TextEdit } from '../../core/edit.ts';
import type { RevisionStamp } from '../../core/format.ts';
import type { Remark } from '../../core/remarks.ts';
import { lastStartingAt } from '../../core/span.ts';
import { patched } from '../xml/patches.ts';
import { anchorPatches } from './anchors.ts';
import { withComments } from './comments-part.ts';
import { openWordPackage } from './main-part.ts';
import { written } from './new-part.ts';
import { stylesOf } from './parts.ts';
import { referencesIn } from './references.ts';
import { placing } from './remark-places.ts';
import { newRevisionIds } from './revision-ids.ts';
import { newRevisionWriter } from './revision-writer.ts';
import { textBoxesOf } from './text-boxes.ts';
import { readTextParts } from './text-parts.ts';

/** What a redline is given besides its changes. */
interface Margin {
  readonly remarks: readonly Remark[];
  /** The edits that the redline was made with: remarks speak of the text before them. */
  readonly edits: readonly TextEdit[];
  readonly stamp: RevisionStamp;
}

/**
 * A redline with remarks as comments, beside the words they speak of. Word shows comments of the body only
 * ([MS-OI29500] 2.1.315): what is remarked of a note stands at its mark, and what is remarked of a header or footer
 * at the beginning of the section that shows it.
 */
export function withRemarks(redline: Uint8Array, { remarks, edits, stamp }: Margin): Uint8Array {
  const file = openWordPackage(redline);
  const parts = readTextParts(file, stylesOf(file));
  const [main] = parts;
  if (!main) throw new Error('a document without a main part was opened');
  const { xml, encode } = main;
  const placeOf = placing(parts, referencesIn(file, xml));
  const nextId = newRevisionIds(file);
  const toCorrected = shiftBy(edits);
  const found = remarks.flatMap(({ span, text }) => {
    const place = placeOf({ start: toCorrected(span.start), end: toCorrected(span.end) });
    return place ? [{ text: place.lead + text, anchor: { ...place, id: nextId() } }] : [];
  });
  if (found.length === 0) return redline;
  const { runHead } = newRevisionWriter(xml, stamp, nextId);
  const page = { xml, boxes: textBoxesOf(xml), runHead };
  const patches = anchorPatches(
    page,
    found.map(({ anchor }) => anchor),
  );
  const comments = found.map(({ text, anchor }) => ({ id: anchor.id, text }));
  const contents = new Map(withComments(file, comments, stamp));
  return written(redline, contents.set(file.main.name, encode(patched(xml, patches))));
}

/** Where a place of the original text is in the corrected one; a place inside an edit comes to its end. */
function shiftBy(edits: readonly TextEdit[]): (at: number) => number {
  const sorted = sortedEdits(edits);
  const shifts: number[] = [0];
  for (const { before, after } of sorted) {
    shifts.push((shifts.at(-1) ?? 0) + after.length - before.length);
  }
  return (at) => {
    const index = lastStartingAt(sorted, at);
    const edit = sorted[index];
    if (!edit || at >= edit.span.end) return at + (shifts[index + 1] ?? 0);
    const from = edit.span.start + (shifts[index] ?? 0);
    return at === edit.span.start ? from : from + edit.after.length;
  };
}
