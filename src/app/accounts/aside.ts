import type { Intent } from '../../job/intake.ts';
import type { Revision } from '../../job/job.ts';
import type { Inbox } from '../../ports.ts';
import { jobFolder } from './outbox.ts';
import type { HashedFiles, Unaccounted } from './shelf-files.ts';

const reasonEnding = '.reason.txt';

/** Whether each document in quarantine lies there with its reason, and nothing unknown does. */
export function accountForQuarantine(
  quarantine: HashedFiles,
  revisions: readonly Revision[],
): readonly Unaccounted[] {
  const originals = originalsOf(revisions);
  const faults: Unaccounted[] = [];
  for (const { state, job, path, artifacts } of revisions) {
    if (state !== 'quarantined' || !artifacts.original) continue;
    const folder = jobFolder(job);
    const lies = [...quarantine].some(
      ([file, hash]) => hash === artifacts.original && file.startsWith(`${folder}/`),
    );
    if (!lies) faults.push(notThere(`${folder}/${path}`));
  }
  for (const [file, hash] of quarantine) {
    const document = file.endsWith(reasonEnding) ? file.slice(0, -reasonEnding.length) : undefined;
    if (originals.has(hash) || (document && quarantine.has(document))) continue;
    faults.push(stranger(`quarantine/${file}`));
  }
  return faults;
}

/** A file was set aside since its content was known; so it is still. */
export function accountForDuplicates(
  duplicates: HashedFiles,
  revisions: readonly Revision[],
): readonly Unaccounted[] {
  const originals = originalsOf(revisions);
  return [...duplicates]
    .filter(([, hash]) => !originals.has(hash))
    .map(([file]) => stranger(`duplicates/${file}`));
}

/** Whether each file that is being taken in is where its note says, and nothing else lies in the work area. */
export async function accountForWork(
  files: readonly string[],
  intents: readonly Intent[],
  inbox: Pick<Inbox, 'whereabouts'>,
): Promise<readonly Unaccounted[]> {
  const faults: Unaccounted[] = [];
  for (const intent of intents) {
    if ((await inbox.whereabouts(intent)) === 'gone') faults.push(lost(intent));
  }
  const notes = files.filter((file) => file.endsWith('.kept.json'));
  const named = new Set([
    ...intents.map(({ id }) => id),
    ...notes.map((note) => note.slice(0, -'.kept.json'.length)),
  ]);
  for (const file of files) {
    const [folder = ''] = file.split('/');
    if (named.has(folder) || notes.includes(file) || isHalfNote(file)) continue;
    faults.push({
      where: `.proofdesk/work/${file}`,
      says: 'belongs to no document',
      remedy:
        'Start the desk: what the content store holds as well is cleared away. If it stays, drop it into the inbox of its client.',
    });
  }
  return faults;
}

/** A note that was being written when the process ended. It holds nothing but the name of a file that is accounted for. */
function isHalfNote(file: string): boolean {
  return /^[0-9A-Z]{26}\.fresh$/.test(file);
}

function originalsOf(revisions: readonly Revision[]): ReadonlySet<string> {
  return new Set(revisions.flatMap(({ artifacts }) => artifacts.original ?? []));
}

function notThere(path: string): Unaccounted {
  return {
    where: `quarantine/${path}`,
    says: 'is in quarantine and does not lie there as it came',
    remedy:
      'Run “proofdesk retry” for it: what cannot be worked on is put there again out of the content store. One that is too large is in no store; take it from a backup or ask the client.',
  };
}

function stranger(where: string): Unaccounted {
  return {
    where,
    says: 'was not put there by the desk, or was changed since',
    remedy:
      'If it is a document, drop it into the inbox of its client; else move it out of the desk.',
  };
}

function lost({ file }: Intent): Unaccounted {
  return {
    where: `inbox/${file.inboxPath}`,
    says: 'was about to be taken and is gone from the inbox and from the work area',
    remedy:
      'Ask whoever uses the inbox whether they took it back; else ask the client for it again.',
  };
}
