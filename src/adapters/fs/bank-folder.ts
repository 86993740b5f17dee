import { createHash } from 'node:crypto';
import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BankFolder } from '../../job/books.ts';

import { ensureFolder, privateFolder, syncFolder, writeIfMissing } from './durable.ts';
import { unlessMissing, writing } from './errors.ts';
import { freeName } from './free-name.ts';
import { safeName } from './names.ts';

/** A bank's download is seldom over a megabyte; what is larger is no statement. */
const sizeBytesMax = 50_000_000;

/** A file must have been still for so long: a download may be going on. */
const settleMs = 2_000;

/** A browser puts an empty file where a download is to be; one that stays empty is told like any that cannot be read. */
const emptySettleMs = 600_000;

/**
 * Statements in a folder of the desk. A file is moved only after the ledger has what is in it,
 * so one that was read and not moved yet is simply read again: the ledger knows it by its hash.
 */
export function createBankFolder({ folder }: { readonly folder: string }): BankFolder {
  return {
    async files() {
      const files = [];
      for (const name of await names()) {
        if (await isTooLarge(join(folder, name))) {
          await refuse(name, 'The file has over 50 MB; no bank statement is so large.');
          continue;
        }
        const bytes = await settledBytes(join(folder, name));
        if (bytes) files.push({ name, bytes, hash: sha256(bytes) });
      }
      return files;
    },
    async settling() {
      const looks = await Promise.all(
        (await names()).map(async (name) => ({
          name,
          settled: await isSettled(join(folder, name)),
        })),
      );
      return looks.flatMap(({ name, settled }) => (settled === false ? [name] : []));
    },
    idOf: (key) => sha256(key).slice(0, 24),
    async done(name, hash) {
      await moveInto('processed', name, `${hash.slice(0, 12)}-${name}`);
    },
    refuse,
  };

  async function names(): Promise<readonly string[]> {
    const found = (await unlessMissing(readdir(folder))) ?? [];
    return found
      .filter(
        (name) => !name.startsWith('.') && !/\.(part|tmp|crdownload|reason\.txt)$/i.test(name),
      )
      .sort();
  }

  async function refuse(name: string, sentence: string): Promise<void> {
    const taken = await moveInto('refused', name, name);
    await writeIfMissing(join(folder, 'refused', `${taken}.reason.txt`), `${sentence}\n`);
  }

  async function moveInto(below: string, name: string, wanted: string): Promise<string> {
    const into = join(folder, below);
    return writing(folder, async () => {
      await ensureFolder(into, privateFolder);
      const taken = await freeName(into, safeName(wanted));
      await unlessMissing(rename(join(folder, name), join(into, taken)));
      await syncFolder(into);
      return taken;
    });
  }
}

async function isTooLarge(path: string): Promise<boolean> {
  const found = await unlessMissing(stat(path));
  return found?.isFile() === true && found.size > sizeBytesMax;
}

async function settledBytes(path: string): Promise<Uint8Array | undefined> {
  return (await isSettled(path)) ? unlessMissing(readFile(path)) : undefined;
}

/** Undefined where there is no such file. */
async function isSettled(path: string): Promise<boolean | undefined> {
  const found = await unlessMissing(stat(path));
  if (!found?.isFile()) return undefined;
  const stillMs = Date.now() - found.mtimeMs;
  return stillMs >= (found.size === 0 ? emptySettleMs : settleMs);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
