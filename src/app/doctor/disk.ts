import { constants } from 'node:fs';
import { access, realpath, stat, statfs } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { unlessMissing } from '../../adapters/fs/errors.ts';
import { isNetworkFolder } from '../../adapters/fs/file-system.ts';
import type { DeskPaths } from '../paths.ts';
import { Ailment } from './check-up.ts';

export async function foldersWritable(paths: DeskPaths): Promise<string> {
  const { inbox, outbox, returns, quarantine, duplicates, work, store } = paths;
  for (const folder of [inbox, outbox, returns, quarantine, duplicates, work, store]) {
    await access(folder, constants.W_OK | constants.X_OK).catch(() => {
      throw new Ailment(
        `${folder} is missing or may not be written`,
        'Run “proofdesk init” for this desk again, or mend the permissions.',
      );
    });
  }
  return 'there, and may be written';
}

/** A link may lead one folder into another: what is delivered would then come in again, and again. */
export async function foldersApart(paths: DeskPaths): Promise<string> {
  const { inbox, outbox, returns, quarantine, duplicates, bank } = paths;
  const data = dirname(paths.work);
  const named = { inbox, outbox, returns, quarantine, duplicates, bank, '.proofdesk': data };
  const real = await Promise.all(
    Object.entries(named).map(async ([name, path]) => ({
      name,
      path: (await unlessMissing(realpath(path))) ?? path,
    })),
  );
  for (const outer of real) {
    const inner = real.find(({ name, path }) => name !== outer.name && isWithin(path, outer.path));
    if (!inner) continue;
    throw new Ailment(
      `${inner.name} lies in ${outer.name}`,
      'What is put into the one would be taken from the other. Make it a folder of its own, beside the others.',
    );
  }
  return 'each by itself';
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`));
}

export async function oneDisk({ inbox, work }: DeskPaths): Promise<string> {
  const [a, b] = await Promise.all([stat(inbox), stat(work)]);
  if (a.dev === b.dev) return 'inbox and work area are on one disk';
  throw new Ailment(
    'The inbox is on another disk than the work area, so files are copied and not moved.',
    'It works, but slower: keep the whole desk on one disk where you can.',
  );
}

/** SQLite's locks and its log need a disk of this computer. */
export async function localLedger(
  { work }: DeskPaths,
  isNetwork: (folder: string) => Promise<boolean> = isNetworkFolder,
): Promise<string> {
  if (!(await isNetwork(work))) return 'on a disk of this computer';
  throw new Ailment(
    'The ledger lies on a network or a shared folder, where it can be damaged.',
    'Move the desk to a disk of this computer. Its inbox and outbox may be mounted from the network.',
  );
}

/** Room for a day's documents, each of which is some five files. */
const freeInodesMin = 5_000;

export async function freeSpace({ root }: DeskPaths, keepFreeMegabytes: number): Promise<string> {
  const { bavail, bsize, ffree, files } = await statfs(root);
  const free = (bavail * bsize) / 1e6;
  const says = `${free >= 1_000 ? `${(free / 1e3).toFixed(1)} GB` : `${Math.floor(free)} MB`} free`;
  if (free < keepFreeMegabytes) {
    throw new Ailment(
      `${says}, less than the ${keepFreeMegabytes} MB of keep_free_megabytes`,
      'Make room: until then nothing is taken in.',
    );
  }
  // Some file systems do not count files.
  if (files > 0 && ffree < freeInodesMin) {
    throw new Ailment(
      `${says}, but room for only ${ffree} more files`,
      'Delete or move many small files of this disk; df -i shows how many there are.',
    );
  }
  return says;
}

/** The rights of a file that others have: any of group and others. */
const othersMode = 0o077;

/** The ledger, the contents and the keys are nobody else's business. */
export async function privateData({ work, mailPassword }: DeskPaths): Promise<string> {
  if (process.platform === 'win32') return 'not looked at on Windows';
  for (const path of [dirname(work), mailPassword]) {
    const mode = (await unlessMissing(stat(path)))?.mode ?? 0;
    if ((mode & othersMode) === 0) continue;
    throw new Ailment(
      `Others on this computer may read ${path}`,
      `Type: chmod -R go-rwx "${dirname(work)}"`,
    );
  }
  return 'nobody else may read it';
}
