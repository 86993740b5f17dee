import { lstat, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Intent } from '../../../job/intake.ts';
import type { Clock } from '../../../ports.ts';
import { ensureFolder, giveName, privateFile, removeEmpty, writeFresh } from '../durable.ts';
import { codeOf, unlessMissing, writing } from '../errors.ts';
import { numbered } from '../names.ts';
import { fileGoods } from '../shelf-goods.ts';
import type { InboxLimits } from './limits.ts';
import { contentMark } from './seen.ts';

/**
 * Work copies that the desk needs no more. A copy into the inbox that stalled, as over a bad network, may have been
 * taken for finished; its writer goes on writing to what is now the work copy. So each is watched for `keepMs`:
 * one that changes goes back into the inbox, settles there, and becomes a new revision. Nothing of it is lost.
 */
export interface Kept {
  add(intent: Intent, markAsRead: string | undefined): Promise<void>;
  /** Puts back what has changed and deletes what has not for long enough. */
  check(): Promise<void>;
}

const note = z.object({
  inboxPath: z.string(),
  workPath: z.string(),
  mark: z.string(),
  sinceMs: z.number(),
});

type Note = z.infer<typeof note>;

/** `lookedMs`: when it was last looked at, at first when it was taken. */
type Watched = Note & { readonly lookedMs: number };

/** A copy that is a minute old is looked at again after a fifth of that. */
const looksPerAge = 5;

const noteEnding = '.kept.json';

export function createKept(terms: {
  readonly inboxFolder: string;
  readonly workFolder: string;
  readonly limits: InboxLimits;
  readonly clock: Clock;
}): Kept {
  const { inboxFolder, workFolder, limits, clock } = terms;
  let notes: Map<string, Watched> | undefined;
  return {
    async add({ id, file, workPath }, markAsRead) {
      const stats = await unlessMissing(lstat(join(workFolder, workPath), { bigint: true }));
      if (!stats) return;
      const mark = markAsRead ?? contentMark(stats);
      const sinceMs = clock.now().getTime();
      const made = { inboxPath: file.inboxPath, workPath, mark, sinceMs };
      await writing(workFolder, () => writeNote(join(workFolder, id), made));
      notes?.set(id, watched(made));
    },
    async check() {
      notes ??= await readNotes(workFolder);
      for (const [id, one] of notes) {
        const nowMs = clock.now().getTime();
        if (!isDue(one, nowMs)) continue;
        if (await isDone(id, one)) notes.delete(id);
        else notes.set(id, { ...one, sinceMs: Math.min(one.sinceMs, nowMs), lookedMs: nowMs });
      }
    },
  };

  async function isDone(
    id: string,
    { inboxPath, workPath, mark, sinceMs }: Note,
  ): Promise<boolean> {
    const work = join(workFolder, workPath);
    const stats = await unlessMissing(lstat(work, { bigint: true }));
    if (stats && contentMark(stats) === mark) {
      if (clock.now().getTime() - sinceMs < limits.keepMs) return false;
      await rm(work);
    } else if (stats) {
      await writing(inboxFolder, () => putBack(work, join(inboxFolder, inboxPath)));
    }
    await removeEmpty(dirname(work));
    await rm(join(workFolder, `${id}${noteEnding}`), { force: true });
    return true;
  }
}

function watched(note: Note): Watched {
  return { ...note, lookedMs: note.sinceMs };
}

/**
 * The longer nothing was written to a copy, the less often it is looked at, when its time is over for certain: a backlog
 * leaves thousands of copies, and there may be a look at the inbox every second. A clock that went back says nothing.
 */
function isDue({ sinceMs, lookedMs }: Watched, nowMs: number): boolean {
  return nowMs < lookedMs || nowMs - lookedMs >= (lookedMs - sinceMs) / looksPerAge;
}

/** Lets go at once of the work copies of a client; a desk at work finds them gone. */
export async function dropKept(workFolder: string, client: string): Promise<void> {
  for (const [id, { inboxPath, workPath }] of await readNotes(workFolder)) {
    if (inboxPath.split('/')[0]?.normalize('NFC') !== client) continue;
    const work = join(workFolder, workPath);
    await rm(work, { force: true });
    await removeEmpty(dirname(work));
    await rm(join(workFolder, `${id}${noteEnding}`), { force: true });
  }
}

/** Never over what has come meanwhile. */
async function putBack(work: string, path: string): Promise<void> {
  await ensureFolder(dirname(path));
  const name = path.slice(dirname(path).length + 1);
  for (let number = 1; ; number += 1) {
    if (await movedTo(work, join(dirname(path), numbered(name, number)))) return;
  }
}

/** Moved where it can be, so that the writer goes on writing to it; copied to another disk. */
async function movedTo(work: string, path: string): Promise<boolean> {
  try {
    return await giveName(work, path);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
  }
  const isThere = await fileGoods(work).putAt(path);
  if (isThere) await rm(work);
  return isThere;
}

async function writeNote(stem: string, made: Note): Promise<void> {
  const fresh = `${stem}.fresh`;
  await rm(fresh, { force: true });
  await writeFresh(fresh, new TextEncoder().encode(JSON.stringify(made)), privateFile);
  await rename(fresh, `${stem}${noteEnding}`);
}

/** A note that a power cut spoilt is passed over: its folder is then swept like any that no intent names. */
async function readNotes(workFolder: string): Promise<Map<string, Watched>> {
  const notes = new Map<string, Watched>();
  for (const name of (await unlessMissing(readdir(workFolder))) ?? []) {
    if (!name.endsWith(noteEnding)) continue;
    const read = note.safeParse(jsonOr(await readFile(join(workFolder, name), 'utf8')));
    if (read.success) notes.set(name.slice(0, -noteEnding.length), watched(read.data));
    else await rm(join(workFolder, name));
  }
  return notes;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
