import type { JobId, Revision } from '../../job/job.ts';
import type { PastEvent } from '../../job/messages.ts';
import { creditOccasion } from './credit-occasion.ts';
import { isMoneyCode, moneyOccasion } from './money-occasions.ts';
import type { Occasion, Telling } from './occasion.ts';
import { isOfficeCode, officeOccasion } from './office-occasions.ts';
import { isReviewCode, reviewOccasion } from './review-occasions.ts';

/**
 * What a client is to be told of an event; undefined where it is no news for a client, or no longer.
 * A job is told of as a whole: that its documents are here, and that all of them are back.
 */
export async function occasionOf(
  event: PastEvent,
  telling: Telling,
): Promise<Occasion | undefined> {
  if (isMoneyCode(event.code)) return moneyOccasion(event, telling);
  if (event.code === 'credit-moved') return creditOccasion(event, telling);
  if (isOfficeCode(event.code)) return officeOccasion(event, telling);
  if (isReviewCode(event.code)) return reviewOccasion(event, telling);
  const { jobId, client, job } = event;
  if (!jobId || !client || job === undefined) return undefined;
  const about = await aboutJob(event, jobId, telling);
  if (!about) return undefined;
  const values = { job, ...about.values };
  return { ...about, values, client, jobId, attachments: async () => [] };
}

type AboutJob = Pick<Occasion, 'template' | 'round' | 'values'>;

/** All documents of a job are asked for only where they are told of: a large job has an event for each of its thousands. */
async function aboutJob(
  event: PastEvent,
  jobId: JobId,
  telling: Telling,
): Promise<AboutJob | undefined> {
  const { ledger } = telling.desk;
  switch (event.code) {
    case 'job-closed': {
      const documents = namesOf(await ledger.revisionsOf(jobId));
      return { template: 'job-received', round: '1', values: { documents } };
    }
    case 'document-received': {
      if (event.data?.['attachedTo'] !== undefined) return undefined;
      if (!(await isLate(event, jobId, telling))) return undefined;
      const documents = await ledger.revisionsOf(jobId);
      const document = documents.find(({ id }) => id === event.revisionId);
      return document && oneDocument('document-added', document);
    }
    case 'document-quarantined': {
      const { revisionId } = event;
      const document = revisionId === undefined ? undefined : await ledger.revision(revisionId);
      if (document === undefined || document.state !== 'quarantined') return undefined;
      return oneDocument('document-problem', document);
    }
    case 'invoice-queued': {
      const documents = await ledger.revisionsOf(jobId);
      const back = documents.filter(({ state }) => state === 'delivered');
      const final = back.some(({ artifacts }) => artifacts.final) ? 'yes' : '';
      return { template: 'job-returned', round: '1', values: { documents: namesOf(back), final } };
    }
    default:
      return undefined;
  }
}

function oneDocument(
  template: Occasion['template'],
  { id, path, failure }: Revision,
): AboutJob | undefined {
  const needsPassword = failure?.code === 'needs-password' ? 'yes' : '';
  return { template, round: id, values: { document: path, needsPassword } };
}

function namesOf(documents: readonly Revision[]): readonly string[] {
  return documents
    .filter(({ state }) => state !== 'withdrawn' && state !== 'superseded')
    .map(({ path }) => path)
    .sort();
}

/** A document that came after the job counted as complete was in no message yet. */
async function isLate({ seq }: PastEvent, jobId: JobId, { desk }: Telling): Promise<boolean> {
  const closed = await desk.ledger.eventsCalled('job-closed', jobId);
  return closed.some((one) => one.seq < seq);
}
