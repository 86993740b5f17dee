import { createInbox, inboxLimits } from '../../../src/adapters/fs/inbox.ts';
import { newId } from '../../../src/adapters/system/ids.ts';
import type { Intent, SettledFile } from '../../../src/job/intake.ts';

/** A process that claims every file it is told of, against others that do the same, and tells the texts it got. */

const [root = '', inboxFolder = '', workFolder = ''] = process.argv.slice(2);
const inbox = createInbox({
  inboxFolder,
  workFolder,
  duplicatesFolder: `${root}/duplicates`,
  deskFolder: root,
  clock: { now: () => new Date() },
  newId,
  limits: inboxLimits,
});

process.on('message', async (files: readonly (SettledFile | Intent)[]) => {
  const texts: string[] = [];
  for (const file of files) {
    const claim = await inbox.claim('workPath' in file ? file : inbox.intend(file));
    if (claim?.kind === 'read') texts.push(Buffer.from(claim.bytes).toString());
  }
  process.send?.(texts, () => process.disconnect());
});

process.send?.('ready');
