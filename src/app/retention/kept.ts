import type { KeptJob } from '../../job/erasures.ts';
import type { Ledger } from '../../ports.ts';
import type { DeskPaths } from '../paths.ts';
import { readClientFile, readDeskFile } from '../profiles.ts';

/** The jobs whose documents are there. Where nothing is ever charged, no invoice is waited for. */
export async function keptJobs({
  ledger,
  paths,
}: {
  readonly ledger: Ledger;
  readonly paths: DeskPaths;
}): Promise<readonly KeptJob[]> {
  const { rates } = await readDeskFile(paths);
  const jobs = await ledger.keptJobs();
  const charged = new Map<string, boolean>();
  for (const client of new Set(jobs.map((job) => job.client))) {
    charged.set(client, (rates ?? (await readClientFile(paths, client)).rates) !== undefined);
  }
  return jobs.map((job) => {
    if (job.need !== 'invoice' || charged.get(job.client)) return job;
    const { need: _, ...free } = job;
    return free;
  });
}
