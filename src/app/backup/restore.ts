import { rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { hashOf } from '../../adapters/fs/contents.ts';
import { copyTree, isVacant } from '../../adapters/fs/copy-tree.ts';
import { ensureFolder, privateFolder, syncFolder } from '../../adapters/fs/durable.ts';
import { unlessMissing, writing } from '../../adapters/fs/errors.ts';
import { ledgerComplaints } from '../../adapters/sqlite/copy-ledger.ts';
import { DeskProblem } from '../../job/trouble.ts';
import { initDesk } from '../init.ts';
import { deskPaths } from '../paths.ts';
import { type ErasedAgain, eraseAgain } from './erase-again.ts';
import { damagedIn } from './make.ts';
import { type Manifest, manifestName, readManifest } from './manifest.ts';

/** How a desk was restored. */
export interface Restored {
  readonly root: string;
  readonly madeAt: string;
  readonly files: number;
  readonly contents: number;
  /** Whether the results are there, too. */
  readonly whole: boolean;
  /** What the backup should hold and does not, or not as it was. */
  readonly faults: readonly string[];
  /** Whom the backup brought back who was erased since. */
  readonly erasures: ErasedAgain;
}

/**
 * Makes a desk of a backup, in a folder that is there whole or not at all. Every file is compared with its hash.
 * Who was erased after it was made is erased again, as far as `others`, desks and backups, or those beside it tell.
 * A damaged ledger is refused; of other damage all that is good is restored, and the rest is named.
 */
export async function restoreBackup(
  backup: string,
  to: string,
  others: readonly string[] = [],
): Promise<Restored> {
  const [from, root] = [resolve(backup), resolve(to)];
  const manifest = await readManifest(from);
  if (!(await isVacant(root))) {
    throw new DeskProblem(
      `${root} is there already and is not empty. Name a new folder; move it into place when you have looked at it.`,
    );
  }
  const partial = `${root}.partial`;
  return writing(dirname(root), async () => {
    await rm(partial, { recursive: true, force: true });
    await ensureFolder(partial, privateFolder);
    try {
      const restored = await fill(from, partial, manifest);
      await unlessMissing(rmdir(root));
      await rename(partial, root);
      await syncFolder(dirname(root));
      await initDesk(root);
      const { madeAt } = manifest;
      const erasures = await eraseAgain(root, { backup: from, madeAt, others });
      return { ...restored, root, erasures };
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
  });
}

async function fill(
  from: string,
  to: string,
  manifest: Manifest,
): Promise<Omit<Restored, 'root' | 'erasures'>> {
  const paths = deskPaths(to);
  const leaveOut = (path: string): boolean => path === manifestName;
  const { files } = await copyTree({ from, to, leaveOut });
  const inStore = '.proofdesk/store/';
  const contents = files.filter((path) => path.startsWith(inStore));
  const complaints = ledgerComplaints(paths.ledger);
  if (complaints) {
    throw new DeskProblem(`The ledger of this backup is damaged: ${complaints}. Use another one.`);
  }
  const damaged = await damagedIn(
    paths.store,
    contents.map((path) => path.slice(inStore.length)),
  );
  const lacking = manifest.contents - contents.length;
  return {
    madeAt: manifest.madeAt,
    whole: manifest.whole,
    files: files.length - contents.length,
    contents: contents.length,
    faults: [
      ...damaged.map((path) => `${inStore}${path} is damaged.`),
      ...(lacking > 0 ? [`${lacking} files of ${inStore} are missing.`] : []),
      ...(await changedFiles(to, manifest)),
    ],
  };
}

async function changedFiles(folder: string, { files }: Manifest): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [path, hash] of Object.entries(files)) {
    const found = await unlessMissing(hashOf(join(folder, path)));
    if (found === undefined) faults.push(`${path} is missing.`);
    else if (found !== hash) faults.push(`${path} is not as it was.`);
  }
  return faults;
}
