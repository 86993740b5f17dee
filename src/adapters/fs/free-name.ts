import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './errors.ts';
import { numbered } from './names.ts';

/** The name, or `name (2)` and so on, that nothing in a folder has yet. */
export async function freeName(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const free = numbered(name, number);
    if ((await unlessMissing(lstat(join(folder, free)))) === undefined) return free;
  }
}
