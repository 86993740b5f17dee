import { lackingFor, type WaitingInvoice } from './issue.ts';
import { waitingFor } from './quoted.ts';
import type { Desk } from './step.ts';

/** Jobs on which work has not begun for want of the operator, and why. One whose client is asked is not among them. */
export async function heldUpJobs({
  ledger,
  billing,
}: Pick<Desk, 'billing' | 'ledger'>): Promise<readonly WaitingInvoice[]> {
  const waiting: WaitingInvoice[] = [];
  for (const { id, client, name: job } of await ledger.jobsAwaitingApproval()) {
    const revisions = await ledger.revisionsOf(id);
    if (revisions.some(({ state }) => state === 'received')) continue;
    const standing = (await ledger.quotes({ jobId: id })).at(-1);
    if (standing?.state === 'open' || standing?.state === 'approved') continue;
    const reasons =
      standing && standing.state !== 'void'
        ? [waitingFor(standing)]
        : await lackingFor(client, billing);
    if (reasons.length > 0) waiting.push({ client, job, reasons });
  }
  return waiting;
}
