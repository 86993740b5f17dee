import { join } from 'node:path';
import type { SettledFile } from '../../../job/intake.ts';
import { isMissing } from '../errors.ts';
import { endingOf } from '../names.ts';
import { type Entry, type Looked, lookAt } from './folder.ts';
import { ignoredBecause, isDownload, isJobFile, isReady } from './ignore.ts';
import { neverTaken, reasonOf, reasons } from './reasons.ts';
import { below, type Place, type Seen, stampOf, type Walk, wait } from './seen.ts';

interface Files {
  readonly files: readonly Entry[];
  readonly siblings: ReadonlySet<string>;
}

/** Looks at the files of one folder of a client and sorts them: documents, and what says something about the job. */
export async function lookAtFiles(
  walk: Walk,
  place: Place,
  { files, siblings }: Files,
): Promise<void> {
  const room = Math.max(0, walk.limits.filesMax - walk.files.length);
  const beyond = Math.max(0, files.length - room);
  walk.beyond += beyond;
  if (place.job) place.job.pending += beyond;
  for (const looked of await lookAt(
    join(walk.inboxFolder, place.inboxPath),
    files.slice(0, room),
  )) {
    const seen = seenOf(walk, place, { looked, siblings });
    if (seen) sortIn(walk, place, seen);
  }
}

function seenOf(
  walk: Walk,
  place: Place,
  { looked, siblings }: { readonly looked: Looked; readonly siblings: ReadonlySet<string> },
): Seen | undefined {
  if ('stats' in looked && looked.stats.isFile()) {
    const { entry, stats } = looked;
    const file = fileOf(place, entry);
    const seen = { file, name: entry.raw, siblings, stamp: stampOf(stats) };
    return place.job ? { ...seen, job: place.job } : seen;
  }
  if ('error' in looked && isMissing(looked.error)) return undefined;
  const reason =
    'error' in looked ? reasonOf(looked.error) : { reason: neverTaken.special, stuck: true };
  wait(walk, below(place, looked.entry.raw), reason);
  if (place.job) place.job.pending += 1;
  return undefined;
}

/** A file without a folder is a job of its own, called as the file without its ending. */
function fileOf(place: Place, { raw, name }: Entry): Seen['file'] {
  if (place.client === undefined)
    throw new Error('a file outside a client’s folder is not looked at');
  const inside: Pick<SettledFile, 'folder' | 'bare' | 'path'> = place.job
    ? { folder: place.job.folder, bare: false, path: `${place.path}${name}` }
    : { folder: name.slice(0, name.length - endingOf(name).length), bare: true, path: name };
  return { client: place.client, ...inside, inboxPath: below(place, raw) };
}

function sortIn(walk: Walk, place: Place, seen: Seen): void {
  if (isDownload(seen.name)) noteDownload(walk, seen);
  else if (!isReady(seen.name) && !isJobFile(seen.name)) {
    walk.files.push(seen);
    if (seen.job) seen.job.pending += 1;
  } else if (place.depth !== 2 || !seen.job) {
    const reason = seen.job ? reasons.belowJob : reasons.outsideJob;
    wait(walk, seen.file.inboxPath, { reason, stuck: true });
  } else if (isReady(seen.name)) {
    seen.job.ready = true;
  } else {
    seen.job.jobFiles.push(seen);
  }
}

/** Holds its job open while it moves; one that was given up does not. */
function noteDownload(walk: Walk, { name, file, job, stamp }: Seen): void {
  wait(walk, file.inboxPath, { reason: ignoredBecause(name) ?? '', stuck: false });
  if (job && walk.nowMs - stamp.changedMs < walk.limits.downloadWaitMs) job.pending += 1;
}
