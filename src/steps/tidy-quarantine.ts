import { sizeBytesMax } from '../formats/recognise.ts';
import type { RevisionId } from '../job/job.ts';
import { saidOf } from '../job/system-sentences.ts';
import type { Ledger } from '../ports.ts';
import { artifact } from './artifacts.ts';
import { leaveQuarantine } from './quarantine.ts';
import type { Desk } from './step.ts';

/** What was tidied since a ledger was opened, so that each file is looked for once. */
const tidied = new WeakMap<Ledger, Set<RevisionId>>();

/**
 * Takes out of the quarantine what nobody waits for any more: a document that was withdrawn, or in whose place a newer
 * one came. The content store keeps it. One that was too large for that lies nowhere else, and so it stays.
 */
export async function tidyQuarantine(
  desk: Pick<Desk, 'ledger' | 'log' | 'quarantine' | 'store'>,
): Promise<void> {
  const known = tidied.get(desk.ledger) ?? new Set();
  tidied.set(desk.ledger, known);
  for (const revision of await desk.ledger.passedOver()) {
    const { artifacts, id, job, path, sizeBytes } = revision;
    if (known.has(id) || sizeBytes > sizeBytesMax || !artifacts.original) continue;
    known.add(id);
    try {
      await leaveQuarantine(revision, await artifact(desk.store, revision, 'original'), desk);
    } catch (error) {
      const file = { client: job.client, job: job.name, file: path };
      desk.log.warn(file, `it could not be taken out of the quarantine: ${saidOf(error)}`);
    }
  }
}
