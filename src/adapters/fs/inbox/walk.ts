import { join } from 'node:path';
import type { ClientName } from '../../../job/job.ts';
import { codeOf, isMissing } from '../errors.ts';
import { type Entry, type Listing, listFolder } from './folder.ts';
import { ignoredBecause, inboxIdName, isDownload } from './ignore.ts';
import type { InboxLimits } from './limits.ts';
import { unavailable } from './marker.ts';
import { neverTaken, reasonOf, reasons } from './reasons.ts';
import { below, type OpenFolder, type Place, type Walk, wait } from './seen.ts';
import { lookAtFiles } from './walk-files.ts';

/** Goes through the whole inbox once. Throws InboxUnavailable when it cannot be read. */
export async function walkInbox(terms: {
  readonly inboxFolder: string;
  readonly limits: InboxLimits;
  readonly nowMs: number;
}): Promise<Walk> {
  const walk: Walk = { ...terms, files: [], waiting: [], folders: [], beyond: 0 };
  await walkFolder(walk, { inboxPath: '', path: '', depth: 0 });
  if (walk.beyond > 0) {
    const reason = `${walk.beyond} more files are looked at once some of the others are taken`;
    wait(walk, '', { reason, stuck: false });
  }
  return walk;
}

async function walkFolder(walk: Walk, place: Place): Promise<void> {
  const listing = await listed(walk, place);
  if (!listing) return;
  for (const name of listing.unreadable) {
    wait(walk, below(place, name), { reason: reasons.notText, stuck: true });
    if (place.job) place.job.pending += 1;
  }
  const files: Entry[] = [];
  for (const entry of listing.entries) {
    if (mayBeTaken(walk, place, entry)) {
      if (entry.kind === 'file') files.push(entry);
      else await walkInto(walk, place, entry);
    }
  }
  await lookAtFiles(walk, place, {
    files,
    siblings: new Set(listing.entries.map(({ raw }) => raw)),
  });
}

/** A folder that went away is no trouble. One that cannot be read is: its job must not be taken for complete. */
async function listed(walk: Walk, place: Place): Promise<Listing | undefined> {
  try {
    return await listFolder(join(walk.inboxFolder, place.inboxPath));
  } catch (error) {
    if (place.depth > 0 && isMissing(error)) return undefined;
    const { reason, stuck } = reasonOf(error);
    if (place.depth === 0 || (place.depth === 1 && !stuck)) {
      throw unavailable(walk.inboxFolder, `cannot be read (${codeOf(error)})`);
    }
    wait(walk, `${place.inboxPath}/`, { reason, stuck });
    if (place.job) place.job.pending += 1;
    return undefined;
  }
}

/** Whether to go on with an entry; where not, it is said why. */
function mayBeTaken(walk: Walk, place: Place, entry: Entry): boolean {
  if (place.depth === 0 && entry.raw === inboxIdName) return false;
  const path = below(place, entry.raw);
  const because = ignoredBecause(entry.raw);
  if (because && !(entry.kind === 'file' && isDownload(entry.raw))) {
    wait(walk, entry.kind === 'folder' ? `${path}/` : path, { reason: because, stuck: false });
    return false;
  }
  if (entry.kind === 'link' || entry.kind === 'special') {
    wait(walk, path, { reason: neverTaken[entry.kind], stuck: true });
    return false;
  }
  if (entry.kind === 'file' && place.client === undefined) {
    wait(walk, path, { reason: reasons.outsideClient, stuck: true });
    return false;
  }
  return true;
}

async function walkInto(walk: Walk, place: Place, entry: Entry): Promise<void> {
  const inner = { ...place, inboxPath: below(place, entry.raw), depth: place.depth + 1 };
  if (place.client === undefined) {
    // the one place where a folder becomes a client
    return walkFolder(walk, { ...inner, client: entry.name as ClientName });
  }
  if (!place.job) {
    return walkFolder(walk, { ...inner, job: openFolder(walk, place.client, entry.name) });
  }
  if (inner.depth > walk.limits.depthMax) {
    wait(walk, `${inner.inboxPath}/`, { reason: reasons.tooDeep, stuck: true });
    place.job.pending += 1;
    return;
  }
  return walkFolder(walk, { ...inner, path: `${place.path}${entry.name}/` });
}

function openFolder(walk: Walk, client: ClientName, folder: string): OpenFolder {
  const opened: OpenFolder = { client, folder, jobFiles: [], ready: false, pending: 0 };
  walk.folders.push(opened);
  return opened;
}
