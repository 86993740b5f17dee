import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { hashOf } from '../../adapters/fs/contents.ts';
import { type CopiedTree, copyTree, isVacant } from '../../adapters/fs/copy-tree.ts';
import { ensureFolder, privateFolder, removeEmpty, syncFolder } from '../../adapters/fs/durable.ts';
import { writing } from '../../adapters/fs/errors.ts';
import { copyLedger, foldLedger, ledgerComplaints } from '../../adapters/sqlite/copy-ledger.ts';
import { openLedger } from '../../adapters/sqlite/open-ledger.ts';
import { systemClock } from '../../adapters/system/clock.ts';
import { newId } from '../../adapters/system/ids.ts';
import { DeskProblem, LedgerRefused } from '../../job/trouble.ts';
import type { DeskPaths } from '../paths.ts';
import { version } from '../version.ts';
import { manifestName, writeManifest } from './manifest.ts';

/** What a backup holds. */
export interface MadeBackup {
  readonly folder: string;
  readonly files: number;
  readonly contents: number;
  /** Contents that are not what their name says any more; they were damaged in the desk. */
  readonly damaged: readonly string[];
  /** Links, devices and the like, which are not followed. */
  readonly skipped: readonly string[];
}

export interface BackupOptions {
  /** For a backup on the same disk: what never changes gets a second name, and results are left out. */
  readonly beside?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Makes a backup of a desk that may be at work: a folder that is there whole or not at all.
 * The order matters. What waits in the inbox is copied before the ledger, so that a file that is taken meanwhile is
 * in the one or the other; contents after it, so that all that the ledger names is there: they are never changed.
 */
export async function makeBackup(
  paths: DeskPaths,
  target: string,
  options: BackupOptions = {},
): Promise<MadeBackup> {
  const folder = resolve(target);
  await refuseUnlessFit(paths, folder, options);
  const partial = `${folder}.partial`;
  return writing(dirname(folder), async () => {
    await rm(partial, { recursive: true, force: true });
    await ensureFolder(partial, privateFolder);
    try {
      const made = await fill(paths, partial, options);
      await removeEmpty(folder);
      await rename(partial, folder);
      await syncFolder(dirname(folder));
      return { ...made, folder };
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
  });
}

async function refuseUnlessFit(
  { root, backups }: DeskPaths,
  folder: string,
  { beside }: BackupOptions,
): Promise<void> {
  if (!(await isVacant(folder))) {
    throw new DeskProblem(`${folder} is there already and is not empty. Name a new folder.`);
  }
  const below = relative(root, folder);
  const isInside = below === '' || !below.startsWith('..');
  if (!isInside || (beside && dirname(folder) === backups)) return;
  throw new DeskProblem(
    `${basename(folder)} would lie inside the desk, and be lost with it. Name a folder elsewhere, best on another disk.`,
  );
}

async function fill(
  paths: DeskPaths,
  to: string,
  { beside = false, signal }: BackupOptions,
): Promise<Omit<MadeBackup, 'folder'>> {
  const madeAt = systemClock.now().toISOString();
  const onFile = (): void => signal?.throwIfAborted();
  const inside = (path: string): string => join(to, relative(paths.root, path));
  const copy = (from: string): Promise<CopiedTree> =>
    copyTree({ from, to: inside(from), onFile }).then(below(relative(paths.root, from)));
  const inbox = await copy(paths.inbox);
  await ensureFolder(dirname(inside(paths.ledger)), privateFolder);
  const auditHead = await ledgerInto(inside(paths.ledger), paths.ledger);
  const work = await copy(paths.work);
  const contents = await copyTree({
    from: paths.store,
    to: inside(paths.store),
    leaveOut: (path) => path === 'temporary',
    linked: beside,
    onFile,
  });
  const leaveOut = leftOut(paths, beside);
  const rest = await copyTree({ from: paths.root, to, leaveOut, onFile });
  const others = [...inbox.files, ...work.files, ...rest.files, relative(paths.root, paths.ledger)];
  await writeManifest(to, {
    backup: 1,
    madeAt,
    madeBy: version,
    auditHead: auditHead ?? null,
    whole: !beside,
    files: await hashesOf(to, others),
    contents: contents.files.length,
  });
  return {
    files: others.length,
    contents: contents.files.length,
    damaged: beside ? [] : await damagedIn(inside(paths.store), contents.files),
    skipped: [...inbox.skipped, ...work.skipped, ...rest.skipped],
  };
}

/** The copy of the ledger, whole; where its audit trail stands. A ledger that is damaged is not worth a backup. */
async function ledgerInto(copy: string, file: string): Promise<string | undefined> {
  await copyLedger(file, copy);
  const complaints = ledgerComplaints(copy);
  if (complaints) {
    throw new LedgerRefused(
      `The ledger is damaged, so no backup was made: ${complaints}. Stop the desk, keep all of it, and restore its last backup beside it.`,
    );
  }
  const ledger = await openLedger({ file: copy, newId, role: 'visitor' });
  try {
    return await ledger.auditHead();
  } finally {
    await ledger.close();
    foldLedger(copy);
  }
}

async function hashesOf(
  folder: string,
  paths: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const path of paths) hashes[path] = await hashOf(join(folder, path));
  return hashes;
}

function below(folder: string): (tree: CopiedTree) => CopiedTree {
  const named = (path: string): string => `${folder}/${path}`;
  return ({ files, skipped }) => ({ files: files.map(named), skipped: skipped.map(named) });
}

/** What was copied in its own turn, what belongs to the running process, and, beside the desk, the results. */
function leftOut(paths: DeskPaths, beside: boolean): (path: string) => boolean {
  const { inbox, work, store, backups, outbox, quarantine, duplicates, ledger, lock } = paths;
  const results = beside ? [outbox, quarantine, duplicates] : [];
  const named = [inbox, work, store, backups, ...results].map((path) => relative(paths.root, path));
  const files = [ledger, lock].map((path) => relative(paths.root, path));
  return (path) =>
    named.includes(path) || path === manifestName || files.some((file) => path.startsWith(file));
}

/** The paths of contents that are not what their name says. */
export async function damagedIn(
  store: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const path of paths) {
    if ((await hashOf(join(store, path))) !== basename(path)) damaged.push(path);
  }
  return damaged;
}
