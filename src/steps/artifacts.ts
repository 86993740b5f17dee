import type { DecidedFinding } from '../core/finding.ts';
import type { Proofread } from '../core/proofread.ts';
import type { ArtifactKind, ContentHash, Revision } from '../job/job.ts';
import { docxName } from '../job/names.ts';
import type { Extracted, Profile } from '../job/proofreading.ts';
import type { ContentStore } from '../ports.ts';

/** The bytes of an artifact. Throws when an earlier step did not make it: that is a bug. */
export function artifact(
  store: ContentStore,
  revision: Revision,
  kind: ArtifactKind,
): Promise<Uint8Array> {
  const hash = revision.artifacts[kind];
  if (!hash) throw new Error(`revision ${revision.id} has no ${kind}`);
  return store.get(hash);
}

/** What is read and edited: the document as it came, or as the extract step converted it. */
export async function workingCopy(
  store: ContentStore,
  revision: Revision,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const { converted } = revision.artifacts;
  if (converted) return { fileName: docxName(revision.path), bytes: await store.get(converted) };
  return { fileName: revision.path, bytes: await artifact(store, revision, 'original') };
}

/** What the extract step kept. */
export async function extractedOf(store: ContentStore, revision: Revision): Promise<Extracted> {
  return parsed(await artifact(store, revision, 'extract'));
}

/** What the proofread step kept. */
export async function proofreadOf(store: ContentStore, revision: Revision): Promise<Proofread> {
  return parsed(await artifact(store, revision, 'proofread'));
}

/** The profile a revision began with: settings that changed since do not change it. */
export async function profileOf(
  store: ContentStore,
  { profile }: Pick<Revision, 'profile'>,
): Promise<Profile> {
  return parsed(await store.get(profile as ContentHash));
}

/** Keeps a value as JSON; the same value has the same hash. */
export function keep(
  store: ContentStore,
  value: Extracted | Proofread | Profile | readonly DecidedFinding[],
): Promise<ContentHash> {
  return store.put(new TextEncoder().encode(JSON.stringify(value)));
}

/** The content store checks hashes, so what comes back is what was kept. */
function parsed<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
