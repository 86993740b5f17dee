import type { BigIntStats } from 'node:fs';
import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Intent, SettledFile } from '../../../job/intake.ts';
import { copyDurably, hashOf } from '../contents.ts';
import { ensureFolder, giveName, privateFolder, removeEmpty, syncFolder } from '../durable.ts';
import { codeOf, isDiskTrouble, isMissing, unlessMissing } from '../errors.ts';
import { takingPrefix } from './ignore.ts';
import type { InboxLimits } from './limits.ts';
import { reasonOf } from './reasons.ts';
import { contentMark, stampOf } from './seen.ts';

export interface MoveTerms {
  readonly inboxFolder: string;
  readonly workFolder: string;
  readonly limits: InboxLimits;
  /** The mark with which a file settled, where this process saw it. */
  settledMark(inboxPath: string): string | undefined;
  /** Told when a file cannot be taken, and why. */
  refuse(inboxPath: string, reason: string): void;
}

/** Where a file is, may be, and will be on its way from the inbox to the work area; all absolute. */
interface Way {
  readonly from: string;
  /** Beside `from`, while it is copied to another disk. */
  readonly taking: string;
  readonly work: string;
}

/**
 * Takes a file out of the inbox by a rename, which only one can win. `left`: it is not, or not any more, the file
 * that settled. `unsettled`: it is taken, but someone writes to it, so that no copy could be made.
 */
export async function moveIn(
  intent: Intent,
  terms: MoveTerms,
): Promise<'moved' | 'left' | 'unsettled'> {
  const way = wayOf(intent, terms);
  if (await isThere(way.taking)) return copyAcross(way, terms.limits);
  if (await isThere(way.work)) return 'moved';
  const stats = await statsOfThat(intent.file, terms);
  if (!stats) return 'left';
  await ensureFolder(terms.workFolder, privateFolder);
  // not synced: a power cut undoes what follows or it does not, and either way the note tells where to look
  await mkdir(dirname(way.work), { mode: privateFolder }).catch(unlessThere);
  try {
    await rename(way.from, way.work);
  } catch (error) {
    if (codeOf(error) === 'EXDEV') return moveAcross({ intent, way, stats }, terms);
    return leave({ intent, way }, error, terms);
  }
  return (await isPutBack(way.work, { way, stats })) ? 'left' : 'moved';
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}

/** Between the look and the rename someone may have written, or put another file in the place: that one has not settled. */
async function isPutBack(
  path: string,
  { way, stats }: { readonly way: Way; readonly stats: BigIntStats },
): Promise<boolean> {
  const now = await lstat(path, { bigint: true });
  if (now.ino === stats.ino && contentMark(now) === contentMark(stats)) return false;
  if (!(await giveName(path, way.from))) return false;
  await removeEmpty(dirname(way.work));
  return true;
}

/** Whoever was faster has it, or it stays where it is and it is said why. A full disk is everyone's trouble. */
async function leave(
  { intent, way }: { readonly intent: Intent; readonly way: Way },
  error: unknown,
  terms: MoveTerms,
): Promise<'left'> {
  await removeEmpty(dirname(way.work));
  if (isDiskTrouble(error)) throw error;
  if (!isMissing(error)) terms.refuse(intent.file.inboxPath, reasonOf(error).reason);
  return 'left';
}

/** Where the file of an intent is. A file that stands in its place but is another does not count. */
export async function whereIs(
  intent: Intent,
  terms: Pick<MoveTerms, 'inboxFolder' | 'workFolder'>,
): Promise<'inbox' | 'work' | 'gone'> {
  const way = wayOf(intent, terms);
  if ((await isThere(way.work)) || (await isThere(way.taking))) return 'work';
  const stats = await unlessMissing(lstat(way.from, { bigint: true }));
  return stats && String(stats.ino) === intent.file.inode ? 'inbox' : 'gone';
}

function wayOf(
  { id, file, workPath }: Intent,
  { inboxFolder, workFolder }: Pick<MoveTerms, 'inboxFolder' | 'workFolder'>,
): Way {
  const from = join(inboxFolder, file.inboxPath);
  return {
    from,
    taking: join(dirname(from), `${takingPrefix}${id}`),
    work: join(workFolder, workPath),
  };
}

async function isThere(path: string): Promise<boolean> {
  return (await unlessMissing(lstat(path))) !== undefined;
}

/** What the file is like if it is still the one that settled, in a folder to which no link leads. */
async function statsOfThat(file: SettledFile, terms: MoveTerms): Promise<BigIntStats | undefined> {
  const parts = file.inboxPath.split('/');
  let path = terms.inboxFolder;
  for (const part of parts.slice(0, -1)) {
    path = join(path, part);
    if (!(await unlessMissing(lstat(path)))?.isDirectory()) return undefined;
  }
  const found = join(terms.inboxFolder, file.inboxPath);
  const stats = await unlessMissing(lstat(found, { bigint: true }));
  if (!stats?.isFile() || String(stats.ino) !== file.inode) return undefined;
  if (Number(stats.size) !== file.sizeBytes) return undefined;
  const settled = terms.settledMark(file.inboxPath);
  return settled === undefined || settled === stampOf(stats).mark ? stats : undefined;
}

interface Move {
  readonly intent: Intent;
  readonly way: Way;
  readonly stats: BigIntStats;
}

/** To another disk a file can only be copied. It is first renamed beside itself, so that still only one can take it. */
async function moveAcross(
  { intent, way, stats }: Move,
  terms: MoveTerms,
): Promise<'moved' | 'left' | 'unsettled'> {
  try {
    await rename(way.from, way.taking);
  } catch (error) {
    return leave({ intent, way }, error, terms);
  }
  return (await isPutBack(way.taking, { way, stats })) ? 'left' : copyAcross(way, terms.limits);
}

async function copyAcross(
  { taking, work }: Way,
  { rereadsMax, rereadPauseMs }: InboxLimits,
): Promise<'moved' | 'unsettled'> {
  const partial = `${work}.partial`;
  await ensureFolder(dirname(work), privateFolder);
  for (let attempt = 0; attempt < rereadsMax; attempt += 1) {
    if (attempt > 0) await sleep(rereadPauseMs);
    await rm(partial, { force: true });
    const before = stampOf(await lstat(taking, { bigint: true }));
    await copyDurably(taking, partial);
    const same = (await hashOf(taking)) === (await hashOf(partial));
    const after = stampOf(await lstat(taking, { bigint: true }));
    if (!same || before.mark !== after.mark) continue;
    await rename(partial, work);
    await syncFolder(dirname(work));
    await rm(taking);
    return 'moved';
  }
  return 'unsettled';
}
