import type { ClientDecisions } from '../core/decisions/decisions.ts';
import { DocumentProblem } from '../core/problem.ts';
import { overlaps } from '../core/span.ts';
import { failures } from '../job/failure.ts';
import type { ClientName, ContentHash, Revision } from '../job/job.ts';
import type { Proposal, ReturnedFile, Round } from '../job/reviews.ts';
import { DeskProblem } from '../job/trouble.ts';
import { isApprovalFile, takeApproval } from './approval-file.ts';
import { extractedOf, profileOf, workingCopy } from './artifacts.ts';
import { type SortedReturn, sortedReturn } from './client-edits.ts';
import { wordingQueries } from './client-wording.ts';
import {
  type DecisionsFile,
  isDecisionsFile,
  parseDecisions,
  sortedDecisions,
} from './decisions-file.ts';
import { decidedIn, documentOf } from './document-meant.ts';
import { finalWord } from './final-edits.ts';
import { passwordOf } from './passwords.ts';
import type { Desk } from './step.ts';

/** What a look at the returns led to. */
export interface ReturnsRound {
  readonly taken: number;
  /** Jobs on which work begins by an approval among them. */
  readonly begun: number;
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** Takes in what clients sent back: keeps it, reads the decisions, records them, then puts the file aside. */
export async function takeReturns(desk: Desk): Promise<ReturnsRound> {
  let taken = 0;
  let begun = 0;
  const refused: { path: string; reason: string }[] = [];
  for (const file of await desk.returns.files()) {
    const path = `${file.client}/${file.folder}/${file.path}`.normalize('NFC');
    try {
      const outcome = await take(file, desk);
      if (outcome !== 'waits') taken += 1;
      if (outcome === 'begun') begun += 1;
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      await desk.returns.refuse(file, reason);
      desk.log.warn({ file: path, reason }, 'what a client sent back was refused');
      refused.push({ path, reason });
    }
  }
  return { taken, begun, refused };
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof DeskProblem) return error.message;
  if (!(error instanceof DocumentProblem)) return undefined;
  const { meaning, remedy } = failures[error.code];
  return `${meaning} ${error.detail}\nWhat to do: ${remedy}`;
}

/** `waits`: for the rest of its job. */
async function take(file: ReturnedFile, desk: Desk): Promise<'taken' | 'begun' | 'waits'> {
  if (file.bytes.length === 0)
    throw new DeskProblem('The file is empty, or larger than it may be.');
  const hash = await desk.store.put(file.bytes);
  const [client, name] = [file.client.normalize('NFC'), file.folder.normalize('NFC')];
  const job = await desk.ledger.jobCalled(client as ClientName, name);
  if (!job) {
    throw new DeskProblem(
      `There is no job ${client}/${name}: use the folder’s name in the outbox.`,
    );
  }
  if (isApprovalFile(file.path)) {
    const begins = await takeApproval({ bytes: file.bytes, hash }, job, desk);
    await desk.returns.done(file, 'quote');
    return begins ? 'begun' : 'taken';
  }
  const round = (await desk.ledger.rounds(job.id)).at(-1);
  if (!round) {
    throw new DeskProblem(
      `${client}/${name} is not under review: the client’s settings have no “review: required”. Drop a new version into the inbox.`,
    );
  }
  const known = (await desk.ledger.returns(job.id)).find(
    (one) => one.hash === hash && one.path === file.path && one.round === round.round,
  );
  if (!known) {
    if (round.state === 'pending') return 'waits';
    if (round.state === 'accepted' || round.state === 'closed') {
      throw new DeskProblem(
        `${client}/${name} was accepted. Drop a new version into the inbox: it is a new job.`,
      );
    }
    const revisions = await desk.ledger.revisionsOf(job.id);
    await takeWord({ file, hash, round, revisions }, desk);
  }
  await desk.returns.done(file, `r${round.round}`);
  return 'taken';
}

interface Taking {
  readonly file: ReturnedFile;
  readonly hash: ContentHash;
  readonly round: Round;
  readonly revisions: readonly Revision[];
}

async function takeWord({ file, hash, round, revisions }: Taking, desk: Desk): Promise<void> {
  const delivered = revisions.filter(({ state }) => state === 'delivered');
  const read: (readonly [Revision, SortedReturn])[] = [];
  if (isDecisionsFile(file.path)) {
    const decisions = parseDecisions(file.bytes);
    for (const revision of decidedIn(decisions, delivered)) {
      read.push([revision, await decidedReturn(revision, decisions, desk)]);
    }
  } else {
    const revision = documentOf(file.path, delivered);
    read.push([revision, await documentReturn(revision, file.bytes, desk)]);
  }
  const at = desk.clock.now().toISOString();
  await desk.ledger.transaction(async (tx) => {
    const now = (await tx.rounds(round.jobId)).at(-1);
    if (now?.round !== round.round || now.state !== round.state) {
      throw new DeskProblem('The review went on while this file was read. Send it once more.');
    }
    for (const [{ id: revisionId }, sorted] of read) {
      const { jobId, round: number } = round;
      const place = { jobId, round: number, revisionId, path: file.path, hash, at };
      await tx.addReturn({ ...place, ...sorted });
      const data = { round: number, queries: sorted.queries.length };
      await tx.addEvent({ code: 'revision-received', at, jobId, revisionId, data });
    }
    if (read.some(([, { queries }]) => queries.length > 0)) {
      const { jobId, round: number } = round;
      await tx.addEvent({ code: 'queries-asked', at, jobId, data: { round: number } });
    }
    await tx.putRound({ ...now, state: 'returned', returnedAt: at });
  });
}

async function decidedReturn(
  revision: Revision,
  decisions: DecisionsFile,
  desk: Desk,
): Promise<SortedReturn> {
  const { document } = await extractedOf(desk.store, revision);
  const { own, newest } = await finalWord(revision, desk.ledger);
  const proposals = await desk.ledger.proposals(revision.id);
  const decided = newest !== undefined;
  const sorted = sortedDecisions(decisions, { document, proposals, own, decided });
  return withWording(revision, { sorted, proposals }, desk);
}

async function documentReturn(
  revision: Revision,
  returned: Uint8Array,
  desk: Desk,
): Promise<SortedReturn> {
  const extracted = await extractedOf(desk.store, revision);
  if (!revision.artifacts.corrected) {
    throw new DeskProblem(
      'Decisions cannot be read from a file of this format. Send decisions.yaml instead.',
    );
  }
  const proposals = asked(await desk.ledger.proposals(revision.id));
  const edits = proposals.flatMap(({ finding }) => finding.corrections[0] ?? []);
  const date = `${revision.receivedAt.slice(0, 19)}Z`;
  const read = await desk.engine.returned({
    ...(await workingCopy(desk.store, revision)),
    returned,
    edits,
    stamp: { author: desk.office.author, date },
    ...passwordOf(extracted, desk),
  });
  if (!read || isOther(extracted.document.text, read)) {
    throw new DeskProblem(
      `It has too little in common with ${revision.path}. Is it the right file, in the right folder?`,
    );
  }
  const sorted = sortedReturn(extracted.document, proposals, read);
  return withWording(revision, { sorted, proposals }, desk);
}

/** A client who wrote most of it anew has another document: it is proofread as such, and not taken for a redline. */
const rewrittenMax = 0.6;

function isOther({ length }: string, { changes, edits }: ClientDecisions): boolean {
  const spans = [...changes, ...edits.flatMap(({ rewriting }) => rewriting ?? [])];
  const rewritten = spans.reduce((sum, { span }) => sum + span.end - span.start, 0);
  return rewritten > length * rewrittenMax;
}

/** The corrections that may stand in the file: those of now, and earlier ones that do not get in their way. */
function asked(proposals: readonly Proposal[]): readonly Proposal[] {
  const kept: Proposal[] = [];
  const isNow = ({ finding }: Proposal): boolean => finding.decision === 'applied';
  for (const one of [...proposals.filter(isNow), ...proposals.filter((each) => !isNow(each))]) {
    const [edit] = one.finding.corrections;
    const spans = kept.flatMap(({ finding }) => finding.corrections[0]?.span ?? []);
    if (!one.proposed || !edit || spans.some((span) => overlaps(span, edit.span))) continue;
    kept.push(one);
  }
  return kept;
}

interface Read {
  readonly sorted: SortedReturn;
  readonly proposals: readonly Proposal[];
}

/** Adds what a proofreader finds in the client's own words. */
async function withWording(
  revision: Revision,
  { sorted, proposals }: Read,
  desk: Desk,
): Promise<SortedReturn> {
  const { document } = await extractedOf(desk.store, revision);
  const profile = await profileOf(desk.store, revision);
  const verdicts = new Map(sorted.verdicts.map((one) => [one.findingId, one.decision]));
  const accepted = proposals.flatMap(({ id, finding }) =>
    (verdicts.get(id) ?? finding.decision) === 'applied' ? (finding.corrections[0] ?? []) : [],
  );
  const { changes: own } = sorted;
  const wording = { document, profile, edits: [...accepted, ...own], own };
  return { ...sorted, queries: [...sorted.queries, ...(await wordingQueries(wording, desk))] };
}
