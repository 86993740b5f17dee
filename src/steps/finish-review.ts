import type { ArtifactKind, JobId, Revision } from '../job/job.ts';
import type { PlacedKind } from '../job/reviews.ts';
import type { ContentStore, Ledger, Shelf } from '../ports.ts';
import { queueInvoiceWhenReturned } from './invoice.ts';
import { sameBytes } from './place.ts';
import type { Desk } from './step.ts';

export type ReviewDesk = Pick<Desk, 'clock' | 'ledger' | 'office' | 'outbox' | 'store'>;

/** Queues the invoice when all is returned: accepted, nothing left to ask, and every file still where it was put. */
export async function finishReview(jobId: JobId, desk: ReviewDesk): Promise<boolean> {
  if ((await missingFiles(jobId, desk)).length > 0) return false;
  return desk.ledger.transaction((tx) => queueInvoiceWhenReturned(jobId, tx, desk));
}

/** Sentences on what the outbox no longer holds of the delivered documents of a job, re-read from the disk. */
export async function missingFiles(
  jobId: JobId,
  desk: { readonly ledger: Ledger; readonly outbox: Shelf; readonly store: ContentStore },
): Promise<readonly string[]> {
  const sentences: string[] = [];
  for (const revision of await desk.ledger.revisionsOf(jobId)) {
    if (revision.state !== 'delivered') continue;
    const places = new Map(
      (await desk.ledger.placed(revision.id)).map(({ kind, path }) => [kind, path]),
    );
    for (const kind of kindsOf(revision)) {
      const hash = revision.artifacts[kind];
      const path = places.get(kind);
      if (hash && path && (await holds(path, await desk.store.get(hash), desk))) continue;
      sentences.push(
        `${path ?? revision.path} is not in the outbox as it was put there (${kind}).`,
      );
    }
  }
  return sentences;
}

function kindsOf({ artifacts }: Revision): readonly (PlacedKind & ArtifactKind)[] {
  const copies = (['corrected', 'final'] as const).filter((kind) => artifacts[kind] !== undefined);
  return ['original', 'report-json', 'report-html', ...copies];
}

async function holds(
  path: string,
  bytes: Uint8Array,
  { outbox }: { readonly outbox: Shelf },
): Promise<boolean> {
  try {
    return sameBytes(await outbox.read(path), bytes);
  } catch {
    return false;
  }
}
