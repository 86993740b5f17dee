import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  frozenAddresses,
  frozenInProse,
  frozenQuotations,
  mergedSpans,
} from '../../src/core/frozen.ts';
import type { TextSpan } from '../../src/core/span.ts';

const cut = (text: string, spans: readonly TextSpan[]): readonly string[] =>
  spans.map((span) => text.slice(span.start, span.end));

describe('frozenAddresses', () => {
  const addresses: readonly (readonly [string, readonly string[]])[] = [
    [
      'See https://a.example/b_(c), or www.b.example.',
      ['https://a.example/b_(c)', 'www.b.example'],
    ],
    ['(see:https://a.example/x?y=1#z)', ['https://a.example/x?y=1#z']],
    [
      'Write to mailto:jo@ex.example or to jo.b+c@ex.co.uk.',
      ['mailto:jo@ex.example', 'jo.b+c@ex.co.uk'],
    ],
    ['Ask @jo_b about #proofs, please', ['@jo_b', '#proofs']],
    [
      'In C:\\Files\\a.txt, \\\\server\\share or /usr/lib',
      ['C:\\Files\\a.txt', '\\\\server\\share', '/usr/lib'],
    ],
    ['Open ./here, ~/there and src/main.ts now', ['./here', '~/there', 'src/main.ts']],
    ['Send report.docx to shop.example.co.uk/new', ['report.docx', 'shop.example.co.uk/new']],
    [
      'commit a1b2c3d of 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      ['a1b2c3d', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ],
    ['the doi:10.1000/182 and 10.1000/183', ['doi:10.1000/182', '10.1000/183']],
    [
      `Dear {{ first name }}, \${sum} {id} <<DATE>> [[Page]] %(name)s`,
      ['{{ first name }}', `\${sum}`, '{id}', '<<DATE>>', '[[Page]]', '%(name)s'],
    ],
    ['a <b class="x">tag</b> here', ['<b class="x">', '</b>']],
    [`key ${'Ab3'.repeat(30)} end`, ['Ab3'.repeat(30)]],
  ];

  it.each(addresses)('%s', (text, expected) => {
    expect(cut(text, frozenAddresses(text))).toEqual(expected);
  });

  it.each([
    'He and/or she drove 24/7 at 30 km/h; they said he/she/they.',
    'At 10:30 a.m. on 12/11/2024, e.g. in the U.S., it was 3.5 cm.',
    'The end.The start of a sentence without its space.',
    'An effaced, defaced facade of 12345678 bricks.',
    'A state-of-the-art, never-before-seen-by-anyone-in-the-whole-wide-world, made-up word.',
    'Is 3 < 4 and 5 > 4? Ratio 1:2; note: this.',
  ])('leaves prose alone: %s', (text) => {
    expect(cut(text, frozenAddresses(text))).toEqual([]);
  });

  it('gives sorted spans that do not overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a.@/:# \\<{["“”1\n') }), (text) => {
        let end = -1;
        for (const span of frozenInProse(text)) {
          expect(span.start).toBeGreaterThan(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each(['a', 'a.', '@', '" ', 'a/', '(', ')', 'a-', '{', 'http://', '0a', '<a ', 'x@y.'])(
    'takes time in proportion to a text of many %s',
    (unit) => {
      const time = (count: number): number => {
        const text = unit.repeat(count);
        const start = performance.now();
        frozenInProse(text);
        return performance.now() - start;
      };
      expect(time(300_000)).toBeLessThan(2_000);
    },
  );
});

describe('frozenQuotations', () => {
  it('freezes the inside of a quotation of eight words, in straight and in curly marks', () => {
    const text = 'He said "one two three four five six seven eight." “1 2 3 4 5 6 7 8”';
    expect(cut(text, frozenQuotations(text))).toEqual([
      'one two three four five six seven eight.',
      '1 2 3 4 5 6 7 8',
    ]);
  });

  it('leaves shorter ones to the proofreader', () => {
    expect(frozenQuotations('The "one two three four five six seven" term')).toEqual([]);
  });

  it('freezes nothing after a mark without a partner', () => {
    const rest = 'one two three four five six seven eight nine ten';
    expect(frozenQuotations(`She said "${rest}`)).toEqual([]);
    expect(frozenQuotations(`She said “${rest}`)).toEqual([]);
    expect(frozenQuotations(`A pipe of 6" and ${rest} of 8" width`)).toEqual([]);
  });

  it('begins anew where a second quotation opens before the first is closed', () => {
    const text = '“one two three “one two three four five six seven eight” and more';
    expect(cut(text, frozenQuotations(text))).toEqual(['one two three four five six seven eight']);
  });
});

describe('mergedSpans', () => {
  it('sorts, joins what overlaps or touches, and drops what is empty', () => {
    const spans = [
      { start: 5, end: 7 },
      { start: 0, end: 3 },
      { start: 9, end: 9 },
      { start: 2, end: 4 },
      { start: 7, end: 8 },
    ];
    expect(mergedSpans(spans)).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 8 },
    ]);
  });
});
