import type { ReturnedDocument } from '../billing/invoice-task.ts';
import type { Job, Revision } from '../job/job.ts';
import type { LedgerWrites } from '../ports.ts';

/** The documents of a job with their words, by path. The same content under two names, in this job or an earlier one, is charged once. */
export async function chargedOnce(
  job: Job,
  revisions: readonly Revision[],
  tx: Pick<LedgerWrites, 'billedBefore'>,
): Promise<readonly ReturnedDocument[]> {
  const seen = new Set<string>();
  const documents: ReturnedDocument[] = [];
  for (const { path, words, artifacts } of revisions.toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  )) {
    const { original } = artifacts;
    if (!original || words === undefined) throw new Error(`${job.id}: ${path} has no word count`);
    const twin = seen.has(original) || (await tx.billedBefore(job.client, original, job.id));
    seen.add(original);
    documents.push({ path, words, twin });
  }
  return documents;
}
