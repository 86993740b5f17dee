import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DeskProblem } from '../../job/trouble.ts';
import type { Vault } from '../../ports.ts';
import { privateFile, writeIfMissing } from '../fs/durable.ts';

/**
 * Seals with the key of the desk (AES-256-GCM), which is made at the first use and lies in a file of its own.
 * The same secret gives the same seal, since what is kept is compared by its hash; so the nonce is made from the secret.
 */
export async function openVault(keyFile: string): Promise<Vault> {
  const key = await keyIn(keyFile);
  return {
    seal(secret) {
      const nonce = createHmac('sha256', key).update(secret).digest().subarray(0, nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce);
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes));
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const body = decipher.update(bytes.subarray(nonceBytes + tagBytes));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** Makes marks of names, by which only who has the key and guesses a name can tell it. */
export async function openMarker(keyFile: string): Promise<(name: string) => string> {
  const key = await keyIn(keyFile);
  return (name) => createHmac('sha256', key).update(`mark\n${name}`).digest('hex').slice(0, 32);
}

async function keyIn(keyFile: string): Promise<Buffer> {
  await writeIfMissing(keyFile, randomBytes(keyBytes).toString('hex'), privateFile);
  const key = Buffer.from((await readFile(keyFile, 'utf8')).trim(), 'hex');
  if (key.length === keyBytes) return key;
  throw new DeskProblem(
    `${keyFile} is damaged. Move it away: a new one is made, and passwords that were kept under it must be named again.`,
  );
}

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
