import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';

/** The SHA-256 of a file, in lower-case hex, read in pieces. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}

/** A copy that is on the disk when it returns; never over another file. */
export async function copyDurably(source: string, path: string): Promise<void> {
  await copyFile(source, path, constants.COPYFILE_EXCL);
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
