import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentHash } from '../../job/job.ts';
import type { ContentStore } from '../../ports.ts';
import { newId } from '../system/ids.ts';
import { ensureFolder, privateFile, privateFolder, syncFolder, writeFresh } from './durable.ts';
import { unlessMissing, writing } from './errors.ts';

/** What a crash left half-written is taken away after this time; nothing takes so long to write. */
const leftoverAgeMs = 3_600_000;

/**
 * Contents as files named by their SHA-256, in 256 folders by its first two digits.
 * A file is whole or not there; only this user may read it.
 * `get` throws when a content is missing or is no longer what it was.
 */
export function createContentStore({ folder }: { readonly folder: string }): ContentStore {
  const temporary = join(folder, 'temporary');
  const inHand = new Map<string, Promise<void>>();
  let swept: Promise<void> | undefined;
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      const begun = inHand.get(hash) ?? writing(folder, () => keep(hash, bytes));
      inHand.set(hash, begun);
      try {
        await begun;
      } finally {
        inHand.delete(hash);
      }
      return hash;
    },
    async get(hash) {
      const bytes = await unlessMissing(readFile(pathOf(folder, hash)));
      if (!bytes) throw new Error(`The content store has nothing under ${hash}. ${restore}`);
      if (sha256(bytes) === hash) return bytes;
      throw new Error(`The content store holds a damaged file under ${hash}. ${restore}`);
    },
  };

  async function keep(hash: ContentHash, bytes: Uint8Array): Promise<void> {
    const path = pathOf(folder, hash);
    if (await holds(path, bytes)) return;
    swept ??= sweep(temporary);
    await swept;
    await ensureFolder(dirname(path), privateFolder);
    const fresh = join(temporary, `${hash}.${newId()}`);
    try {
      await writeFresh(fresh, bytes, privateFile);
      await rename(fresh, path);
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  }
}

const restore = 'Put it back from a backup of .proofdesk/store.';

function sha256(bytes: Uint8Array): ContentHash {
  return createHash('sha256').update(bytes).digest('hex') as ContentHash;
}

/**
 * Takes a content away that nobody names any more. False, and it stays, when it was put within `freshMs`: whoever put it
 * may be about to name it. It is set aside before that is asked, so that a `put` meanwhile makes it fresh or writes it anew.
 */
export async function removeContent(
  folder: string,
  hash: ContentHash,
  { now, freshMs }: { readonly now: Date; readonly freshMs: number },
): Promise<boolean> {
  const path = pathOf(folder, hash);
  const aside = join(folder, 'temporary', `${hash}.${newId()}`);
  await ensureFolder(dirname(aside), privateFolder);
  const moved = await unlessMissing(rename(path, aside).then(() => true));
  if (!moved) return true;
  const { mtimeMs } = await stat(aside);
  if (now.getTime() - mtimeMs < freshMs) {
    await rename(aside, path);
    return false;
  }
  await rm(aside);
  await syncFolder(dirname(path));
  return true;
}

/** Throws when `hash` is no SHA-256, so that no path is ever made of something else. */
function pathOf(folder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not the hash of a content: ${hash}`);
  return join(folder, hash.slice(0, 2), hash);
}

/**
 * Compared and not only looked for: a file that was damaged meanwhile is written anew. It counts as fresh from now on, so
 * that nobody takes it away while it is about to be named again.
 */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  const now = new Date();
  await unlessMissing(utimes(path, now, now));
  const stats = await unlessMissing(stat(path));
  return stats?.size === bytes.length && (await readFile(path)).equals(bytes);
}

async function sweep(temporary: string): Promise<void> {
  await ensureFolder(temporary, privateFolder);
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name);
    const stats = await unlessMissing(stat(path));
    if (stats && Date.now() - stats.mtimeMs > leftoverAgeMs) await rm(path, { force: true });
  }
}
