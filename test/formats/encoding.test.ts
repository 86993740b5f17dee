import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentProblem } from '../../src/core/problem.ts';
import { decodeSource } from '../../src/formats/encoding.ts';

const bytesOf = (...values: readonly (number | string)[]): Uint8Array =>
  new Uint8Array(
    values.flatMap((each) => (typeof each === 'string' ? [...Buffer.from(each)] : [each])),
  );

describe('decodeSource', () => {
  it.each([
    ['UTF-8', bytesOf('caf\u00e9')],
    ['UTF-8', bytesOf(0xef, 0xbb, 0xbf, 'caf\u00e9')],
    ['UTF-16LE', bytesOf(0xff, 0xfe, 99, 0, 97, 0, 102, 0, 0xe9, 0)],
    ['UTF-16BE', bytesOf(0xfe, 0xff, 0, 99, 0, 97, 0, 102, 0, 0xe9)],
    ['UTF-16LE', bytesOf(99, 0, 97, 0, 102, 0, 0xe9, 0)],
    ['UTF-16BE', bytesOf(0, 99, 0, 97, 0, 102, 0, 0xe9)],
    ['ISO-8859-1', bytesOf('caf', 0xe9)],
  ])('reads %s', (encoding, bytes) => {
    const source = decodeSource(bytes);
    expect(source.encoding).toBe(encoding);
    expect(source.text).toBe('café');
  });

  it('reads every byte of windows-1252, the typographic ones too', () => {
    expect(decodeSource(bytesOf('a', 0x93, 'b', 0x94, 0x97, 0x80)).text).toBe('a“b”—€');
  });

  it('says so when a file is not in Unicode', () => {
    expect(decodeSource(bytesOf('caf', 0xe9)).warnings).toEqual([
      'The file is not in Unicode; it was read as ISO-8859-1.',
    ]);
    expect(decodeSource(bytesOf('caf', 0xe9, 0x92)).warnings).toEqual([
      'The file is not in Unicode; it was read as windows-1252.',
    ]);
    expect(decodeSource(bytesOf(97, 0, 98, 0)).warnings).toEqual([
      'The file does not say how it is written; it was read as UTF-16LE.',
    ]);
  });

  it('takes the encoding that the file names, unless the bytes are UTF-8 beyond doubt', () => {
    expect(decodeSource(bytesOf(0xbe), 'iso-8859-2').text).toBe('ž');
    expect(decodeSource(bytesOf('“é”'), 'iso-8859-1').text).toBe('“é”');
    expect(decodeSource(bytesOf('“é”'), 'iso-8859-1').canHold('é')).toBe(false);
    expect(decodeSource(bytesOf('plain'), 'iso-8859-1').encoding).toBe('windows-1252');
  });

  it('writes into ISO-8859-1 only what it has in common with windows-1252', () => {
    const source = decodeSource(bytesOf('caf', 0xe9));
    expect(source.canHold('’')).toBe(false);
    expect(source.canHold('ÿ')).toBe(true);
    expect(source.characters).toHaveLength(96);
    expect(decodeSource(bytesOf('caf', 0xe9, 0x92)).characters).toContain('’');
    expect(decodeSource(bytesOf('cafe')).characters).toBeUndefined();
  });

  it.each([
    ['binary data', bytesOf('PNG', 0, 1, 2, 0)],
    ['binary data after a mark', bytesOf(0xef, 0xbb, 0xbf, 'PNG', 0)],
    ['UTF-32', bytesOf(0xff, 0xfe, 0, 0, 97, 0, 0, 0)],
    ['half a character of UTF-16', bytesOf(97, 0, 98, 0, 99)],
    ['numbers of 16 bits', bytesOf(1, 0, 2, 0, 97, 0, 98, 0)],
    ['zeros on both sides', bytesOf(97, 0, 0, 98, 0, 99, 100, 0)],
    ['control characters', bytesOf(1, 2, 3, 4, 0xe9, 5, 6, 7)],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeSource(bytes)).toThrow(DocumentProblem);
  });

  it('refuses an encoding of several bytes by its name', () => {
    expect(() => decodeSource(bytesOf(0x82, 0xa0), 'shift_jis')).toThrow(/shift_jis/);
  });
});

describe('splice', () => {
  it('changes the bytes of the splice and no others, however damaged the rest is', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', 'é', '“', '😀').map((text) => [...Buffer.from(text)]),
      fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: 4 }),
    );
    const some = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.flat());
    fc.assert(
      fc.property(some, some, (head, tail) => {
        const mark = [0xef, 0xbb, 0xbf];
        const bytes = Uint8Array.from([...mark, ...head, ...Buffer.from(' teh '), ...tail]);
        const source = decodeSource(bytes);
        const start = new TextDecoder().decode(Uint8Array.from([...head, 32])).length;
        expect(source.text.slice(start, start + 3)).toBe('teh');
        const saved = source.splice([{ source: { start, end: start + 3 }, text: 'thé' }]);
        expect([...saved]).toEqual([...mark, ...head, ...Buffer.from(' thé '), ...tail]);
      }),
    );
  });

  it('refuses a character that the encoding lacks, by its number', () => {
    const source = decodeSource(bytesOf('caf', 0xe9));
    expect(() => source.splice([{ source: { start: 0, end: 1 }, text: '😀' }])).toThrow(/U\+1F600/);
  });

  it('refuses splices out of order', () => {
    const source = decodeSource(bytesOf('one two'));
    const at = (start: number) => ({ source: { start, end: start + 1 }, text: '' });
    expect(() => source.splice([at(4), at(0)])).toThrow(/out of order/);
  });
});
