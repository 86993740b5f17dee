import type { JobId } from '../../job/job.ts';
import type { Ledger } from '../../ports.ts';
import { hashedFiles } from '../accounts/shelf-files.ts';
import type { DeskPaths } from '../paths.ts';

/** Files that came twice and whose first coming is in one of these jobs and in no other; paths below the desk. */
export async function duplicatesIn(
  jobs: readonly { readonly jobId: JobId }[],
  { ledger, paths }: { readonly ledger: Ledger; readonly paths: DeskPaths },
): Promise<readonly string[]> {
  if (jobs.length === 0) return [];
  const files = await hashedFiles(paths.duplicates);
  if (files.size === 0) return [];
  const ids = new Set(jobs.map(({ jobId }) => jobId));
  const [going, staying] = [new Set<string>(), new Set<string>()];
  for (const { job, artifacts } of await ledger.allRevisions()) {
    if (artifacts.original) (ids.has(job.id) ? going : staying).add(artifacts.original);
  }
  return [...files]
    .filter(([, hash]) => going.has(hash) && !staying.has(hash))
    .map(([path]) => `duplicates/${path}`);
}
