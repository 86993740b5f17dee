import { createHash } from 'node:crypto';
import { link, lstat, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { copyDurably, hashOf } from './contents.ts';
import { giveName, syncFolder, writeFresh } from './durable.ts';
import { codeOf, unlessMissing } from './errors.ts';
import { createQueue } from './queue.ts';

/** What is put on a shelf. */
export interface Goods {
  /** Whether just this is at a path already; then nothing is left beside it of an earlier `putAt` that was cut off. */
  isAt(path: string): Promise<boolean>;
  /** Puts it there, whole and durable; false when the name is taken by something else. */
  putAt(path: string): Promise<boolean>;
}

/** Bytes at hand. */
export function bytesGoods(bytes: Uint8Array): Goods {
  const mark = createHash('sha256').update(bytes).digest('hex');
  return {
    async isAt(path) {
      const stats = await unlessMissing(lstat(path));
      if (!stats?.isFile() || stats.size !== bytes.length) return false;
      if (!(await readFile(path)).equals(bytes)) return false;
      await clearUp(temporaryFor(path, mark));
      return true;
    },
    putAt: (path) => putBy(path, mark, (temporary) => writeFresh(temporary, bytes)),
  };
}

/**
 * A file that is too large to hold in memory. It keeps its place and gets a second one:
 * a link where the file system has them, a copy otherwise.
 */
export function fileGoods(source: string): Goods {
  return {
    async isAt(path) {
      if (!(await sameFile(source, path))) return false;
      await clearUp(temporaryFor(path, source));
      return true;
    },
    async putAt(path) {
      if (await unlessMissing(lstat(path))) return false;
      return putBy(path, source, (temporary) => linkOrCopy(source, temporary));
    },
  };
}

const inOrder = createQueue();

/** Makes the file under a name of its own and gives it its name in one go. Never two at once under the same name. */
async function putBy(
  path: string,
  content: string,
  make: (temporary: string) => Promise<void>,
): Promise<boolean> {
  const temporary = temporaryFor(path, content);
  return inOrder(temporary, () => makeAndName(temporary, path, make));
}

/** Takes away what was left under such a name, but not what is being made there just now. */
function clearUp(temporary: string): Promise<void> {
  return inOrder(temporary, () => rm(temporary, { force: true }));
}

/** A name that only this content at this path has, so that whoever comes back after a crash takes away what was left. */
function temporaryFor(path: string, content: string): string {
  const mark = createHash('sha256')
    .update(`${basename(path)}\n${content}`)
    .digest('hex');
  return join(dirname(path), `.proofdesk-${mark.slice(0, 24)}.tmp`);
}

async function makeAndName(
  temporary: string,
  path: string,
  make: (temporary: string) => Promise<void>,
): Promise<boolean> {
  await rm(temporary, { force: true });
  try {
    await make(temporary);
    const named = await giveName(temporary, path);
    if (named) await syncFolder(dirname(path));
    return named;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function linkOrCopy(source: string, path: string): Promise<void> {
  try {
    await link(source, path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw error;
    await copyDurably(source, path);
  }
}

async function sameFile(source: string, path: string): Promise<boolean> {
  const [one, other] = [await lstat(source), await unlessMissing(lstat(path))];
  if (!other?.isFile()) return false;
  if (one.ino === other.ino && one.dev === other.dev) return true;
  return one.size === other.size && (await hashOf(source)) === (await hashOf(path));
}
