import { readdir, readFile } from 'node:fs/promises';
import { systemSentence } from '../job/system-sentences.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { YamlSource } from './yaml-file.ts';

/** The names in a folder; none where there is no folder. Throws DeskProblem when it may not be read. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  return unlessMissing(() => readable(folder, () => readdir(folder)), []);
}

/** A settings file, or an empty one where there is none. */
export async function readOrEmpty(path: string, name: string): Promise<YamlSource> {
  return (await readIfThere(path, name)) ?? { name, text: '' };
}

/** Undefined where there is no such file. */
export function readIfThere(path: string, name: string): Promise<YamlSource | undefined> {
  return unlessMissing(async () => ({ name, text: await readText(path) }), undefined);
}

/** A text file that must be there. */
export function readText(path: string): Promise<string> {
  return readable(path, () => readFile(path, 'utf8'));
}

/** What is there but may not be read is a fault of the settings, for the operator to mend. */
async function readable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || isMissing(error.code)) throw error;
    throw new DeskProblem(systemSentence(error, path) ?? `${path} cannot be read (${error.code}).`);
  }
}

async function unlessMissing<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && isMissing(error.code)) return otherwise;
    throw error;
  }
}

function isMissing(code: unknown): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}
