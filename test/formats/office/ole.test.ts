import { describe, expect, it } from 'vitest';
import { isEncrypted, isOldWord, oleProblem } from '../../../src/formats/office/ole.ts';
import { oleFile } from './ole-file.ts';

/** The header of a Word document whose flags say that it is encrypted. */
const protectedText = new Uint8Array(512);
protectedText.set([0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0, 0x01]);

describe('an OLE file', () => {
  it('is an old Word document by its streams, whatever its name', () => {
    expect(isOldWord('a.doc', oleFile(['WordDocument']))).toBe(true);
    expect(isOldWord('a.docx', oleFile(['WordDocument']))).toBe(true);
    expect(isOldWord('a.wps', oleFile(['CONTENTS']))).toBe(true);
    expect(isOldWord('a.doc', oleFile(['Workbook']))).toBe(false);
    expect(isOldWord('a.doc', oleFile(['EncryptedPackage']))).toBe(false);
    expect(isOldWord('a.doc', oleFile(['WordDocument'], protectedText))).toBe(false);
    expect(isOldWord('a.doc', new Uint8Array(Buffer.from('WordDocument')))).toBe(false);
  });

  it.each([
    ['WordDocument', 'legacy-format', /Word 97 to 2003/],
    ['Workbook', 'legacy-format', /Excel/],
    ['PowerPoint Document', 'legacy-format', /presentation/],
    ['EncryptedPackage', 'needs-password', /encrypted/],
    ['Something', 'legacy-format', /old Office file/],
  ])('with the stream %s is refused as %s', (stream, code, detail) => {
    expect(oleProblem(oleFile([stream]))).toMatchObject({
      code,
      detail: expect.stringMatching(detail),
    });
    expect(isEncrypted(oleFile([stream]))).toBe(stream === 'EncryptedPackage');
  });

  it('with an old password is refused with what to ask for', () => {
    expect(oleProblem(oleFile(['WordDocument'], protectedText))).toMatchObject({
      code: 'needs-password',
      detail: expect.stringContaining('ask for a .docx'),
    });
  });
});
