import { systemClock } from '../adapters/system/clock.ts';
import type { RevisionId } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Ledger } from '../ports.ts';
import { queueInvoiceWhenReturned } from '../steps/invoice.ts';
import { lookAtDesk, officeSettings } from './compose.ts';

/** Puts one document in quarantine, or all, back to the start; how many. */
export async function retryQuarantined(folder: string, name?: string): Promise<number> {
  const { ledger } = await lookAtDesk(folder);
  try {
    const at = systemClock.now().toISOString();
    if (name === undefined) return await ledger.retry({}, at);
    return await ledger.retry({ revisionId: await quarantinedNamed(ledger, name) }, at);
  } finally {
    await ledger.close();
  }
}

/** Leaves a document in quarantine, or all of a job, out of its job; how many, and whether that made the job complete. */
export async function withdrawDocuments(
  folder: string,
  name: string,
  because: string,
): Promise<{ readonly documents: number; readonly invoiced: boolean }> {
  const { ledger } = await lookAtDesk(folder);
  try {
    const office = await officeSettings(folder);
    const { quarantined } = await ledger.status();
    const ofJob = quarantined.filter(({ client, job }) => `${client}/${job}` === name);
    const ids = ofJob.map(({ revisionId }) => revisionId);
    if (ids.length === 0) ids.push(await quarantinedNamed(ledger, name));
    let invoiced = false;
    for (const revisionId of ids) {
      const revision = await ledger.revision(revisionId);
      if (!revision) throw new DeskProblem(`${name} is not in the ledger.`);
      const at = systemClock.now().toISOString();
      invoiced = await ledger.transaction(async (tx) => {
        const left = await tx.advance({ revisionId, from: 'quarantined', to: 'withdrawn' });
        if (!left)
          throw new DeskProblem(`${name} has left the quarantine just now. Look at “status”.`);
        const event = { at, jobId: revision.job.id, revisionId };
        await tx.addEvent({ ...event, code: 'document-withdrawn', data: { because } });
        return queueInvoiceWhenReturned(revision.job.id, tx, { clock: systemClock, office });
      });
    }
    return { documents: ids.length, invoiced };
  } finally {
    await ledger.close();
  }
}

/** As many as one can look through. */
const namesMax = 20;

async function quarantinedNamed(ledger: Ledger, name: string): Promise<RevisionId> {
  const { quarantined } = await ledger.status();
  const found = quarantined.find(({ client, job, path }) => `${client}/${job}/${path}` === name);
  if (found) return found.revisionId;
  const some = quarantined.slice(0, namesMax);
  const known = some.map(({ client, job, path }) => `  ${client}/${job}/${path}`);
  const more = quarantined.length - some.length;
  throw new DeskProblem(
    known.length === 0
      ? `${name} is not in quarantine; nothing is.`
      : [
          `${name} is not in quarantine. What is:`,
          ...known,
          ...(more > 0 ? [`  and ${more} more`] : []),
        ].join('\n'),
  );
}
