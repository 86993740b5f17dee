import { readFile } from 'node:fs/promises';
import { unlessMissing } from '../../adapters/fs/errors.ts';
import { Ailment } from './check-up.ts';

const nodeMajorMin = 24;

/** Versions before it could lose what was committed when its log was begun anew. */
const sqliteMin = [3, 51, 3] as const;

export function nodeVersion(version: string): string {
  if (Number(version.split('.')[0]) >= nodeMajorMin) return version;
  throw new Ailment(`version ${version}`, 'Start it with “npm start”, which brings version 24.');
}

export function sqliteVersion(version: string): string {
  const parts = version.split('.').map(Number);
  const first = sqliteMin.findIndex((least, index) => (parts[index] ?? 0) !== least);
  if (first === -1 || (parts[first] ?? 0) > (sqliteMin[first] ?? 0)) return version;
  throw new Ailment(
    `version ${version} can lose what was written`,
    `Start it with “npm start”, which brings a Node.js with SQLite ${sqliteMin.join('.')} or newer.`,
  );
}

/** Other programs of the same user watch too. */
const watchesSpare = 1_000;

/** Whether changes of so many files can be told at once; each takes a watch. */
export async function watchLimit(
  files: number,
  limitFile = '/proc/sys/fs/inotify/max_user_watches',
): Promise<string> {
  const text = await unlessMissing(readFile(limitFile, 'utf8'));
  if (text === undefined) return 'no limit is known here';
  const limit = Number(text);
  if (limit >= files + watchesSpare) return `${limit} watches allowed, ${files} files in the inbox`;
  throw new Ailment(
    `only ${limit} watches allowed, for ${files} files in the inbox`,
    'The inbox is looked at every 30 seconds all the same. To be quicker: sudo sysctl fs.inotify.max_user_watches=524288',
  );
}
