import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Intent } from '../../../job/intake.ts';
import type { ContentHash } from '../../../job/job.ts';
import type { ContentStore } from '../../../ports.ts';
import { hashOf } from '../contents.ts';
import { unlessMissing } from '../errors.ts';

/**
 * Clears the work area of what a crash left between the ledger's word and the release: folders that no intent
 * and no note names. Only what the content store holds as well is deleted.
 * Returns the files that it does not hold, relative to the work area; they stay, and a person must look at them.
 */
export async function sweepWork(options: {
  readonly workFolder: string;
  readonly intents: readonly Intent[];
  readonly store: ContentStore;
}): Promise<readonly string[]> {
  const { workFolder, intents, store } = options;
  const entries = (await unlessMissing(readdir(workFolder, { withFileTypes: true }))) ?? [];
  const named = new Set([
    ...intents.map(({ id }) => id),
    ...entries
      .map(({ name }) => name.replace(/\.kept\.json$/, ''))
      .filter((id, index) => id !== entries[index]?.name),
  ]);
  const unknown: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || named.has(entry.name)) continue;
    const left: string[] = [];
    for (const name of await readdir(join(workFolder, entry.name))) {
      const isKept = await holds(store, join(workFolder, entry.name, name));
      if (!isKept) left.push(`${entry.name}/${name}`);
    }
    if (left.length === 0) await rm(join(workFolder, entry.name), { recursive: true });
    unknown.push(...left);
  }
  return unknown;
}

/** The store checks what it gives; that it gives nothing is an answer here, and no fault. */
async function holds(store: ContentStore, path: string): Promise<boolean> {
  const hash = (await hashOf(path)) as ContentHash;
  return store.get(hash).then(
    () => true,
    () => false,
  );
}
