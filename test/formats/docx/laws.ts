import { type Document, touchesFrozen } from '../../../src/core/document.ts';
import { applyEdits, sortedEdits, type TextEdit } from '../../../src/core/edit.ts';
import { lastStartingAt, type TextSpan } from '../../../src/core/span.ts';
import { docx } from '../../../src/formats/docx/docx.ts';
import { openWordPackage } from '../../../src/formats/docx/main-part.ts';
import { stylesOf } from '../../../src/formats/docx/parts.ts';
import { rejectedText } from '../../../src/formats/docx/rejected-text.ts';
import { readTextParts } from '../../../src/formats/docx/text-parts.ts';
import { changedParts } from './package.ts';

export const stamp = { author: 'Proofdesk', date: '2026-11-24T09:00:00Z' };

/**
 * Which laws of editing in place a document breaks, by name: none is the right answer.
 * The parts are compared whole, so that nothing but the parts that hold edits may differ.
 */
export function brokenLaws(bytes: Uint8Array, edits: readonly TextEdit[]): readonly string[] {
  const opened = docx.open(bytes);
  const { text } = opened.document;
  const expected = applyEdits(text, edits);
  const clean = opened.save(edits, 'clean');
  const tracked = opened.save(edits, 'tracked', stamp);
  const edited = editedParts(bytes, opened.document, edits);
  const laws: Readonly<Record<string, boolean>> = {
    'no edits, same bytes':
      opened.save([], 'clean') === bytes && opened.save([], 'tracked') === bytes,
    'clean reopened is the corrected text': textOf(clean) === expected,
    'tracked with all accepted is the corrected text': textOf(tracked) === expected,
    'tracked with ours rejected is the original': rejectedText(tracked, stamp) === text,
    'either half of the changes can be taken back': halvesComeApart(bytes, edits),
    'only the parts that hold edits differ': [clean, tracked].every(
      (saved) => changedParts(bytes, saved).toSorted().join() === edited.join(),
    ),
    'both forms of a text box still hold one text': [clean, tracked].every(
      (saved) => twinsDiffer(saved) === twinsDiffer(bytes),
    ),
    'saving twice gives the same bytes': isSame(clean, opened.save(edits, 'clean')),
    'tracking twice gives the same bytes': isSame(tracked, opened.save(edits, 'tracked', stamp)),
  };
  return Object.keys(laws).filter((law) => laws[law] === false);
}

/** Whether half of the edits, tracked over the other half by somebody else, can be rejected, and the other half as well. */
function halvesComeApart(bytes: Uint8Array, edits: readonly TextEdit[]): boolean {
  const opened = docx.open(bytes);
  const { text } = opened.document;
  const sorted = sortedEdits(edits);
  const even = sorted.filter((_, index) => index % 2 === 0);
  const odd = sorted.filter((_, index) => index % 2 === 1);
  const other = { ...stamp, author: 'Another' };
  const halfway = opened.save(even, 'tracked', other);
  const reopened = docx.open(halfway);
  const later = shifted(odd, even);
  // The first half may have tipped what a paragraph's language is, and with it what is frozen.
  if (later.some((edit) => !isFree(reopened.document, edit))) return true;
  const both = reopened.save(later, 'tracked', stamp);
  return (
    rejectedText(both, stamp) === applyEdits(text, even) &&
    rejectedText(both, other) === applyEdits(text, odd)
  );
}

function isFree(document: Document, { span }: TextEdit): boolean {
  const block = document.blocks[lastStartingAt(document.blocks, span.start)];
  return block !== undefined && !touchesFrozen(block, span);
}

/** Edits as they stand after the other edits were made. */
function shifted(edits: readonly TextEdit[], made: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map((edit) => {
    const before = made.filter(({ span }) => span.start < edit.span.start);
    const by = before.reduce((sum, each) => sum + each.after.length - each.before.length, 0);
    return { ...edit, span: { start: edit.span.start + by, end: edit.span.end + by } };
  });
}

/** The names of the parts that edits change, sorted. */
function editedParts(
  bytes: Uint8Array,
  { blocks }: Document,
  edits: readonly TextEdit[],
): readonly string[] {
  const file = openWordPackage(bytes);
  const names = readTextParts(file, stylesOf(file)).flatMap(({ entry, story }) =>
    story.paragraphs.map(() => entry.name),
  );
  const changing = edits.filter((edit) => edit.before !== edit.after);
  const edited = changing.map(({ span }) => names[lastStartingAt(blocks, span.start)] ?? 'none');
  return [...new Set(edited)].sort();
}

/** The first word of five letters or more in each block, two of its letters exchanged, where it may be edited. */
export function oneEditPerBlock(document: Document): readonly TextEdit[] {
  return document.blocks.flatMap((block) => {
    for (const match of document.text.slice(block.span.start, block.span.end).matchAll(word)) {
      const [before] = match;
      const start = block.span.start + match.index;
      const span = { start, end: start + before.length };
      if (block.frozen.some((part) => part.start < span.end && span.start < part.end)) continue;
      // Letters of old scripts are two units each, and stay whole.
      const [first = '', second = '', third = '', fourth = '', ...rest] = before;
      const after = [first, second, fourth, third, ...rest].join('');
      return [{ span, before, after: match.index % 2 === 0 ? `${after}s` : after }];
    }
    return [];
  });
}

const word = /\p{L}{5,}/gu;

/** Which laws a redline with a remark beside every third block breaks, by name. */
export function brokenRemarkLaws(bytes: Uint8Array, edits: readonly TextEdit[]): readonly string[] {
  const opened = docx.open(bytes);
  const { text } = opened.document;
  const remarks = wordSpans(opened.document).map((span) => ({
    span,
    text: 'A remark\nof two lines',
  }));
  const remarked = opened.save(edits, 'tracked', { ...stamp, remarks });
  const allowed = [...editedParts(bytes, opened.document, edits), openWordPackage(bytes).main.name];
  const laws: Readonly<Record<string, boolean>> = {
    'remarks change no text':
      textOf(remarked) === applyEdits(text, edits) && rejectedText(remarked, stamp) === text,
    'remarks change the body and the parts of comments': changedParts(bytes, remarked).every(
      (name) => allowed.includes(name) || commentParts.test(name),
    ),
  };
  return Object.keys(laws).filter((law) => laws[law] === false);
}

const commentParts = /comments\d*\.xml$|\[Content_Types\]\.xml$|_rels\/[^/]+\.rels$/i;

/** The last word of every third block, frozen or not, with the space before it. */
function wordSpans({ text, blocks }: Document): readonly TextSpan[] {
  return blocks.flatMap(({ span }, index) => {
    const found = index % 3 === 0 && /\s?\S+\s*$/.exec(text.slice(span.start, span.end));
    if (!found) return [];
    const start = span.start + found.index;
    return [{ start, end: index % 2 === 0 ? start : span.end }];
  });
}

function twinsDiffer(bytes: Uint8Array): boolean {
  return docx.open(bytes).warnings.some((warning) => warning.includes('two versions of its text'));
}

function textOf(bytes: Uint8Array): string {
  return docx.open(bytes).document.text;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
