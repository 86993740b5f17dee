import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openVault } from '../../../src/adapters/system/vault.ts';

async function keyFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proofdesk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'key');
}

it('opens what it sealed, also after a restart, and seals alike each time', async () => {
  const file = await keyFile();
  const [first, again] = [await openVault(file), await openVault(file)];
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (secret) => {
      const sealed = first.seal(secret);
      expect(again.open(sealed)).toBe(secret);
      expect(again.seal(secret)).toBe(sealed);
      if (secret.length > 8) expect(sealed).not.toContain(secret);
    }),
  );
});

it('does not open what was sealed with another key, or was changed', async () => {
  const [one, other] = [await openVault(await keyFile()), await openVault(await keyFile())];
  const sealed = one.seal('open sesame');
  expect(other.open(sealed)).toBeUndefined();
  const last = sealed.at(-1) === 'A' ? 'B' : 'A';
  expect(one.open(sealed.slice(0, -1) + last)).not.toBe('open sesame');
  expect(one.open('')).toBeUndefined();
});

it('says what to do when its key is damaged', async () => {
  const file = await keyFile();
  await writeFile(file, 'cafe');
  await expect(openVault(file)).rejects.toThrow(/Move it away/);
});

it('keeps its key from other users of the machine', async () => {
  const file = await keyFile();
  await openVault(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).length).toBe(64);
});
