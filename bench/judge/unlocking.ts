import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import officeCrypto from 'officecrypto-tool';
import { type Delivery, sha256 } from './desk.ts';

/** The passwords in a file, one a line. */
export function passwordsIn(file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  return readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
}

/** The same delivery with copies of its files from which the encryption was taken away, where there is one. */
export async function unlocked(
  delivery: Delivery,
  { passwords, folder }: { readonly passwords: readonly string[]; readonly folder: string },
): Promise<Delivery> {
  if (!isEncrypted(readFileSync(delivery.original))) return delivery;
  const own = join(folder, sha256(delivery.name));
  mkdirSync(own);
  const plain = async (kind: 'original' | 'corrected' | 'redline'): Promise<string> => {
    const bytes = readFileSync(delivery[kind]);
    if (!isEncrypted(bytes)) return delivery[kind];
    const path = join(own, `${kind}${extname(delivery.original)}`);
    writeFileSync(path, await decrypted(bytes, passwords));
    return path;
  };
  const [original, corrected, redline] = [
    await plain('original'),
    await plain('corrected'),
    await plain('redline'),
  ];
  return { ...delivery, original, corrected, redline };
}

function isEncrypted(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('hex') === 'd0cf11e0' && officeCrypto.isEncrypted(bytes);
}

/** What Office encrypts with when a document is only protected against changes. */
const silentPassword = 'VelvetSweatshop';

async function decrypted(bytes: Buffer, passwords: readonly string[]): Promise<Uint8Array> {
  for (const password of [...passwords, silentPassword]) {
    // A wrong password is an error of the library.
    const plain = await officeCrypto.decrypt(bytes, { password }).catch(() => undefined);
    if (plain) return plain;
  }
  throw new Error('a delivered document is encrypted with a password that was not given');
}
