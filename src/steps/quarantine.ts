import type { DocumentProblem } from '../core/problem.ts';
import { sizeBytesMax } from '../formats/recognise.ts';
import { failures } from '../job/failure.ts';
import type { Revision } from '../job/job.ts';
import type { LedgerWrites } from '../ports.ts';
import { artifact } from './artifacts.ts';
import type { Desk } from './step.ts';

/**
 * Puts a document that cannot be worked on into quarantine, with its original and the reason beside it.
 * One that is too large was put there, with its reason, when it came in: it never was in the content store.
 */
export async function quarantine(
  revision: Revision,
  problem: DocumentProblem,
  desk: Desk,
): Promise<(tx: LedgerWrites) => Promise<boolean>> {
  const { client, name: job } = revision.job;
  const name = { client, job, path: revision.path, receivedAt: revision.receivedAt };
  if (revision.sizeBytes <= sizeBytesMax) {
    const original = await artifact(desk.store, revision, 'original');
    const taken = await desk.quarantine.place(shelfPath(name), original);
    await writeReason(taken, { name, problem, desk });
  }
  return (tx) => recordQuarantine(revision, problem, { tx, desk });
}

/** Takes a document that is tried again out of quarantine: its reason may not be true any more. */
export async function leaveQuarantine(
  { job, path }: Revision,
  original: Uint8Array,
  desk: Pick<Desk, 'quarantine'>,
): Promise<void> {
  const place = shelfPath({ client: job.client, job: job.name, path });
  await desk.quarantine.takeBack(place, original, reasonEnding);
}

/** How a document is called beside the reason for its quarantine. */
export interface DocumentName {
  readonly client: string;
  readonly job: string;
  readonly path: string;
  readonly receivedAt: string;
}

/** The same for a file that is too large to be read: it is moved there without going through memory. */
export async function quarantineFile(
  deskPath: string,
  name: DocumentName,
  { problem, desk }: { readonly problem: DocumentProblem; readonly desk: Desk },
): Promise<void> {
  const taken = await desk.quarantine.placeFile(shelfPath(name), deskPath);
  await writeReason(taken, { name, problem, desk });
}

/** Records that a revision is in quarantine. False when it has moved on meanwhile. */
export async function recordQuarantine(
  revision: Revision,
  { code, detail }: DocumentProblem,
  { tx, desk }: { readonly tx: LedgerWrites; readonly desk: Desk },
): Promise<boolean> {
  const at = desk.clock.now().toISOString();
  const event = { at, jobId: revision.job.id, revisionId: revision.id };
  await tx.addEvent({ ...event, code: 'document-quarantined', data: { code } });
  const move = { revisionId: revision.id, from: revision.state, to: 'quarantined' } as const;
  return tx.advance({ ...move, failure: { code, detail } });
}

function shelfPath({ client, job, path }: Omit<DocumentName, 'receivedAt'>): readonly string[] {
  return [client, job, ...path.split('/')];
}

const reasonEnding = '.reason.txt';

interface Reason {
  readonly name: DocumentName;
  readonly problem: DocumentProblem;
  readonly desk: Desk;
}

async function writeReason(taken: string, { name, problem, desk }: Reason): Promise<void> {
  const [, ...path] = `${taken}${reasonEnding}`.split('/');
  await desk.quarantine.place(path, new TextEncoder().encode(reasonText(name, problem)));
}

/** First the code, for scripts; then what a person needs. */
function reasonText(name: DocumentName, problem: DocumentProblem): string {
  const { meaning, remedy } = failures[problem.code];
  return [
    problem.code,
    '',
    `${meaning} ${problem.detail}`,
    '',
    `What to do: ${remedy}`,
    '',
    `Document: ${name.path}`,
    `Client:   ${name.client}`,
    `Job:      ${name.job}`,
    `Received: ${name.receivedAt}`,
    '',
  ].join('\n');
}
