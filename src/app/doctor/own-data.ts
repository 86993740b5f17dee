import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing } from '../../adapters/fs/errors.ts';
import { rightMissing } from '../../job/system-sentences.ts';
import type { DeskPaths } from '../paths.ts';
import { Ailment } from './check-up.ts';

const { R_OK, W_OK, X_OK } = constants;

/** Where many parts lack a right, the first ones are named. */
const namedMax = 5;

/** The desk’s own data, and each folder of the store, may be read and written: one right that is missing stops work. */
export async function ownDataUsable({ work, store }: DeskPaths): Promise<string> {
  const lacking = await lackingIn(dirname(work));
  if (lacking.length === 0) lacking.push(...(await lackingIn(store)));
  const [first] = lacking;
  if (first === undefined) return 'may be read and written';
  const [, remedy = ''] = /Proofdesk\. (.*)$/.exec(rightMissing(first)) ?? [];
  const more = lacking.length > namedMax ? `, and ${lacking.length - namedMax} more` : '';
  throw new Ailment(
    `Rights to read or write are missing: ${lacking.slice(0, namedMax).join(', ')}${more}`,
    remedy,
  );
}

/** The folder itself, or what lies in it, without what lies deeper. */
async function lackingIn(folder: string): Promise<string[]> {
  if (!(await may(folder, R_OK | W_OK | X_OK))) return [folder];
  const entries = await readdir(folder, { withFileTypes: true });
  const lacking: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const rights = entry.isDirectory() ? R_OK | W_OK | X_OK : R_OK | W_OK;
    if (!(await may(path, rights))) lacking.push(path);
  }
  return lacking.sort();
}

/** What is gone meanwhile lacks nothing: a desk may be at work. */
async function may(path: string, rights: number): Promise<boolean> {
  return access(path, rights).then(
    () => true,
    (error: unknown) => isMissing(error),
  );
}
