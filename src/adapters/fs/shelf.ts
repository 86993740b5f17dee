import { lstat, readFile, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Shelf } from '../../ports.ts';
import { ensureFolder, removeEmpty, writeOver } from './durable.ts';
import { codeOf, unlessMissing, writing } from './errors.ts';
import { numbered, safeName } from './names.ts';
import { bytesGoods, fileGoods, type Goods } from './shelf-goods.ts';

/** So many other documents of one name mean that something is wrong. */
const numbersMax = 1_000;

/**
 * A folder of results, inside the desk's folder. Names are kept but for what no file system takes;
 * a path never leads out of the folder. Files get the rights that the process gives by default (its umask),
 * since others are to read them. One process at a time may use it: the desk's lock sees to that.
 */
export function createShelf(options: {
  readonly folder: string;
  readonly deskFolder: string;
}): Shelf {
  const folder = resolve(options.folder);
  const deskFolder = resolve(options.deskFolder);
  return {
    place: (path, bytes) => put(path, bytesGoods(bytes)),
    placeFile: async (path, deskPath) => put(path, fileGoods(insideOf(deskFolder, deskPath))),
    takeBack: (path, bytes, ending) => takeBack(path, bytesGoods(bytes), ending),
    replace: (path, bytes) =>
      writing(folder, async () => {
        const names = path.map(safeName);
        const into = await openFolder(folder, names.slice(0, -1));
        return writeOver(join(into, names.at(-1) ?? ''), bytes);
      }),
    async read(path) {
      const file = resolve(deskFolder, path);
      return readFile(insideOf(folder, relative(folder, file)));
    },
  };

  function put(path: readonly string[], goods: Goods): Promise<string> {
    return writing(folder, async () => {
      const names = path.map(safeName);
      const name = names.at(-1);
      if (name === undefined) throw new Error('a file on a shelf needs a name');
      const into = await openFolder(folder, names.slice(0, -1));
      const taken = await putUnder(into, name, goods);
      return relative(deskFolder, taken).split(sep).join('/');
    });
  }

  /** What lies beside goes first: after a crash the file is still there to find it by. */
  async function takeBack(path: readonly string[], goods: Goods, ending: string): Promise<void> {
    const names = path.map(safeName);
    const taken = await placeOf(join(folder, ...names), goods);
    if (taken === undefined) return;
    await writing(folder, async () => {
      await rm(`${taken}${ending}`, { force: true });
      await rm(taken);
      for (let depth = 1; depth < names.length; depth += 1) {
        await removeEmpty(join(folder, ...names.slice(0, -depth)));
      }
    });
  }
}

/** Where goods lie under a name or under the numbers after it. */
async function placeOf(path: string, goods: Goods): Promise<string | undefined> {
  for (let number = 1; number <= numbersMax; number += 1) {
    const place = join(dirname(path), numbered(basename(path), number));
    if (await goods.isAt(place)) return place;
    if (!(await unlessMissing(lstat(place)))) return undefined;
  }
  return undefined;
}

async function putUnder(into: string, name: string, goods: Goods): Promise<string> {
  for (let number = 1; number <= numbersMax; number += 1) {
    const path = join(into, numbered(name, number));
    if (await goods.isAt(path)) return path;
    if (await goods.putAt(path)) return path;
    if (await goods.isAt(path)) return path;
  }
  throw new Error(`${into} holds ${numbersMax} other files called ${name}. Clear it up.`);
}

/** Where a file has the name of a folder that is needed, the folder is called `name (2)`. */
async function openFolder(root: string, names: readonly string[]): Promise<string> {
  let folder = root;
  for (const name of names) folder = await openOne(folder, name);
  if (names.length === 0) await ensureFolder(folder);
  return folder;
}

async function openOne(parent: string, name: string): Promise<string> {
  for (let number = 1; number <= numbersMax; number += 1) {
    const folder = join(parent, numbered(name, number));
    if (await isFolderAfter(ensureFolder(folder))) return folder;
  }
  throw new Error(`${parent} holds ${numbersMax} files called ${name}. Clear it up.`);
}

/** False when a file is in the way. */
async function isFolderAfter(making: Promise<void>): Promise<boolean> {
  try {
    await making;
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

function insideOf(folder: string, path: string): string {
  const inner = relative(folder, resolve(folder, path));
  if (inner === '' || isAbsolute(inner) || inner.split(sep)[0] === '..') {
    throw new Error(`${path} is not inside ${folder}`);
  }
  return join(folder, inner);
}
