import type { ClientName, ContentHash, Job, Revision } from '../../../src/job/job.ts';
import type { Lease } from '../../../src/job/records.ts';
import type { Ledger } from '../../../src/ports.ts';

/** The instant so many seconds after the tests' beginning of time. */
export function second(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 5, 9) + seconds * 1000).toISOString();
}

export function clientNamed(name: string): ClientName {
  return name as ClientName;
}

export function hashNamed(name: string): ContentHash {
  return name as ContentHash;
}

/** A file that came in; what is left out is the same for all. */
export interface Dropped {
  readonly client?: string;
  readonly folder?: string;
  readonly path?: string;
  readonly bare?: boolean;
  readonly original?: string;
  readonly profile?: string;
  readonly at?: string;
}

/** Records a file as the intake does, but without a task. */
export function receive(ledger: Ledger, dropped: Dropped = {}): Promise<Revision> {
  const { client = 'acme', folder = 'letters', path = 'a.docx', bare = false } = dropped;
  const { original = 'hash-a', profile = 'profile-1', at = second(0) } = dropped;
  return ledger.transaction(async (tx) => {
    const job = await tx.gatheringJob({ client: clientNamed(client), folder, bare, path, at });
    return tx.addRevision({
      jobId: job.id,
      path,
      sizeBytes: 1234,
      profile,
      original: hashNamed(original),
      receivedAt: at,
    });
  });
}

/** Records a file and queues its first task, due as it comes in. */
export async function receiveWithTask(ledger: Ledger, dropped: Dropped = {}): Promise<Revision> {
  const revision = await receive(ledger, dropped);
  const runAt = revision.receivedAt;
  await ledger.transaction((tx) => {
    return tx.enqueue({ kind: 'extract', revisionId: revision.id, runAt });
  });
  return revision;
}

/** Moves a revision to delivered in one go. */
export async function deliver(ledger: Ledger, { id }: Revision): Promise<void> {
  const from = (await ledger.revision(id))?.state ?? 'received';
  await ledger.transaction((tx) => tx.advance({ revisionId: id, from, to: 'delivered' }));
}

export async function quarantine(ledger: Ledger, { id, state }: Revision): Promise<void> {
  const failure = { code: 'corrupt', detail: 'The file ends too early.' };
  const move = { revisionId: id, from: state, to: 'quarantined', failure } as const;
  await ledger.transaction((tx) => tx.advance(move));
}

/** Claims what must be there. */
export async function claimed(ledger: Ledger, now: string, leaseMs = 60_000): Promise<Lease> {
  const lease = await ledger.claim(now, leaseMs);
  if (!lease) throw new Error('there was nothing to claim');
  return lease;
}

export function closeJob(ledger: Ledger, { id }: Job): Promise<void> {
  return ledger.transaction((tx) => tx.closeJob(id, 'ready-file', second(3)));
}
