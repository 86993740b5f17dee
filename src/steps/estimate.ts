import type { ClientName } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import { setAside } from './approval.ts';
import type { JobName } from './review.ts';
import type { Desk } from './step.ts';

/**
 * Notes how long a job will take, for a client whose documents are charged by the hour. A quote that is open no longer
 * holds, and the desk makes another; one that was approved stays. Throws DeskProblem.
 */
export async function noteEstimate(
  { client, job }: JobName,
  minutes: number,
  desk: Pick<Desk, 'clock' | 'ledger'>,
): Promise<void> {
  const at = desk.clock.now().toISOString();
  const found = await desk.ledger.jobCalled(client as ClientName, job);
  if (!found)
    throw new DeskProblem(`There is no job ${client}/${job}. “proofdesk status” shows them.`);
  const { id: jobId } = found;
  await desk.ledger.transaction(async (tx) => {
    const [task] = await tx.invoiceTasks({ jobId });
    if (task?.number !== undefined) {
      throw new DeskProblem(`The invoice ${task.number} of ${client}/${job} is made already.`);
    }
    await tx.putEstimate(jobId, minutes);
    for (const { quote, state: from } of await tx.quotes({ jobId })) {
      if (from === 'approved' || from === 'void') continue;
      await setAside(quote.number, { jobId, from, by: 'the estimate', at }, tx);
    }
    await tx.addEvent({ code: 'job-estimated', at, jobId, data: { minutes } });
  });
}
