import { constants } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, unlessMissing, writing } from './errors.ts';

/** For what is nobody's business but the desk's own. */
export const privateFile = 0o600;
export const privateFolder = 0o700;

/** For what others are to read: the process's umask decides. */
const sharedFolder = 0o777;

/**
 * Makes a folder with all above it, so that it is still there after a power cut. Each is made by itself:
 * making all in one call hides why it failed, and the caller must know a full disk from a missing one.
 */
export async function ensureFolder(folder: string, mode: number = sharedFolder): Promise<void> {
  if (await isFolder(folder)) return;
  if (dirname(folder) !== folder) await ensureFolder(dirname(folder), mode);
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !(await isFolder(folder))) throw error;
  }
  await syncFolder(dirname(folder));
}

async function isFolder(path: string): Promise<boolean> {
  return (await unlessMissing(stat(path)))?.isDirectory() ?? false;
}

/** Takes a folder away if it is empty; what lies in it may be someone's. */
export async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  }
}

/** Writes a file that is not there yet; the bytes are on the disk when it returns. */
export async function writeFresh(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const handle = await open(path, flags, mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file, whole or not at all, unless there is one of that name. The folder must be there. */
export async function writeIfMissing(
  path: string,
  content: string | Uint8Array,
  mode?: number,
): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const fresh = join(dirname(path), `.${basename(path)}.fresh`);
  await writing(dirname(path), async () => {
    await rm(fresh, { force: true });
    await writeFresh(fresh, bytes, mode);
    if (!(await giveName(fresh, path))) await rm(fresh);
    await syncFolder(dirname(path));
  });
}

/** Writes a small file of the desk's own over the one that is there: whoever reads it sees the old or the new, whole. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const fresh = `${path}.fresh`;
  await writing(dirname(path), async () => {
    await rm(fresh, { force: true });
    await writeFresh(fresh, new TextEncoder().encode(content), privateFile);
    await rename(fresh, path);
    await syncFolder(dirname(path));
  });
}

/** Writes a file over the one that is there, whole or not at all. False when a folder has its name. */
export async function writeOver(path: string, bytes: Uint8Array): Promise<boolean> {
  if (await isFolder(path)) return false;
  const fresh = join(dirname(path), `.${basename(path)}.fresh`);
  await rm(fresh, { force: true });
  await writeFresh(fresh, bytes);
  await rename(fresh, path);
  await syncFolder(dirname(path));
  return true;
}

/** As `writeIfMissing`, with the content of another file. */
export async function copyIfMissing(source: string, path: string): Promise<void> {
  await writeIfMissing(path, await readFile(source));
}

/** Makes the names in a folder durable. Windows has no such call, and does it by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What file systems answer that have no hard links, or no more of them for this file. */
const linklessCodes: readonly string[] = [
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
];

/**
 * Gives a finished file its name, in the same folder, unless the name is taken: then false.
 * A rename would write over the other file without a word, so it is a link.
 */
export async function giveName(
  temporary: string,
  path: string,
  linked: typeof link = link,
): Promise<boolean> {
  try {
    await linked(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!linklessCodes.includes(codeOf(error) ?? '')) throw error;
    return reserveAndRename(temporary, path);
  }
  await rm(temporary, { force: true });
  return true;
}

/** Without links: an empty file of our own takes the name first, and only that one is written over. */
async function reserveAndRename(temporary: string, path: string): Promise<boolean> {
  try {
    await writeFresh(path, new Uint8Array());
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  await rename(temporary, path);
  return true;
}
