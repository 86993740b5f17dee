import { isUtf8 } from 'node:buffer';
import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { distinctNames } from '../names.ts';

/** What lies in a folder. `raw` is its name on the disk, `name` the same for people and for the ledger. */
export interface Entry {
  readonly raw: string;
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
}

export interface Listing {
  readonly entries: readonly Entry[];
  /** Names that are not text; shown with a mark for what cannot be read. */
  readonly unreadable: readonly string[];
}

/** Lists a folder in the order of names. Names are read as bytes, since on most systems they may be any. */
export async function listFolder(folder: string): Promise<Listing> {
  const found = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const readable = found.filter(({ name }) => isUtf8(name));
  const kinds = new Map(readable.map((entry) => [entry.name.toString(), kindOf(entry)]));
  const names = distinctNames([...kinds.keys()]);
  const entries = [...kinds].map(([raw, kind]) => ({ raw, name: names.get(raw) ?? raw, kind }));
  return {
    entries: entries.sort((a, b) => (a.raw < b.raw ? -1 : 1)),
    unreadable: found.filter(({ name }) => !isUtf8(name)).map(({ name }) => name.toString()),
  };
}

function kindOf(entry: Dirent<Buffer>): Entry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

/** So many files are asked after at once: enough to keep the disk busy, few enough to hold. */
const lookAtOnce = 128;

/** A file with its stats, or with the error that asking for them gave. */
export type Looked =
  | { readonly entry: Entry; readonly stats: BigIntStats }
  | { readonly entry: Entry; readonly error: unknown };

/** Asks after the files of a folder, in their order. */
export async function lookAt(folder: string, files: readonly Entry[]): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  for (let start = 0; start < files.length; start += lookAtOnce) {
    const some = files.slice(start, start + lookAtOnce);
    looked.push(...(await Promise.all(some.map((entry) => lookAtOne(folder, entry)))));
  }
  return looked;
}

async function lookAtOne(folder: string, entry: Entry): Promise<Looked> {
  try {
    return { entry, stats: await lstat(join(folder, entry.raw), { bigint: true }) };
  } catch (error) {
    return { entry, error };
  }
}
