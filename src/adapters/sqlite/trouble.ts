import { DiskFull } from '../../job/trouble.ts';

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

/** SQLite's primary result code of an error, or undefined when it is not SQLite's. */
export function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
