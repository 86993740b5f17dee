import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { InboxUnavailable } from '../../../job/trouble.ts';
import { newId } from '../../system/ids.ts';
import { ensureFolder, writeIfMissing } from '../durable.ts';
import { codeOf, isMissing, writing } from '../errors.ts';
import { inboxIdName } from './ignore.ts';

/** Makes the inbox, and the mark by which a later look knows that it is mounted. One that is there stays as it is. */
export async function writeInboxId(inboxFolder: string): Promise<void> {
  await writing(inboxFolder, async () => {
    await ensureFolder(inboxFolder);
    const text = `${newId()}\nBy this file Proofdesk knows that its inbox is here. Do not take it away.\n`;
    await writeIfMissing(join(inboxFolder, inboxIdName), text);
  });
}

/** Throws InboxUnavailable unless the inbox and its mark are there. */
export async function requireInbox(inboxFolder: string): Promise<void> {
  try {
    if ((await lstat(join(inboxFolder, inboxIdName))).isFile()) return;
  } catch (error) {
    if (!isMissing(error)) throw unavailable(inboxFolder, `cannot be read (${codeOf(error)})`);
  }
  throw unavailable(inboxFolder, `has no file ${inboxIdName}`);
}

/** The sentence for an inbox that is not as it should be. */
export function unavailable(inboxFolder: string, what: string): InboxUnavailable {
  return new InboxUnavailable(
    `${inboxFolder} ${what}. If it is on a share, mount it; if you moved it, run “proofdesk init” once more.`,
  );
}
