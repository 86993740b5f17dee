import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { rightMissing } from '../../job/system-sentences.ts';
import { DiskFull, LedgerRefused } from '../../job/trouble.ts';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
export const resultCode = {
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** What these mean is the same to the worker: nothing can be written until a person or time has mended the disk. */
const diskTrouble: readonly number[] = [resultCode.full, resultCode.ioError, resultCode.readOnly];

/** Runs `work`; what SQLite says about the disk is thrown as DiskFull, all else as it is. */
export function asTrouble<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!diskTrouble.includes(primaryCode(error) ?? 0)) throw error;
    throw new DiskFull(
      'The ledger could not be written: the disk is full, write-protected or failing.',
      { cause: error },
    );
  }
}

/** What SQLite only calls “unable to open” and “readonly”: that a right to a file or to its folder is missing. */
export function rightsRefused(file: string, error: unknown): LedgerRefused | undefined {
  const code = primaryCode(error);
  if (code !== resultCode.cannotOpen && code !== resultCode.readOnly) return undefined;
  const path = withoutRights(file);
  return path === undefined ? undefined : new LedgerRefused(rightMissing(path), { cause: error });
}

/** SQLite opens what it may only read without a word; who is going to write says so before. */
export function refuseWithoutRights(file: string): void {
  const path = withoutRights(file);
  if (path !== undefined) throw new LedgerRefused(rightMissing(path));
}

/** The file or its folder, whichever lacks a right. */
function withoutRights(file: string): string | undefined {
  const { R_OK, W_OK, X_OK } = constants;
  const folder = dirname(file);
  if (existsSync(folder) && !may(folder, R_OK | W_OK | X_OK)) return folder;
  return existsSync(file) && !may(file, R_OK | W_OK) ? file : undefined;
}

function may(path: string, rights: number): boolean {
  try {
    accessSync(path, rights);
    return true;
  } catch {
    return false;
  }
}

/** SQLite's primary result code of an error, or undefined when it is not SQLite's. */
export function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
