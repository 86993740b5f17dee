import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCards, maskCards } from '../../src/report/cards.ts';

describe('maskCards', () => {
  test.each([
    ['Visa', '4111111111111111', '411111••••••1111'],
    ['Visa in groups', 'Card 4111 1111 1111 1111, please', 'Card 4111 11•• •••• 1111, please'],
    ['Mastercard with dashes', '5555-5555-5555-4444', '5555-55••-••••-4444'],
    ['Mastercard of the 2 series', '2223003122003222', '222300••••••3222'],
    ['American Express', '3782 822463 10005', '3782 82•••• •0005'],
    ['Diners Club', '30569309025904', '305693••••5904'],
    [
      'JCB with no-break spaces',
      '3530\u00A01113\u00A03330\u00A00000',
      '3530\u00A011••\u00A0••••\u00A00000',
    ],
    ['Discover', '6011111111111117', '601111••••••1117'],
    ['beside another number', 'Ref 2024 4111 1111 1111 1111 12', 'Ref 2024 4111 11•• •••• 1111 12'],
    ['13 digits', '4222222222222', '422222•••2222'],
  ])('hides the middle of %s', (_, text, masked) => {
    expect(maskCards(text)).toBe(masked);
    expect(countCards(text)).toBe(1);
  });

  test.each([
    ['a number that fails the check', '4111111111111112'],
    ['an ISBN', 'ISBN 978-0-306-40615-7'],
    ['an IBAN', 'GB29 NWBK 6016 1331 9268 19'],
    ['a telephone number', '+44 20 7946 0958'],
    ['a number of another industry', '1234567812345670'],
    ['digits within a word', 'x4111111111111111'],
    ['a longer number', '41111111111111110000'],
  ])('leaves %s alone', (_, text) => {
    expect(maskCards(text)).toBe(text);
    expect(countCards(text)).toBe(0);
  });

  test('keeps the length, and has nothing to do the second time', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789 -4'), maxLength: 60 });
    fc.assert(
      fc.property(digits, (text) => {
        const masked = maskCards(text);
        expect(masked).toHaveLength(text.length);
        expect(maskCards(masked)).toBe(masked);
      }),
    );
  });

  test('takes a long run of digits in its stride', () => {
    const started = performance.now();
    maskCards('4111 '.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
