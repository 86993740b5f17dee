import fc from 'fast-check';
import type { Document } from '../../../src/core/document.ts';
import type { TextEdit } from '../../../src/core/edit.ts';

/** Places and choices from which `editsAt` makes edits. */
export const places = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.nat()), { maxLength: 6 });

const replacements = ['', 'word', 'a longer text', ' edge ', 'x & <y>', '’', '😀', '_x0041_'];

/** Edits of whole words, or insertions at their edges, that do not overlap and may be made. */
export function editsAt(
  document: Document,
  chosen: readonly (readonly [number, number, number])[],
): readonly TextEdit[] {
  const bounds = [...document.text.matchAll(/\S+/g)].flatMap(({ 0: { length }, index }) => [
    index,
    index + length,
  ]);
  const edits: TextEdit[] = [];
  for (const [place, length, choice] of chosen) {
    const from = place % Math.max(bounds.length, 1);
    const start = bounds[from] ?? 0;
    const end = bounds[Math.min(from + length, bounds.length - 1)] ?? start;
    const after = replacements[choice % replacements.length] ?? '';
    const edit = { span: { start, end }, before: document.text.slice(start, end), after };
    const apart = edits.every(({ span }) => span.end < start || end < span.start);
    if (apart && isAllowed(document, edit)) edits.push(edit);
  }
  return edits;
}

/** Whether an edit stays within one block and out of everything frozen. */
export function isAllowed({ blocks }: Document, { span }: TextEdit): boolean {
  const block = blocks.find((each) => each.span.start <= span.start && span.end <= each.span.end);
  return (
    block?.frozen.every((part) => {
      const isSame = part.start === span.start && part.end === span.end;
      return !isSame && (part.end <= span.start || span.end <= part.start);
    }) ?? false
  );
}
