import { DocumentProblem } from '../core/problem.ts';
import type { Intent, OversizeFile, SettledFile } from '../job/intake.ts';
import type { ContentHash, Revision } from '../job/job.ts';
import { saidOf } from '../job/system-sentences.ts';
import { DeskProblem, DiskFull, InboxUnavailable, LedgerRefused } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { keep } from './artifacts.ts';
import { steps } from './index.ts';
import { quarantineFile, recordQuarantine } from './quarantine.ts';
import type { Desk } from './step.ts';

/**
 * What became of a file: a document of a job, the same as one that was here before, still where it was,
 * or held up by a trouble of its own that a person or time has to mend.
 */
export type Taken =
  | { readonly kind: 'received'; readonly file: SettledFile }
  | { readonly kind: 'same-before'; readonly file: SettledFile; readonly asidePath: string }
  | { readonly kind: 'left'; readonly file: SettledFile }
  | { readonly kind: 'held'; readonly file: SettledFile; readonly reason: string };

/**
 * Takes a settled file into the desk: noted, moved, read, kept by its content, and recorded
 * with its job and its first task in one transaction. A crash in between is mended by `resumeIntake`.
 */
export function takeIn(file: SettledFile, desk: Desk): Promise<Taken> {
  return orHeld(file, async () => {
    const profile = await profileFor(file, desk);
    const intent = desk.inbox.intend(file);
    const at = desk.clock.now().toISOString();
    await desk.ledger.transaction((tx) => tx.addIntent(intent, at));
    return carryOut(intent, profile, desk);
  });
}

/** Finishes every intake that was begun, before a restart or while someone still wrote to the file. */
export async function resumeIntake(desk: Desk): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (const intent of await desk.ledger.intents()) {
    const place = await desk.inbox.whereabouts(intent);
    if (place === 'work') taken.push(await carryOn(intent, desk));
    else await forget(intent, place === 'gone', desk);
  }
  return taken;
}

function carryOn(intent: Intent, desk: Desk): Promise<Taken> {
  return orHeld(intent.file, async () =>
    carryOut(intent, await profileFor(intent.file, desk), desk),
  );
}

/** What concerns one file holds up that file only, and the next round tries again; what concerns all ends the round. */
async function orHeld(file: SettledFile, work: () => Promise<Taken>): Promise<Taken> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || concernsAll(error)) throw error;
    const reason =
      error instanceof DeskProblem
        ? error.message
        : `It could not be taken and is tried again: ${saidOf(error)}`;
    return { kind: 'held', file, reason };
  }
}

function concernsAll(error: Error): boolean {
  return (
    error instanceof DiskFull || error instanceof InboxUnavailable || error instanceof LedgerRefused
  );
}

/** Settings with a fault are told before the file is touched, so that it waits where the operator sees it. */
async function profileFor({ client, folder }: SettledFile, desk: Desk): Promise<ContentHash> {
  return keep(desk.store, await desk.profiles.of(client, folder));
}

async function carryOut(intent: Intent, profile: ContentHash, desk: Desk): Promise<Taken> {
  const { client, folder, path } = intent.file;
  const claim = await desk.inbox.claim(intent);
  if (!claim) return notTaken(intent, desk);
  const original = claim.kind === 'read' ? await desk.store.put(claim.bytes) : claim.original;
  const same = await desk.ledger.sameBefore({ client, folder, path, original, profile });
  if (same) return putAside(intent, desk);
  if (claim.kind === 'read') {
    await receive(intent, { original, profile, sizeBytes: claim.bytes.length }, desk);
  } else await receiveOversize(claim, profile, desk);
  await desk.inbox.release(intent);
  desk.log.info({ client, job: folder, file: path }, 'received');
  return { kind: 'received', file: intent.file };
}

/** A file that is gone or changed before it was moved is forgotten; one that is being written to is tried again. */
async function notTaken(intent: Intent, desk: Desk): Promise<Taken> {
  if ((await desk.inbox.whereabouts(intent)) !== 'work') await forget(intent, false, desk);
  return { kind: 'left', file: intent.file };
}

interface Content {
  readonly original: ContentHash;
  readonly profile: ContentHash;
  readonly sizeBytes: number;
}

async function receive(intent: Intent, content: Content, desk: Desk): Promise<void> {
  const [first] = steps;
  await desk.ledger.transaction(async (tx) => {
    const revision = await addDocument(intent, content, { tx, desk });
    const runAt = revision.receivedAt;
    await tx.enqueue({ kind: first.name, revisionId: revision.id, runAt });
  });
}

/** A file that is too large to be read goes to quarantine without a step. */
async function receiveOversize(
  { intent, original, sizeBytes, deskPath }: OversizeFile,
  profile: ContentHash,
  desk: Desk,
): Promise<void> {
  const { client, folder, path } = intent.file;
  const receivedAt = desk.clock.now().toISOString();
  const detail = `It has ${Math.round(sizeBytes / 1e6)} MB.`;
  const problem = new DocumentProblem('too-large', detail);
  const name = { client, job: folder, path, receivedAt };
  await quarantineFile(deskPath, name, { problem, desk });
  await desk.ledger.transaction(async (tx) => {
    const content = { original, profile, sizeBytes };
    const revision = await addDocument(intent, content, { tx, desk });
    await recordQuarantine(revision, problem, { tx, desk });
  });
}

async function addDocument(
  intent: Intent,
  content: Content,
  { tx, desk }: { readonly tx: LedgerWrites; readonly desk: Desk },
): Promise<Revision> {
  const at = desk.clock.now().toISOString();
  const { client, folder, bare, path } = intent.file;
  const job = await tx.gatheringJob({ client, folder, bare, path, at });
  const revision = await tx.addRevision({ jobId: job.id, path, receivedAt: at, ...content });
  await tx.addEvent({
    code: 'document-received',
    at,
    jobId: job.id,
    revisionId: revision.id,
    data: { revision: revision.number, sizeBytes: content.sizeBytes },
  });
  await tx.removeIntent(intent.id);
  return revision;
}

/** The same file was worked on before: it is kept, and nothing is done or charged twice. */
async function putAside(intent: Intent, desk: Desk): Promise<Taken> {
  const at = desk.clock.now().toISOString();
  const { client, folder, path } = intent.file;
  const asidePath = await desk.inbox.setAside(intent);
  await desk.ledger.transaction(async (tx) => {
    await tx.removeIntent(intent.id);
    await tx.addEvent({ code: 'document-same-before', at, data: { client, folder, path } });
  });
  await desk.inbox.release(intent);
  desk.log.info({ client, job: folder, file: path, asidePath }, 'was worked on before; set aside');
  return { kind: 'same-before', file: intent.file, asidePath };
}

async function forget(intent: Intent, lost: boolean, desk: Desk): Promise<void> {
  const { client, folder, path } = intent.file;
  if (lost) desk.log.error({ client, job: folder, file: path }, 'a file is gone from the inbox');
  await desk.ledger.transaction(async (tx) => {
    await tx.removeIntent(intent.id);
    if (!lost) return;
    const at = desk.clock.now().toISOString();
    await tx.addEvent({ code: 'document-lost', at, data: { client, folder, path } });
  });
}
