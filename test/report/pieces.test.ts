import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Numbered } from '../../src/report/html/numbered.ts';
import { type Piece, piecesOf } from '../../src/report/html/pieces.ts';
import type { ReportEdit } from '../../src/report/schema.ts';

const text = 'We recieved the the parcel on Monday .';
const whole = { start: 0, end: text.length };

function numbered(n: number, edit: Partial<ReportEdit> & { start: number; end: number }): Numbered {
  return {
    n,
    edit: {
      stage: 's',
      rule: 'r',
      before: text.slice(edit.start, edit.end),
      after: null,
      decision: 'noted',
      confidence: 0.5,
      message: 'm',
      alternatives: [],
      ...edit,
    },
  };
}

describe('piecesOf', () => {
  test('shows what is applied, then suggestions, then remarks, and a word before the sentence around it', () => {
    const findings = [
      numbered(1, { start: 0, end: text.length }),
      numbered(2, { start: 3, end: 11, after: 'received', decision: 'applied' }),
      numbered(3, { start: 0, end: 15, after: 'x', decision: 'suggested' }),
      numbered(4, { start: 20, end: 26 }),
    ];
    expect(piecesOf(text, whole, findings).map((piece) => summary(piece))).toEqual([
      '3:We ',
      '2:recieved>received',
      '3: the',
      '1: the ',
      '4:parcel',
      '1: on Monday .',
    ]);
  });

  test('shows an insertion at its place, also at the very end', () => {
    const findings = [
      numbered(1, { start: 29, end: 29, after: ',', decision: 'applied' }),
      numbered(2, { start: text.length, end: text.length, after: '!', decision: 'applied' }),
    ];
    expect(piecesOf(text, whole, findings).map(summary)).toEqual([
      'We recieved the the parcel on',
      '1:>,',
      ' Monday .',
      '2:>!',
    ]);
  });

  test('brings in the new text of a change once, whatever is remarked within it', () => {
    const findings = [
      numbered(1, { start: 3, end: 11, after: 'received', decision: 'applied' }),
      numbered(2, { start: 5, end: 5, after: 'x', decision: 'suggested' }),
    ];
    expect(piecesOf(text, { start: 0, end: 15 }, findings).map(summary)).toEqual([
      'We ',
      '1:recieved>received',
      '2:',
      ' the',
    ]);
  });

  test('marks a change that only white space makes', () => {
    const [change] = piecesOf('a  b', { start: 0, end: 4 }, [
      numbered(1, { start: 1, end: 3, after: ' ', decision: 'applied' }),
    ]).filter(({ kind }) => kind === 'change');
    expect(change).toMatchObject({ before: '  ', after: ' ', unseen: true });
  });

  test('never loses or doubles a character, whatever lies over what', () => {
    const spans = fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.nat(1)));
    fc.assert(
      fc.property(spans, (seeds) => {
        const findings = seeds.map(([a, b, noted], index) =>
          numbered(index + 1, {
            start: Math.min(a, b),
            end: Math.max(a, b),
            decision: noted ? 'noted' : 'suggested',
          }),
        );
        const shown = piecesOf(text, whole, findings).map((piece) =>
          piece.kind === 'change' ? piece.before : piece.text,
        );
        expect(shown.join('')).toBe(text);
      }),
    );
  });

  test('takes thousands of findings over one another in its stride', () => {
    const long = 'word '.repeat(20_000);
    const findings = Array.from({ length: 5_000 }, (_, index) =>
      numbered(index + 1, { start: index, end: long.length - index }),
    );
    const started = performance.now();
    piecesOf(long, { start: 0, end: long.length }, findings);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

function summary(piece: Piece): string {
  if (piece.kind === 'plain') return piece.text;
  return piece.kind === 'mark'
    ? `${piece.n}:${piece.text}`
    : `${piece.n}:${piece.before}>${piece.after}`;
}
