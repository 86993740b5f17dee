import { DocumentProblem } from '../../core/problem.ts';

/** A document whose encryption was taken away, and which of the passwords did it. */
export interface Unlocked {
  readonly bytes: Uint8Array;
  readonly password: string;
}

/** Takes the encryption away with the first password that fits. Throws DocumentProblem 'needs-password'. */
export async function unlock(bytes: Uint8Array, passwords: readonly string[]): Promise<Unlocked> {
  for (const password of [...passwords, silentPassword]) {
    const opened = await decrypted(bytes, password);
    if (opened) return { bytes: opened, password };
  }
  throw new DocumentProblem(
    'needs-password',
    passwords.length === 0
      ? 'The document is encrypted, and no password is named for this client or job.'
      : 'The document is encrypted, and none of the passwords named for this client or job fits.',
  );
}

/** Encrypts an Office document with a password, by AES with 256 bits as Word does. Each time gives other bytes. */
export async function locked(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const officeCrypto = await library();
  return new Uint8Array(officeCrypto.encrypt(Buffer.from(bytes), { password }));
}

/** Office encrypts documents that are only protected against changes with this, and opens them without asking. */
const silentPassword = 'VelvetSweatshop';

/** Undefined when the password does not fit; the library tells that by its message only. */
async function decrypted(bytes: Uint8Array, password: string): Promise<Uint8Array | undefined> {
  const officeCrypto = await library();
  try {
    return new Uint8Array(await officeCrypto.decrypt(Buffer.from(bytes), { password }));
  } catch (error) {
    if (error instanceof Error && error.message === 'The password is incorrect') return undefined;
    throw new DocumentProblem(
      'needs-password',
      'The document is encrypted in a way that cannot be undone here, or its encryption is damaged.',
    );
  }
}

/** Loaded when the first encrypted document comes, since few do. */
async function library() {
  return (await import('officecrypto-tool')).default;
}
