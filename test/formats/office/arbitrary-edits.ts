import fc from 'fast-check';
import { expect } from 'vitest';
import type { Document } from '../../../src/core/document.ts';
import type { TextEdit } from '../../../src/core/edit.ts';
import type { Format } from '../../../src/core/format.ts';

/** Places and choices from which `editsAt` makes edits. */
export const places = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.nat()), { maxLength: 6 });

const replacements = [
  '',
  'word',
  'a longer text',
  ' edge ',
  '  two  ',
  'x & <y>',
  '’',
  ' ',
  '😀',
  '_x0041_',
];

/** Edits of whole words, or insertions at their edges, that do not overlap and may be made; `parts` says what a word is. */
export function editsAt(
  document: Document,
  chosen: readonly (readonly [number, number, number])[],
  parts = /\S+/g,
): readonly TextEdit[] {
  const bounds = [...document.text.matchAll(parts)].flatMap(({ 0: { length }, index }) => [
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

/** Every edit that touches frozen text or crosses a block is refused, and every other one is made, in all modes. */
export function expectRefusals(
  format: Format,
  files: fc.Arbitrary<Uint8Array>,
  { numRuns }: { readonly numRuns: number },
): void {
  const modes = format.tracked ? (['clean', 'tracked'] as const) : (['clean'] as const);
  fc.assert(
    fc.property(files, fc.nat(), fc.nat({ max: 12 }), (bytes, from, length) => {
      const opened = format.open(bytes);
      const { text } = opened.document;
      if (text.length === 0) return;
      const start = from % text.length;
      const span = { start, end: Math.min(start + length, text.length) };
      const edit = { span, before: text.slice(span.start, span.end), after: 'new' };
      const allowed = isAllowed(opened.document, edit);
      for (const mode of modes) {
        const save = () => opened.save([edit], mode);
        if (allowed) expect(save).not.toThrow();
        else expect(save).toThrow(/crosses|frozen/);
      }
    }),
    { numRuns },
  );
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
