import { join, relative } from 'node:path';
import type { Clock, Inbox } from '../../ports.ts';
import { createClaims } from './inbox/claim.ts';
import { createKept } from './inbox/kept.ts';
import type { InboxLimits } from './inbox/limits.ts';
import { scanInbox } from './inbox/scan.ts';
import { createSettlement } from './inbox/settle.ts';
import { tidyFolder } from './inbox/tidy.ts';
import { safeName } from './names.ts';
import { createShelf } from './shelf.ts';

export { type InboxLimits, inboxLimits } from './inbox/limits.ts';
export { writeInboxId } from './inbox/marker.ts';

/**
 * An inbox in a folder: `<client>/<job>/<path>`, or `<client>/<file>` for a job of one file.
 * `scan` throws InboxUnavailable when the folder or its mark (`writeInboxId`) is missing, and never says then
 * that files are gone. What cannot be written is thrown as DiskFull. All folders are absolute.
 */
export function createInbox(options: {
  readonly inboxFolder: string;
  readonly workFolder: string;
  readonly duplicatesFolder: string;
  readonly deskFolder: string;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly limits: InboxLimits;
  /** For a process that does not hold the desk's lock and only looks: `scan` then changes nothing. */
  readonly forLooking?: boolean;
}): Inbox {
  const settlement = createSettlement(options.limits);
  const claims = createClaims({
    ...options,
    refuse: settlement.refuse,
    settledMark: settlement.markOf,
  });
  const kept = createKept(options);
  const duplicates = createShelf({ ...options, folder: options.duplicatesFolder });
  return {
    async scan({ patient }) {
      if (!options.forLooking) await kept.check();
      return scanInbox({ ...options, settlement, held: claims.held }, patient);
    },
    intend(file) {
      const id = options.newId();
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      return { id, file, workPath: `${id}/${safeName(name)}` };
    },
    claim: claims.claim,
    whereabouts: claims.whereabouts,
    release: (intent) => kept.add(intent, claims.stampAsRead(intent)),
    setAside({ file, workPath }) {
      const path = [file.client, file.folder, ...file.path.split('/')];
      const deskPath = relative(options.deskFolder, join(options.workFolder, workPath));
      return duplicates.placeFile(path, deskPath);
    },
    tidy: (client, folder) => tidyFolder(options.inboxFolder, client, folder),
  };
}
