import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctNames, endingOf, numbered, safeName } from '../../../src/adapters/fs/names.ts';

const anyName = fc.string({ unit: 'binary', minLength: 0, maxLength: 400 });

describe('safeName', () => {
  it('gives one component that every file system takes, whatever the name', () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 1, max: 999 }), (name, number) => {
        const safe = numbered(safeName(name), number);
        expect(safe).not.toMatch(/[/\\\p{Cc}\u202A-\u202E\u2066-\u2069]|^\.{0,2}$/u);
        expect(Buffer.byteLength(`${safe}.reason.txt`)).toBeLessThanOrEqual(255);
        expect(safeName(safeName(name))).toBe(safeName(name));
      }),
    );
  });

  it.each([
    'Mémoire (final).docx',
    'Is it ready?.docx',
    '報告書.docx',
    'خانه\u200Cها.docx',
    '👩\u200D🚀.md',
    '...x',
  ])('leaves %s as it is', (name) => expect(safeName(name)).toBe(name));

  it('keeps the ending of a name that is too long', () => {
    const safe = safeName(`${'é'.repeat(200)}.docx.html`);
    expect(safe).toMatch(/^é+~\.docx\.html$/);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(235);
  });

  it('leads nowhere', () => {
    expect(['..', '.', '', '../../etc', 'a/b', 'a\\b'].map(safeName)).toEqual([
      '__',
      '_',
      '_',
      '.._.._etc',
      'a_b',
      'a_b',
    ]);
  });
});

describe('numbered', () => {
  it.each([
    ['letter.docx', 'letter (2).docx'],
    ['letter.docx.html', 'letter (2).docx.html'],
    ['letter.docx.reason.txt', 'letter (2).docx.reason.txt'],
    ['page.html', 'page (2).html'],
    ['v1.2 final', 'v1.2 final (2)'],
    ['notes.2024', 'notes.2024 (2)'],
    ['noending', 'noending (2)'],
    ['.hidden', '.hidden (2)'],
  ])('puts the number of %s before its ending', (name, second) => {
    expect(numbered(name, 1)).toBe(name);
    expect(numbered(name, 2)).toBe(second);
  });
});

it('takes for an ending only what looks like a kind of file', () => {
  expect(['a.docx', 'a.b.TXT', 'a.1', 'a', '.a', 'a.', 'a.toolongtobe'].map(endingOf)).toEqual([
    '.docx',
    '.TXT',
    '',
    '',
    '',
    '',
    '',
  ]);
});

it('gives every name of a folder another one', () => {
  const tricky = fc.constantFrom(
    'e\u0301',
    '\u00E9',
    'é (2)',
    'a\n',
    'a\r',
    'a_',
    'a_ (2)',
    'b.txt',
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(tricky, anyName), { maxLength: 12 }), (names) => {
      const distinct = distinctNames(names);
      expect(distinct.size).toBe(names.length);
      expect(new Set(distinct.values()).size).toBe(names.length);
    }),
  );
});
