import { blockSeparator } from '../../core/document.ts';
import { sortedEdits, type TextEdit } from '../../core/edit.ts';
import type { RevisionStamp } from '../../core/format.ts';
import type { Remark } from '../../core/remarks.ts';
import { lastStartingAt, type TextSpan } from '../../core/span.ts';
import { readXml } from '../office/package.ts';
import { patched } from '../xml/patches.ts';
import { type Anchor, anchorPatches } from './anchors.ts';
import { withComments } from './comments-part.ts';
import { openWordPackage } from './main-part.ts';
import { written } from './new-part.ts';
import { type Paragraph, textOf } from './paragraph.ts';
import { stylesOf } from './parts.ts';
import { newRevisionIds } from './revision-ids.ts';
import { newRevisionWriter } from './revision-writer.ts';
import { readStory } from './story.ts';
import { textBoxesOf } from './text-boxes.ts';

/** What a redline is given besides its changes. */
interface Margin {
  readonly remarks: readonly Remark[];
  /** The edits that the redline was made with: remarks speak of the text before them. */
  readonly edits: readonly TextEdit[];
  readonly stamp: RevisionStamp;
}

/**
 * A redline with remarks as comments, beside the words they speak of. Comments can only stand in the body of a
 * document (ECMA-376 Part 1, 17.13.4): what is remarked of other parts is left to the report.
 */
export function withRemarks(redline: Uint8Array, { remarks, edits, stamp }: Margin): Uint8Array {
  const file = openWordPackage(redline);
  const { text: xml, encode } = readXml(file.zip, file.main);
  const { paragraphs } = readStory(xml, { styles: stylesOf(file) });
  const placed = placedIn(paragraphs);
  const nextId = newRevisionIds(file);
  const toCorrected = shiftBy(edits);
  const found = remarks.flatMap(({ span, text }) => {
    const place = anchorOf(placed, { start: toCorrected(span.start), end: toCorrected(span.end) });
    return place ? [{ text, anchor: { ...place, id: nextId() } }] : [];
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

interface Placed {
  readonly paragraph: Paragraph;
  readonly span: TextSpan;
}

function placedIn(paragraphs: readonly Paragraph[]): readonly Placed[] {
  let start = 0;
  return paragraphs.map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + blockSeparator.length;
    return { paragraph, span };
  });
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

/** The stretch within its paragraph, widened to a word where it holds none. */
function anchorOf(placed: readonly Placed[], span: TextSpan): Omit<Anchor, 'id'> | undefined {
  const home = placed[lastStartingAt(placed, span.start)];
  if (!home?.paragraph.pieces.some(({ run }) => run)) return undefined;
  const text = textOf(home.paragraph);
  const start = Math.min(span.start - home.span.start, text.length);
  const end = Math.max(start, Math.min(span.end - home.span.start, text.length));
  return { paragraph: home.paragraph, span: widened(text, { start, end }) };
}

function widened(text: string, span: TextSpan): TextSpan {
  if (text.slice(span.start, span.end).trim() !== '') return span;
  const before = /[\p{L}\p{M}\p{N}'’]*\s*$/u.exec(text.slice(0, span.start))?.[0] ?? '';
  const after = /^\s*[\p{L}\p{M}\p{N}'’]*/u.exec(text.slice(span.end))?.[0] ?? '';
  return { start: span.start - before.length, end: span.end + after.length };
}
