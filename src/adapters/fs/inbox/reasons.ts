import type { WaitingFile } from '../../../job/intake.ts';
import { codeOf } from '../errors.ts';

type Reason = Pick<WaitingFile, 'reason' | 'stuck'>;

const byCode: Readonly<Record<string, Reason>> = {
  EACCES: { reason: 'Proofdesk may not read it; give its user the right to', stuck: true },
  EPERM: { reason: 'Proofdesk may not take it; give its user the right to', stuck: true },
  ENAMETOOLONG: { reason: 'its name or path is too long; shorten it', stuck: true },
  ELOOP: { reason: 'a link leads in a circle; take it away', stuck: true },
  EBUSY: { reason: 'another program has it in hand', stuck: false },
};

/** What an error of the operating system means to the person who looks after the inbox. */
export function reasonOf(error: unknown): Reason {
  const code = codeOf(error) ?? 'unknown error';
  return byCode[code] ?? { reason: `it cannot be read just now (${code})`, stuck: false };
}

/** What is never taken, by what it is. */
export const neverTaken: Readonly<Record<'link' | 'special', string>> = {
  link: 'a link, which is never followed; put the document itself here',
  special: 'not a file; take it away',
};

export const reasons = {
  outsideClient: 'put it into a client’s folder: inbox/<client>/',
  outsideJob: 'it belongs into a job’s folder: inbox/<client>/<job>/',
  belowJob: 'it belongs directly into the job’s folder, beside the documents',
  tooDeep: 'too many folders in one another; move its documents up',
  notText: 'its name cannot be read; give it another one',
  empty: 'empty: still being written, or a placeholder of a sync program',
  stayedEmpty: 'empty for a long time: put the document here again, or take it away',
  arrived: 'just arrived; it is looked at once more in a moment',
  written: 'still being written',
  noEnd: 'its end is not there yet',
  lateWriter: 'still being written although it was taken; it is read once it stands still',
  jobFileUnread: 'the job.yaml beside it cannot be read yet, and says how it is to be treated',
  lockedFolder: 'Proofdesk may not take files out of this folder; give its user the right to',
} as const;
