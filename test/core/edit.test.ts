import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits, type TextEdit, trimEdit } from '../../src/core/edit.ts';

/** A text with edits of it that do not overlap, out of order. */
const edited = fc
  .array(fc.tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), fc.boolean()), {
    minLength: 1,
    maxLength: 20,
  })
  .map((pieces) => {
    let text = '';
    const edits: TextEdit[] = [];
    for (const [before, after, isEdit] of pieces) {
      const start = text.length;
      text += `${before}|`;
      if (isEdit) edits.push({ span: { start, end: start + before.length }, before, after });
    }
    return { text, edits: edits.reverse() };
  });

describe('applyEdits', () => {
  it('makes replacements, insertions and deletions, in any order given', () => {
    const text = 'We recieved the the letter';
    const edits: TextEdit[] = [
      { span: { start: 12, end: 16 }, before: 'the ', after: '' },
      { span: { start: 26, end: 26 }, before: '', after: '.' },
      { span: { start: 3, end: 11 }, before: 'recieved', after: 'received' },
    ];
    expect(applyEdits(text, edits)).toBe('We received the letter.');
  });

  it('refuses an edit that does not fit its text', () => {
    const edit = { span: { start: 0, end: 2 }, before: 'xx', after: 'y' };
    expect(() => applyEdits('We', [edit])).toThrow('does not fit');
  });

  it('refuses edits that overlap, and two insertions at one place', () => {
    const a = { span: { start: 0, end: 2 }, before: 'We', after: 'I' };
    const b = { span: { start: 1, end: 3 }, before: 'e ', after: 'x' };
    expect(() => applyEdits('We go', [a, b])).toThrow('overlap');
    const insertion = { span: { start: 1, end: 1 }, before: '', after: 'x' };
    expect(() => applyEdits('We go', [insertion, { ...insertion, after: 'y' }])).toThrow('overlap');
  });

  it('is undone by the inverted edits', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        expect(applyEdits(applyEdits(text, edits), invertEdits(edits))).toBe(text);
      }),
    );
  });
});

describe('trimEdit', () => {
  const edit = (before: string, after: string): TextEdit =>
    trimEdit({ span: { start: 10, end: 10 + before.length }, before, after });

  it('keeps what differs and never cuts a word', () => {
    expect(edit('the the', 'the')).toEqual({
      span: { start: 13, end: 17 },
      before: ' the',
      after: '',
    });
    expect(edit('more then one', 'more than one')).toEqual({
      span: { start: 15, end: 19 },
      before: 'then',
      after: 'than',
    });
    expect(edit('walks', 'walked').before).toBe('walks');
  });

  it('makes the same change', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (head, before, after) => {
        const text = `${head}${before}!`;
        const whole = {
          span: { start: head.length, end: head.length + before.length },
          before,
          after,
        };
        expect(applyEdits(text, [trimEdit(whole)])).toBe(applyEdits(text, [whole]));
      }),
    );
  });
});
