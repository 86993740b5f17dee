import { applyEdits, type TextEdit } from '../../../src/core/edit.ts';
import { odt } from '../../../src/formats/odt/odt.ts';
import { rejectedText } from '../../../src/formats/odt/rejected-text.ts';
import { changedParts } from './package.ts';

export const stamp = { author: 'Proofdesk', date: '2026-11-24T09:00:00Z' };

/** Which laws of editing in place an OpenDocument package breaks, by name: none is the right answer. */
export function brokenLaws(bytes: Uint8Array, edits: readonly TextEdit[]): readonly string[] {
  const opened = odt.open(bytes);
  const { text } = opened.document;
  const expected = applyEdits(text, edits);
  const clean = opened.save(edits, 'clean');
  const tracked = opened.save(edits, 'tracked', stamp);
  const laws: Readonly<Record<string, boolean>> = {
    'no edits, same bytes':
      opened.save([], 'clean') === bytes && opened.save([], 'tracked') === bytes,
    'clean reopened is the corrected text': textOf(clean) === expected,
    'tracked with all accepted is the corrected text': textOf(tracked) === expected,
    'tracked with ours rejected is the original': rejectedText(tracked, stamp) === text,
    'only the text and the headers differ': [clean, tracked].every((saved) =>
      changedParts(bytes, saved).every((name) => /^(?:content|styles)\.xml$/.test(name)),
    ),
    'mimetype stays first and readable': [clean, tracked].every(
      (saved) => headOf(saved) === headOf(bytes),
    ),
    'saving twice gives the same bytes': isSame(clean, opened.save(edits, 'clean')),
    'tracking twice gives the same bytes': isSame(tracked, opened.save(edits, 'tracked', stamp)),
  };
  return Object.keys(laws).filter((law) => laws[law] === false);
}

function textOf(bytes: Uint8Array): string {
  return odt.open(bytes).document.text;
}

/** A program tells the kind of a package by what stands at its bytes 30 to 76 (ODF 1.3 Part 2, 3.3). */
function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 77)).toString('latin1');
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
