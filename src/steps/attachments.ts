import type { Attachment } from '../core/format.ts';
import { DocumentProblem } from '../core/problem.ts';
import type { ContentHash, Revision } from '../job/job.ts';
import type { LedgerWrites } from '../ports.ts';
import { dueSince } from './days.ts';
import type { Desk } from './step.ts';

/** Messages that were forwarded again and again: nobody proofreads what lies deeper. */
const depthMax = 5;

/** What came in a document, and the step with which work on a document begins. */
interface Arrival {
  readonly attachments: readonly Attachment[];
  readonly firstStep: string;
}

/**
 * Keeps the files that came in a document; what it gives, run in the transaction of the step, makes each a document
 * of the same job with its own first task. One that was made a document before, when the step ran an earlier time or
 * in an earlier job, is not made one again.
 */
export async function keepAttachments(
  revision: Revision,
  { attachments, firstStep }: Arrival,
  desk: Desk,
): Promise<(tx: LedgerWrites) => Promise<void>> {
  if (attachments.length > 0 && depthOf(revision.path) >= depthMax) {
    const detail = `It is an e-mail in an e-mail, ${depthMax} times over, and has attachments itself.`;
    throw new DocumentProblem('unsafe', detail);
  }
  const fresh: Kept[] = [];
  for (const { name, bytes } of attachments) {
    const path = `${folderOf(revision.path)}/${name}`;
    const original = await desk.store.put(bytes);
    const { client, folder } = revision.job;
    const { profile } = revision;
    const same = await desk.ledger.sameBefore({ client, folder, path, original, profile });
    if (!same) fresh.push({ path, original, sizeBytes: bytes.length, firstStep });
  }
  return async (tx) => {
    for (const kept of fresh) await addDocument(revision, kept, { tx, desk });
  };
}

interface Kept {
  readonly path: string;
  readonly original: ContentHash;
  readonly sizeBytes: number;
  readonly firstStep: string;
}

const suffix = ' attachments';

/** `offer/letter.eml` keeps what came with it in `offer/letter attachments/`. */
function folderOf(path: string): string {
  return `${path.replace(/\.[^./]{1,10}$/, '')}${suffix}`;
}

function depthOf(path: string): number {
  return path.split('/').filter((part) => part.endsWith(suffix)).length;
}

/** The task is as old as the message, so that a message and what came with it are finished together. */
async function addDocument(
  { job, profile, path: attachedTo, receivedAt }: Revision,
  { path, original, sizeBytes, firstStep }: Kept,
  { tx, desk }: { readonly tx: LedgerWrites; readonly desk: Desk },
): Promise<void> {
  const at = desk.clock.now().toISOString();
  const content = { profile, original, sizeBytes };
  const revision = await tx.addRevision({ jobId: job.id, path, receivedAt: at, ...content });
  await tx.addEvent({
    code: 'document-received',
    at,
    jobId: job.id,
    revisionId: revision.id,
    data: { revision: revision.number, sizeBytes, attachedTo },
  });
  const runAt = dueSince(receivedAt, at);
  await tx.enqueue({ kind: firstStep, revisionId: revision.id, runAt });
}
