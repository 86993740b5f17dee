import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import { minimalEdits } from '../../src/formats/minimal-edits.ts';

const cutDown = (before: string, after: string): readonly string[] =>
  minimalEdits({ span: { start: 0, end: before.length }, before, after }).map(
    (edit) => `${edit.span.start}:${edit.before}>${edit.after}`,
  );

describe('minimalEdits', () => {
  it('edits word by word where the gaps stay', () => {
    expect(cutDown('teh big\ncta', 'the big\ncat')).toEqual(['1:eh>he', '9:ta>at']);
  });

  it('keeps one edit where words come or go', () => {
    expect(cutDown('the the cat', 'the cat')).toEqual(['4:the >']);
  });

  it('never cuts a pair of surrogates or an accent from its letter', () => {
    expect(cutDown('😀', '😁')).toEqual(['0:😀>😁']);
    expect(cutDown('e\u0301', 'e\u0300')).toEqual(['0:e\u0301>e\u0300']);
  });

  it('makes the same change', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁', '\u0301') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = minimalEdits({ span: { start: 0, end: before.length }, before, after });
        expect(applyEdits(before, edits)).toBe(after);
      }),
    );
  });
});
