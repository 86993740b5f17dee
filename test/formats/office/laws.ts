import { applyEdits, invertEdits, type TextEdit } from '../../../src/core/edit.ts';
import type { Format } from '../../../src/core/format.ts';
import { dataStart } from '../../../src/formats/zip/entry.ts';
import { readZip } from '../../../src/formats/zip/zip.ts';
import { changedParts, partsOf } from '../docx/package.ts';
import { isAllowed } from './arbitrary-edits.ts';

/**
 * Which laws of editing in place a document breaks, by name: none is the right answer.
 * `textPart` says which parts may change; what they hold besides text must stay.
 */
export function brokenLaws(
  { format, textPart }: { readonly format: Format; readonly textPart: RegExp },
  bytes: Uint8Array,
  edits: readonly TextEdit[],
): readonly string[] {
  const opened = format.open(bytes);
  const { text } = opened.document;
  const clean = opened.save(edits, 'clean');
  const again = format.open(clean);
  const back = invertEdits(edits);
  // What was emptied has no text left that could take it back.
  const expected = applyEdits(text, edits);
  const canGoBack =
    again.document.text === expected && back.every((edit) => isAllowed(again.document, edit));
  const restored = canGoBack ? again.save(back, 'clean') : bytes;
  const changes = edits.some((edit) => edit.before !== edit.after);
  const changed = changedParts(bytes, clean);
  const laws: Readonly<Record<string, boolean>> = {
    'no edits, same bytes': opened.save([], 'clean') === bytes,
    'reopened is the corrected text': again.document.text === expected,
    'taken back is the original text': format.open(restored).document.text === text,
    'only parts with text differ': changed.every((name) => textPart.test(name)),
    'something differs where something is edited': changed.length > 0 === changes,
    'other entries keep their packed bytes': packedBytesStay(bytes, clean, changed),
    'markup stays as it was': changed.every(
      (name) => markupOf(bytes, name) === markupOf(clean, name),
    ),
    'saving twice gives the same bytes': Buffer.compare(clean, opened.save(edits, 'clean')) === 0,
  };
  return Object.keys(laws).filter((law) => laws[law] === false);
}

function packedBytesStay(
  before: Uint8Array,
  after: Uint8Array,
  changed: readonly string[],
): boolean {
  const [left, right] = [packedEntries(before), packedEntries(after)];
  const names = [...left.keys()];
  if (names.join('\n') !== [...right.keys()].join('\n')) return false;
  return names.every(
    (name) =>
      changed.includes(name) ||
      Buffer.compare(left.get(name) ?? nothing, right.get(name) ?? nothing) === 0,
  );
}

const nothing = new Uint8Array();

function packedEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const zip = readZip(bytes);
  return new Map(
    zip.entries.map((entry) => {
      const start = dataStart(zip, entry);
      return [entry.name, bytes.subarray(start, start + entry.packedBytes)];
    }),
  );
}

/** The XML of a part without the text between its tags; white space that must be seen is said in its tag. */
function markupOf(bytes: Uint8Array, part: string): string {
  const xml = Buffer.from(partsOf(bytes)[part] ?? nothing);
  const encoding = xml[1] === 0 || xml[0] === 0xff ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding)
    .decode(xml)
    .replace(/ xml:space="preserve"/g, '')
    .replace(/>[^<]+</g, '><');
}
