import { DiskFull } from '../../job/trouble.ts';

/** The operating system's code of an error, as ENOENT, or undefined when it has none. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether an error says that there is nothing at a path. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

/** What `work` gives, or undefined when what it works on is not there. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** No room, no quota, write-protected: nothing can be written until a person has mended it. */
const fullCodes: readonly string[] = ['ENOSPC', 'EDQUOT', 'EROFS'];

/** Whether an error says that the disk takes no more. */
export function isDiskTrouble(error: unknown): boolean {
  return fullCodes.includes(codeOf(error) ?? '');
}

/** Runs `work`, which writes into `folder`; a disk that takes no more is thrown as DiskFull. */
export async function writing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    const why = codeOf(error) === 'EROFS' ? 'is write-protected' : 'is full';
    throw new DiskFull(`The disk that holds ${folder} ${why}.`, { cause: error });
  }
}
