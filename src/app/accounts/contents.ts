import { sizeBytesMax } from '../../formats/recognise.ts';
import type { Revision } from '../../job/job.ts';
import type { HashedFiles, Unaccounted } from './shelf-files.ts';

/** What is said of the content store. */
export interface ContentAccount {
  readonly faults: readonly Unaccounted[];
  /** Contents that no document names any more: what earlier tries made, and quotes and profiles of old. */
  readonly unnamed: number;
}

/** Whether everything that a document names is in the store, under its hash and as it was. */
export function accountForContents(
  store: HashedFiles,
  revisions: readonly Revision[],
  others: readonly string[],
): ContentAccount {
  const named = namesByHash(revisions);
  for (const hash of others.filter(Boolean)) named.set(hash, named.get(hash) ?? 'a quote');
  const held = new Set<string>();
  const faults: Unaccounted[] = [];
  let unnamed = 0;
  for (const [path, hash] of store) {
    if (path.startsWith('temporary/')) continue;
    const name = path.split('/').at(-1) ?? '';
    held.add(name);
    if (name !== hash) faults.push(damaged(path, named.get(name)));
    else if (!named.has(hash)) unnamed += 1;
  }
  for (const [hash, what] of named) {
    if (!held.has(hash)) faults.push(missing(hash, what));
  }
  return { faults, unnamed };
}

function namesByHash(revisions: readonly Revision[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const revision of revisions) {
    const { job, path, artifacts, sizeBytes, profile } = revision;
    if (profile !== '') named.set(profile, 'the settings that a document began with');
    for (const [kind, hash] of Object.entries(artifacts)) {
      if (sizeBytes > sizeBytesMax && kind === 'original') continue;
      named.set(hash, `${job.client}/${job.name}/${path} (${kind})`);
    }
  }
  return named;
}

const fromBackup =
  'Put the file of the same name back from a backup; .proofdesk/backups may have it, else one that “proofdesk backup” made.';

function damaged(path: string, what: string | undefined): Unaccounted {
  const says = what
    ? `is damaged; it is ${what}`
    : 'is damaged, or is no content; no document names it';
  const remedy = what ? fromBackup : 'Move it out of the desk.';
  return { where: `.proofdesk/store/${path}`, says, remedy };
}

function missing(hash: string, what: string): Unaccounted {
  const where = `.proofdesk/store/${hash.slice(0, 2)}/${hash}`;
  return { where, says: `is missing; it is ${what}`, remedy: fromBackup };
}
