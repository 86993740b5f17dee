import { z } from 'zod';
import type { ContentHash, Job } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import { approve, decline } from './approval.ts';
import { clientFileOf } from './client-file.ts';
import type { Desk } from './step.ts';

/** A number in YAML may be written without quotation marks, and a hash may look like one. */
const text = z.union([z.string(), z.number()]).transform(String);

const approvalFile = z.strictObject({
  /** The number of the quote, and what stands on it after “Of this quote”. */
  quote: text,
  hash: text,
  approved: z.union([z.boolean(), z.enum(['yes', 'no'])], 'must be yes or no'),
  /** Who decided, and how. */
  by: z.string('must say who decided, and how').trim().min(1, 'must say who decided, and how'),
});

export function isApprovalFile(path: string): boolean {
  return /(?:^|\/)approval\.ya?ml$/i.test(path);
}

interface ApprovalFile {
  readonly bytes: Uint8Array;
  /** Under which the file is kept. */
  readonly hash: ContentHash;
}

/**
 * Takes the client's word on a quote from `approval.yaml`; whether work begins by it. The same file again changes
 * nothing. Throws DeskProblem when it is no word on a quote of this job.
 */
export async function takeApproval(
  { bytes, hash: kept }: ApprovalFile,
  job: Job,
  desk: Pick<Desk, 'clock' | 'ledger'>,
): Promise<boolean> {
  const { quote: number, hash, approved, by } = clientFileOf(bytes, 'approval.yaml', approvalFile);
  const [record] = await desk.ledger.quotes({ number });
  if (record?.jobId !== job.id) {
    throw new DeskProblem(`There is no quote ${number} for ${job.client}/${job.name}.`);
  }
  const isYes = approved === true || approved === 'yes';
  const wanted = isYes ? 'approved' : 'declined';
  if (record.state === wanted && hash.length >= 8 && record.hash.startsWith(hash)) return false;
  await (isYes ? approve : decline)(number, { by, hash, file: kept }, desk);
  return isYes;
}
