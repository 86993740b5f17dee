import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../../adapters/fs/contents.ts';
import { unlessMissing } from '../../adapters/fs/errors.ts';

/** Something on the disk that is missing, not as it was, or unknown; and what to do about it. */
export interface Unaccounted {
  /** A path below the desk. */
  readonly where: string;
  readonly says: string;
  readonly remedy: string;
}

/** The files below a folder, each with its SHA-256, by their path below it with `/`. */
export type HashedFiles = ReadonlyMap<string, string>;

export async function hashedFiles(folder: string): Promise<HashedFiles> {
  const files = new Map<string, string>();
  for (const path of await filesBelow(folder)) {
    const hash = await unlessMissing(hashOf(join(folder, path)));
    if (hash) files.set(path, hash);
  }
  return files;
}

/** The paths of all that is no folder, with `/`; none where the folder is missing. */
export async function filesBelow(folder: string, below = ''): Promise<readonly string[]> {
  const entries = await unlessMissing(readdir(join(folder, below), { withFileTypes: true }));
  const found: string[] = [];
  for (const entry of entries ?? []) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (!entry.isDirectory()) found.push(path);
    else for (const one of await filesBelow(folder, path)) found.push(one);
  }
  return found.sort();
}
