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
  const documents = await telling.desk.ledger.revisionsOf(jobId);
  const about = aboutJob(event, documents);
  if (!about) return undefined;
  if (about.template === 'document-added' && !(await isLate(event, jobId, telling))) {
    return undefined;
  }
  const values = { job, ...about.values };
  return { ...about, values, client, jobId, attachments: async () => [] };
}

type AboutJob = Pick<Occasion, 'template' | 'round' | 'values'>;

function aboutJob(event: PastEvent, documents: readonly Revision[]): AboutJob | undefined {
  const { code, revisionId, data } = event;
  const document = documents.find(({ id }) => id === revisionId);
  switch (code) {
    case 'job-closed':
      return { template: 'job-received', round: '1', values: { documents: namesOf(documents) } };
    case 'document-received':
      if (!document || data?.['attachedTo'] !== undefined) return undefined;
      return oneDocument('document-added', document);
    case 'document-quarantined':
      if (document?.state !== 'quarantined') return undefined;
      return oneDocument('document-problem', document);
    case 'invoice-queued': {
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
