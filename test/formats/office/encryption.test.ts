import { readFileSync } from 'node:fs';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../src/formats/docx/docx.ts';
import { locked, unlock } from '../../../src/formats/office/encryption.ts';
import { isEncrypted } from '../../../src/formats/office/ole.ts';
import { corpusFolder } from '../../parts.ts';
import { wordFileOf } from '../docx/package.ts';

const plain = wordFileOf('<w:p><w:r><w:t>Text</w:t></w:r></w:p>');

describe('encryption', () => {
  it('is known by the content, and by nothing else', async () => {
    expect(isEncrypted(await locked(plain, 'sesame'))).toBe(true);
    expect(isEncrypted(plain)).toBe(false);
    expect(isEncrypted(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe(
      false,
    );
  });

  it('is undone by the password that fits, wherever in the list it stands', async () => {
    const { bytes, password } = await unlock(await locked(plain, 'Zürich ’1’'), [
      'no',
      'Zürich ’1’',
    ]);
    expect(password).toBe('Zürich ’1’');
    expect(Buffer.compare(bytes, plain)).toBe(0);
  });

  it('of the older kind is undone too', async () => {
    const options = { password: 'sesame', type: 'standard' } as const;
    const standard = officeCrypto.encrypt(Buffer.from(plain), options);
    expect(Buffer.compare((await unlock(standard, ['sesame'])).bytes, plain)).toBe(0);
  });

  it('that only protects against changes needs no password', async () => {
    expect((await unlock(await locked(plain, 'VelvetSweatshop'), [])).password).toBe(
      'VelvetSweatshop',
    );
  });

  it('that no password undoes is told, without the passwords', async () => {
    const bytes = await locked(plain, 'sesame');
    const code = 'needs-password';
    await expect(unlock(bytes, [])).rejects.toMatchObject({ code, detail: /no password is named/ });
    await expect(unlock(bytes, ['a-secret'])).rejects.toMatchObject({
      code,
      detail: expect.not.stringContaining('a-secret'),
    });
  });

  it('that is damaged is told', async () => {
    const bytes = await locked(plain, 'sesame');
    const at = Buffer.from(bytes).indexOf('cipherAlgorithm');
    bytes.fill(0x20, at, at + 400);
    await expect(unlock(bytes, ['sesame'])).rejects.toMatchObject({ code: 'needs-password' });
  });
});

const corpus = corpusFolder();

it.skipIf(corpus === undefined).each([
  ['apache+poi/bug53475-password-is-pass.docx', 'pass'],
  ['apache+poi/bug53475-password-is-solrcell.docx', 'solrcell'],
  ['msoffcrypto-tool/example_password.docx', 'Password1234_'],
])('opens %s', async (file, password) => {
  const bytes = new Uint8Array(readFileSync(`${corpus}/odd/${file}`));
  const { bytes: opened } = await unlock(bytes, ['wrong', password]);
  expect(docx.open(opened).document.blocks.length).toBeGreaterThan(0);
  const again = await unlock(await locked(opened, password), [password]);
  expect(Buffer.compare(again.bytes, opened)).toBe(0);
});
