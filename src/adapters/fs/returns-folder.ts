import type { Stats } from 'node:fs';
import { lstat, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientName } from '../../job/job.ts';
import type { ReturnedFile, Returns } from '../../job/reviews.ts';
import { ensureFolder, privateFolder, syncFolder, writeIfMissing } from './durable.ts';
import { unlessMissing, writing } from './errors.ts';
import { freeName } from './free-name.ts';
import { safeName } from './names.ts';

/** Where files go that were taken, and those that could not be; nothing in them is looked at again. */
const ours: readonly string[] = ['taken', 'refused'];

/** What programs leave beside a document, and downloads under way. */
const passing = /^(?:\.|~\$)|\.(?:part|tmp|crdownload)$/i;

/** Nobody sorts what goes back into more folders than this. */
const depthMax = 8;

/**
 * What clients send back, in `<client>/<job>/…`. A file is moved only after the ledger has what is in it, so one that
 * was read and not moved yet is simply read again: the ledger knows it by its hash.
 */
export function createReturnsFolder(options: {
  readonly folder: string;
  /** A file must have been still for so long: it may be written just now. */
  readonly settleMs: number;
  readonly sizeBytesMax: number;
}): Returns {
  const { folder } = options;
  return {
    async files() {
      const found: ReturnedFile[] = [];
      for (const client of await foldersIn(folder)) {
        for (const job of await foldersIn(join(folder, client))) {
          const place = { client: client as ClientName, folder: job };
          for (const path of await pathsIn(join(folder, client, job), depthMax)) {
            const file = await readSettled({ ...place, path }, options);
            if (file) found.push(file);
          }
        }
      }
      return found;
    },
    async done(file, into) {
      await move(file, ['taken', into]);
    },
    async refuse(file, sentence) {
      const taken = await move(file, ['refused']);
      if (taken !== undefined) await writeIfMissing(`${taken}.reason.txt`, `${sentence}\n`);
    },
  };

  /** Undefined when another file is there now: it is taken anew. */
  async function move(file: ReturnedFile, below: readonly string[]): Promise<string | undefined> {
    const home = join(folder, file.client, file.folder);
    const from = join(home, file.path);
    return writing(folder, async () => {
      if (!(await isStill(from, file))) return undefined;
      const names = file.path.split('/').map(safeName);
      const into = join(home, ...below, ...names.slice(0, -1));
      await ensureFolder(into, privateFolder);
      const to = join(into, await freeName(into, names.at(-1) ?? 'file'));
      await unlessMissing(rename(from, to));
      await syncFolder(into);
      if (await isStill(to, file)) return to;
      await rename(to, join(dirname(from), await freeName(dirname(from), names.at(-1) ?? 'file')));
      return undefined;
    });
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries
    .filter((entry) => entry.isDirectory() && !passing.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** The files below a job's folder, without what was taken or refused. */
async function pathsIn(folder: string, depth: number, below = ''): Promise<readonly string[]> {
  const entries =
    (await unlessMissing(readdir(join(folder, below), { withFileTypes: true }))) ?? [];
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (passing.test(entry.name)) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) paths.push(path);
    else if (entry.isDirectory() && depth > 0 && !(below === '' && ours.includes(entry.name))) {
      paths.push(...(await pathsIn(folder, depth - 1, path)));
    }
  }
  return paths;
}

interface Limits {
  readonly folder: string;
  readonly settleMs: number;
  readonly sizeBytesMax: number;
}

/** A file that is too large comes without its bytes: it is refused for that. */
async function readSettled(
  place: Pick<ReturnedFile, 'client' | 'folder' | 'path'>,
  { folder, settleMs, sizeBytesMax }: Limits,
): Promise<ReturnedFile | undefined> {
  const path = join(folder, place.client, place.folder, place.path);
  const before = await unlessMissing(lstat(path));
  if (!before?.isFile() || before.mtimeMs > Date.now() - settleMs) return undefined;
  const mark = markOf(before);
  if (before.size > sizeBytesMax) return { ...place, mark, bytes: new Uint8Array() };
  const bytes = await unlessMissing(readFile(path));
  return bytes && (await isStill(path, { mark })) ? { ...place, mark, bytes } : undefined;
}

async function isStill(path: string, { mark }: Pick<ReturnedFile, 'mark'>): Promise<boolean> {
  const stats = await unlessMissing(lstat(path));
  return stats !== undefined && markOf(stats) === mark;
}

function markOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs}`;
}
