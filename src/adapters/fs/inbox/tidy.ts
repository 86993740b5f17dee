import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeEmpty } from '../durable.ts';
import { unlessMissing } from '../errors.ts';
import { type Entry, listFolder } from './folder.ts';
import { ignoredBecause, isJobFile, isLitter, isReady } from './ignore.ts';

/**
 * Takes away a job's folder once its documents are all taken. Where a document has come meanwhile, nothing is touched.
 * What other programs left there keeps the folder, but not READY and job.yaml: they spoke of the job that is complete.
 */
export async function tidyFolder(
  inboxFolder: string,
  client: string,
  folder: string,
): Promise<void> {
  const path = await folderNamed(await folderNamed(inboxFolder, client), folder);
  if (path === undefined || !(await isFreeOfDocuments(path))) return;
  await clear(path, (name) => isReady(name) || isJobFile(name) || isLitter(name));
}

/** Names are told to people composed (NFC), but are on the disk as the client's machine wrote them. */
async function folderNamed(parent: string | undefined, name: string): Promise<string | undefined> {
  if (parent === undefined) return undefined;
  const listing = await unlessMissing(listFolder(parent));
  const entry = listing?.entries.find((one) => one.kind === 'folder' && one.name === name);
  return entry && join(parent, entry.raw);
}

async function isFreeOfDocuments(path: string, isTop = true): Promise<boolean> {
  const listing = await unlessMissing(listFolder(path));
  if (!listing) return true;
  if (listing.unreadable.length > 0) return false;
  for (const entry of listing.entries) {
    if (ignoredBecause(entry.raw) !== undefined) continue;
    if (isTop && isAboutTheJob(entry)) continue;
    if (entry.kind !== 'folder') return false;
    if (!(await isFreeOfDocuments(join(path, entry.raw), false))) return false;
  }
  return true;
}

function isAboutTheJob({ kind, raw }: Entry): boolean {
  return kind === 'file' && (isReady(raw) || isJobFile(raw));
}

/** Only empty folders go, so that what comes at this very moment is safe. */
async function clear(path: string, mayGo: (name: string) => boolean): Promise<void> {
  const listing = await unlessMissing(listFolder(path));
  for (const entry of listing?.entries ?? []) {
    const inner = join(path, entry.raw);
    if (entry.kind === 'file' && mayGo(entry.raw)) await rm(inner, { force: true });
    if (entry.kind === 'folder' && ignoredBecause(entry.raw) === undefined) {
      await clear(inner, isLitter);
    }
  }
  await removeEmpty(path);
}
