import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { writeInboxId } from '../../../src/adapters/fs/inbox/marker.ts';
import { createInbox, type InboxLimits, inboxLimits } from '../../../src/adapters/fs/inbox.ts';
import { systemClock } from '../../../src/adapters/system/clock.ts';
import { newId } from '../../../src/adapters/system/ids.ts';
import type { InboxScan, SettledFile } from '../../../src/job/intake.ts';
import type { Inbox } from '../../../src/ports.ts';

/** The product's limits with waiting times that a test can wait. */
const quickLimits: InboxLimits = {
  ...inboxLimits,
  settleMs: 150,
  quickLookMs: 20,
  emptyWaitMs: 400,
  endWaitMs: 500,
  rereadPauseMs: 20,
  keepMs: 400,
};

/** A desk of its own, deleted after the test. */
export interface TemporaryDesk {
  readonly root: string;
  readonly inboxFolder: string;
  readonly workFolder: string;
  readonly inbox: Inbox;
  /** Puts a file into the inbox, with the folders on the way. */
  drop(path: string, content?: string | Uint8Array): Promise<string>;
  /** Looks, waits until what is there must have settled, and looks again. */
  settled(): Promise<InboxScan>;
}

export async function temporaryFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'proofdesk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function temporaryDesk(
  limits: Partial<InboxLimits> = {},
  workParent?: string,
): Promise<TemporaryDesk> {
  const root = await temporaryFolder();
  const inboxFolder = join(root, 'inbox');
  const workFolder = workParent ?? join(root, '.proofdesk', 'work');
  await writeInboxId(inboxFolder);
  const all = { ...quickLimits, ...limits };
  const inbox = inboxOver({ root, inboxFolder, workFolder, limits: all });
  return {
    root,
    inboxFolder,
    workFolder,
    inbox,
    async drop(path, content = 'Dear reader,\n') {
      const file = join(inboxFolder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      return file;
    },
    async settled() {
      await inbox.scan({ patient: true });
      await sleep(all.settleMs + 10);
      return inbox.scan({ patient: true });
    },
  };
}

/** Another process's view of the same desk, or the same one's after a restart. */
export function inboxOver(desk: {
  readonly root: string;
  readonly inboxFolder: string;
  readonly workFolder: string;
  readonly limits?: InboxLimits;
}): Inbox {
  return createInbox({
    inboxFolder: desk.inboxFolder,
    workFolder: desk.workFolder,
    duplicatesFolder: join(desk.root, 'duplicates'),
    deskFolder: desk.root,
    clock: systemClock,
    newId,
    limits: desk.limits ?? quickLimits,
  });
}

/** The only settled file of a scan. */
export function onlyOne(scan: InboxScan): SettledFile {
  const [file] = scan.settled;
  if (!file || scan.settled.length !== 1) throw new Error(`settled: ${scan.settled.length}`);
  return file;
}

/** Why a path waits, or undefined when it does not. */
export function reasonFor(scan: InboxScan, path: string): string | undefined {
  return scan.waiting.find((file) => file.path === path)?.reason;
}
