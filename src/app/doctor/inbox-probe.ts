import { watch } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takingPrefix } from '../../adapters/fs/inbox/ignore.ts';
import type { Clock } from '../../ports.ts';
import { Ailment } from './check-up.ts';

/** Events of a disk of this computer come within milliseconds. */
const eventMsMax = 3_000;

/** A clock that is further off than this makes files look old that are being written. */
const clockMsMax = 120_000;

/** Calls back when anything happens in a folder, until it is closed. */
type WatchFolder = (folder: string, onEvent: () => void) => { close(): void };

const bySystem: WatchFolder = (folder, onEvent) => watch(folder, onEvent);

/** Puts a file into the inbox, under a name that is never taken, and sees whether that is told. */
export async function tellsChanges(
  inbox: string,
  watchFolder: WatchFolder = bySystem,
): Promise<string> {
  let told: (is: boolean) => void = () => {};
  const heard = new Promise<boolean>((resolve) => {
    told = resolve;
  });
  const watcher = watchFolder(inbox, () => told(true));
  const late = setTimeout(() => told(false), eventMsMax);
  try {
    await probed(inbox, async () => undefined);
    if (await heard) return 'changes are told at once';
  } finally {
    clearTimeout(late);
    watcher.close();
  }
  throw new Ailment(
    'A file was put into the inbox, and this computer was not told.',
    'The inbox is looked at every 30 seconds all the same. On a network share nothing can be done; elsewhere start the computer anew.',
  );
}

/** The time of a file is set by the disk that it is on, which may be another computer's. */
export async function sameClock(inbox: string, clock: Clock): Promise<string> {
  const aheadMs = await probed(inbox, async (file) => {
    const { mtimeMs } = await stat(file);
    return mtimeMs - clock.now().getTime();
  });
  if (Math.abs(aheadMs) <= clockMsMax) return 'the inbox has the time of this computer';
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  throw new Ailment(
    `The clock of the disk with the inbox is ${minutes} minutes ${aheadMs > 0 ? 'ahead of' : 'behind'} this computer’s.`,
    'Let both computers set their clocks by the network (NTP).',
  );
}

/** What is written there must belong to whoever wrote it, or it cannot be moved and deleted again. */
export async function ownFiles(inbox: string, uid = process.getuid?.()): Promise<string> {
  const owner = await probed(inbox, async (file) => (await stat(file)).uid);
  if (uid === undefined || owner === uid) return 'files put there belong to who puts them';
  throw new Ailment(
    `A file that this user (${uid}) puts into the inbox belongs to another (${owner}).`,
    'Mount the share with the options uid= and gid= of the user that runs the desk.',
  );
}

async function probed<T>(inbox: string, look: (file: string) => Promise<T>): Promise<T> {
  const file = join(inbox, `${takingPrefix}probe-${process.pid}`);
  await writeFile(file, 'Proofdesk looks whether it is told of this file.\n', { mode: 0o600 });
  try {
    return await look(file);
  } finally {
    await rm(file, { force: true });
  }
}
