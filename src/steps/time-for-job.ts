import type { Terms } from '../billing/terms.ts';
import type { TimeEntry } from '../job/hours.ts';
import type { ClientName, JobId } from '../job/job.ts';
import type { LedgerWrites } from '../ports.ts';

interface JobTime {
  readonly ofJob: readonly Charged[];
  readonly others: readonly Charged[];
  readonly ids: readonly number[];
}

type Charged = TimeEntry & { readonly minutes: number };

/** What unbilled time is looked for: of a client, and also what is on an invoice that was taken back. */
interface Wanted {
  readonly client: string;
  readonly takenBack?: string | undefined;
}

/** Unbilled time that goes onto the invoice of a job: its own, and the client’s that belongs to no job to come. */
export async function timeForJob(
  { jobId, ...wanted }: Wanted & { readonly jobId: JobId },
  { retainer }: Terms,
  tx: LedgerWrites,
): Promise<JobTime> {
  const unbilled = await unbilledTime(wanted, tx);
  const ofJob = unbilled.filter((one) => one.jobId === jobId);
  const free = retainer === undefined ? await freeTime(unbilled, tx) : [];
  const others = free.filter((one) => one.jobId !== jobId);
  return { ofJob, others, ids: [...ofJob, ...others].map(({ id }) => id) };
}

/** Time that is over and on no invoice. */
export async function unbilledTime(
  { client, takenBack }: Wanted,
  tx: LedgerWrites,
): Promise<readonly Charged[]> {
  const entries = await tx.timeEntries({
    client: client as ClientName,
    unbilled: true,
    ...(takenBack !== undefined && { takenBack }),
  });
  return entries.flatMap((one) =>
    one.minutes === undefined ? [] : [{ ...one, minutes: one.minutes }],
  );
}

/** Of no job, or of one whose invoice is out: there is no other invoice that it could wait for. */
export async function freeTime<Entry extends TimeEntry>(
  entries: readonly Entry[],
  tx: Pick<LedgerWrites, 'invoiceTasks'>,
): Promise<readonly Entry[]> {
  const free: Entry[] = [];
  for (const entry of entries) {
    const [task] = entry.jobId ? await tx.invoiceTasks({ jobId: entry.jobId }) : [];
    if (entry.jobId === undefined || task?.state === 'done') free.push(entry);
  }
  return free;
}
