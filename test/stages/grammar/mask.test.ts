import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMasked, maskText } from '../../../src/stages/grammar/mask.ts';
import { pieceLengthMax, piecesOf } from '../../../src/stages/grammar/pieces.ts';

const texts = fc
  .array(
    fc.constantFrom(
      'the ',
      '😀',
      'https://example.org/a ',
      'ada@example.org, ',
      'x'.repeat(70),
      '\n',
      '. ',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const frozen = fc
  .array(fc.tuple(fc.nat(200), fc.nat(40)), { maxLength: 4 })
  .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })));

it('keeps every character where it was', () => {
  fc.assert(
    fc.property(texts, frozen, (text, spans) => {
      const inside = spans.filter(({ end }) => end <= text.length);
      const whole = maskText(text, inside);
      const shown = whole.text;
      expect(shown).toHaveLength(text.length);
      for (let at = 0; at < text.length; at += 1) {
        if (!isMasked(whole, { start: at, end: at + 1 }))
          expect(shown.charAt(at)).toBe(text.charAt(at));
      }
      for (const span of inside) {
        // White space between frozen parts has nothing to hide, and is left as it is.
        if (!/\S/u.test(text.slice(span.start, span.end))) continue;
        expect(shown.slice(span.start, span.end)).toMatch(/^[Xx ]*$/);
        expect(isMasked(whole, span)).toBe(true);
      }
    }),
  );
});

it('leaves no token of more than sixty characters, whatever it is made of', () => {
  for (const long of ['x'.repeat(20_000), 'QmFz'.repeat(40), 'ก'.repeat(61), 'a/b'.repeat(50)]) {
    const { text } = maskText(`It is ${long} here.`, []);
    expect(Math.max(...text.split(' ').map((token) => token.length))).toBeLessThanOrEqual(60);
  }
});

it('leaves words that dashes join to be read', () => {
  const words = 'the one who had always come first—and who had always been thought the best—left';
  expect(maskText(words.replaceAll(' ', '—'), []).masked).toEqual([]);
});

it('cuts a paragraph into pieces that are together all of it, never inside a character', () => {
  const unit = fc.constantFrom('😀', 'word ', 'It ends. ', 'x', '\n');
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 8 }),
      fc.integer({ min: 1, max: 5_000 }),
      (parts, times) => {
        const text = parts.join('').repeat(times);
        const pieces = piecesOf(text).map(({ start, end }) => text.slice(start, end));
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(pieceLengthMax);
          expect(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(piece)).toBe(false);
        }
      },
    ),
    { numRuns: 40 },
  );
});
