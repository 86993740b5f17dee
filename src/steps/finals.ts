import { DocumentProblem } from '../core/problem.ts';
import type { ContentHash, Revision } from '../job/job.ts';
import type { QueryRecord, Round } from '../job/reviews.ts';
import { extractedOf, workingCopy } from './artifacts.ts';
import type { Patience } from './closing.ts';
import { type FinalWord, finalWord } from './final-edits.ts';
import { finishReview } from './finish-review.ts';
import { passwordOf } from './passwords.ts';
import { placeChecked } from './place.ts';
import type { Desk } from './step.ts';

/**
 * Goes on with every review: makes the final copies of what came back once nothing is left to ask, ends the round, and
 * queues the invoice where all is accepted.
 */
export async function settleReviews(desk: Desk, patience: Patience): Promise<void> {
  for (const round of await desk.ledger.lastRounds()) {
    if (round.state === 'accepted') await finishReview(round.jobId, desk);
    if (round.state !== 'returned' || !isQuiet(round, patience, desk)) continue;
    const queries = await desk.ledger.queries({ jobId: round.jobId });
    if (queries.some(({ answer }) => answer === undefined)) continue;
    await endRoundOrSay(round, desk);
  }
}

/** What comes back within a few minutes is one round. */
function isQuiet({ returnedAt }: Round, patience: Patience, { clock, office }: Desk): boolean {
  if (patience === 'at-once' || returnedAt === undefined) return true;
  return clock.now().getTime() - Date.parse(returnedAt) >= office.quietMs;
}

/** A final copy that cannot be made or placed holds up its own job and no other. */
async function endRoundOrSay(round: Round, desk: Desk): Promise<void> {
  try {
    await endRound(round, desk);
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    const { code, detail } = error;
    desk.log.error({ job: round.jobId, code, detail }, 'a final copy could not be made');
  }
}

async function endRound(round: Round, desk: Desk): Promise<void> {
  const { jobId } = round;
  const back = new Set(
    (await desk.ledger.returns(jobId))
      .filter((one) => one.round === round.round)
      .map(({ revisionId }) => revisionId),
  );
  const revisions = await desk.ledger.revisionsOf(jobId);
  const finals: Final[] = [];
  for (const revision of revisions.filter(({ id }) => back.has(id))) {
    finals.push(await makeFinal(revision, desk));
  }
  const at = desk.clock.now().toISOString();
  const ended = await desk.ledger.transaction(async (tx) => {
    const now = (await tx.rounds(jobId)).at(-1);
    if (now?.state !== 'returned' || now.returnedAt !== round.returnedAt) return false;
    for (const { revision, hash, path, edits } of finals) {
      const word = await finalWord(revision, tx);
      if (word.open.length > 0 || JSON.stringify(word.edits) !== edits) return false;
      await tx.putArtifact(revision.id, 'final', hash);
      await tx.putPlaced(revision.id, 'final', path);
      const event = { at, jobId, revisionId: revision.id, data: { round: now.round } };
      await tx.addEvent({ ...event, code: 'final-copy-made' });
      const wasSeen = hash === revision.artifacts.final;
      if (isWholeWord(word, wasSeen, await tx.queries({ jobId }))) {
        await tx.acceptRevision(revision.id, { by: 'what the client sent back', at });
      }
    }
    const accepted = await tx.acceptedRevisions(jobId);
    const isAll = revisions.every(({ id, state }) => state !== 'delivered' || accepted.has(id));
    const state = isAll ? ('accepted' as const) : ('closed' as const);
    await tx.putRound({ ...now, state, closedAt: at, closedBy: 'what was sent back' });
    if (isAll) return true;
    const next = now.round + 1;
    await tx.putRound({ jobId, round: next, state: 'open', openedAt: at, minutes: 0 });
    await tx.addEvent({ code: 'job-delivered-for-review', at, jobId, data: { round: next } });
    return true;
  });
  if (ended) await finishReview(jobId, desk);
}

/**
 * Nothing but decisions came back, or what makes the very copy that the client was given before: the client knows the
 * final text, and it needs no further word.
 */
function isWholeWord(
  { newest, own }: FinalWord,
  wasSeen: boolean,
  queries: readonly QueryRecord[],
): boolean {
  const unmade = queries.some(({ kind, returnSeq }) => {
    return kind === 'change' && returnSeq === newest?.seq;
  });
  return newest !== undefined && (own.length === 0 || wasSeen) && !unmade;
}

interface Final {
  readonly revision: Revision;
  readonly hash: ContentHash;
  readonly path: string;
  /** As JSON, so that it can be compared with what the ledger says when the round ends. */
  readonly edits: string;
}

/** Makes the final copy from the original. The engine reads it again, and it must say what the ledger says. */
async function makeFinal(revision: Revision, desk: Desk): Promise<Final> {
  const { edits } = await finalWord(revision, desk.ledger);
  const extracted = await extractedOf(desk.store, revision);
  const copy = await workingCopy(desk.store, revision);
  const date = `${revision.receivedAt.slice(0, 19)}Z`;
  const stamp = { author: desk.office.author, date };
  const request = { ...copy, edits, stamp, ...passwordOf(extracted, desk) };
  const { corrected } = await desk.engine.apply(request);
  if (!corrected) {
    throw new DocumentProblem('not-verified', 'No final copy can be made of this format.');
  }
  const hash = await desk.store.put(corrected);
  const { client, name } = revision.job;
  const path = [client, name, 'final', ...copy.fileName.split('/')];
  return {
    revision,
    hash,
    path: await placeChecked(desk, path, corrected),
    edits: JSON.stringify(edits),
  };
}
