import type { ClientName, Job, JobState } from '../job/job.ts';
import type { ClientVerdict, QueryAnswer, QueryRecord, Round } from '../job/reviews.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Ledger, LedgerWrites } from '../ports.ts';
import { asked, wordingFor } from './asked.ts';
import { finishReview, missingFiles, type ReviewDesk } from './finish-review.ts';
import { waitingFor } from './quoted.ts';

/** A job of a client, by its name in the outbox: what a command or a page names. */
export interface JobName {
  readonly client: string;
  readonly job: string;
}

/** How a job stands, and what it waits for. */
export interface JobReview {
  readonly client: string;
  readonly job: string;
  readonly state: JobState | 'delivered for review' | 'returned' | 'accepted';
  /** The round of now; absent where the client's settings ask for no review. */
  readonly round?: number;
  readonly minutes: readonly number[];
  readonly documents: readonly { readonly path: string; readonly state: string }[];
  readonly queries: readonly QueryRecord[];
  readonly waitsFor: readonly string[];
}

/** What a page or a command shows of a job. Throws DeskProblem when there is none of that name. */
export async function jobReview(name: JobName, desk: ReviewDesk): Promise<JobReview> {
  const job = await jobOf(name, desk.ledger);
  const rounds = await desk.ledger.rounds(job.id);
  const last = rounds.at(-1);
  const accepted = await desk.ledger.acceptedRevisions(job.id);
  const documents = (await desk.ledger.revisionsOf(job.id)).map(({ id, path, state }) => ({
    path,
    state: accepted.has(id) ? 'accepted' : state,
  }));
  const open = await openQueries(job, desk);
  return {
    client: job.client,
    job: job.name,
    state: stateOf(job, last),
    ...(last && { round: last.round }),
    minutes: rounds.map(({ minutes }) => minutes),
    documents,
    queries: open,
    waitsFor: await waitsFor({ job, last, open: open.length }, desk),
  };
}

function stateOf({ state }: Job, last: Round | undefined): JobReview['state'] {
  if (state !== 'working' || !last || last.state === 'pending') return state;
  if (last.state === 'open') return 'delivered for review';
  return last.state === 'returned' ? 'returned' : 'accepted';
}

interface Standing {
  readonly job: Job;
  readonly last: Round | undefined;
  readonly open: number;
}

async function waitsFor(
  { job, last, open }: Standing,
  desk: ReviewDesk,
): Promise<readonly string[]> {
  if (job.state === 'delivered') return [];
  if (job.state === 'gathering') return ['More documents may come.'];
  if (!last || last.state === 'pending') return unfinished(job.id, desk);
  if (open > 0) return [`Queries are open: ${open}. “proofdesk query list” shows them.`];
  if (last.state === 'open') return [`The client’s word on round ${last.round}.`];
  if (last.state === 'returned') return ['The final copies are made when the desk next works.'];
  return missingFiles(job.id, desk);
}

/** What a job waits for whose documents are not all back. */
async function unfinished(
  jobId: Job['id'],
  { ledger }: Pick<ReviewDesk, 'ledger'>,
): Promise<readonly string[]> {
  const quarantined = (await ledger.revisionsOf(jobId)).flatMap(({ path, state, failure }) =>
    state === 'quarantined'
      ? [`${path} is in quarantine (${failure?.code}): replace it, retry it, or withdraw it.`]
      : [],
  );
  const quotes = (await ledger.quotes({ jobId })).filter(({ state }) => state !== 'void');
  const quote = quotes.findLast(({ state }) => state === 'approved') ?? quotes.at(-1);
  const price = quote && quote.state !== 'approved' ? [waitingFor(quote)] : [];
  const waits = [...quarantined, ...price];
  return waits.length > 0 ? waits : ['Its documents are being worked on.'];
}

/**
 * The client accepts all documents of a job as they are now: the final copy where there is one, else the corrected one.
 * Resolves to whether the invoice is queued. Throws DeskProblem when there is something to be settled first.
 */
export async function accept(name: JobName, by: string, desk: ReviewDesk): Promise<boolean> {
  const { id: jobId } = await jobOf(name, desk.ledger);
  const at = desk.clock.now().toISOString();
  await desk.ledger.transaction(async (tx) => {
    const last = await roundForWord(name, jobId, tx);
    for (const { id, state } of await tx.revisionsOf(jobId)) {
      if (state !== 'delivered') continue;
      await tx.addVerdicts(await acceptances(id, tx), at);
      await tx.acceptRevision(id, { by, at });
    }
    await tx.putRound({ ...last, state: 'accepted', closedAt: at, closedBy: by });
    const data = { round: last.round, by };
    await tx.addEvent({ code: 'job-accepted', at, jobId, data });
  });
  return finishReview(jobId, desk);
}

/** The round that the client may speak on. */
async function roundForWord(
  { client, job }: JobName,
  jobId: Job['id'],
  tx: LedgerWrites,
): Promise<Round> {
  const last = (await tx.rounds(jobId)).at(-1);
  const name = `${client}/${job}`;
  if (!last) throw new DeskProblem(`${name} needs no review: the client’s settings ask for none.`);
  if (last.state === 'accepted' || last.state === 'closed')
    throw new DeskProblem(`${name} is accepted already.`);
  if (last.state === 'pending') {
    throw new DeskProblem(`${name} is not delivered yet: some of it is still being worked on.`);
  }
  if (last.state === 'returned') {
    throw new DeskProblem(
      `What the client sent back for ${name} is being worked in. Accept it when the final copies are there; “proofdesk job ${name}” shows what waits.`,
    );
  }
  return last;
}

/** What stands in the copy that is accepted, and was not decided by the client before, is accepted with it. */
async function acceptances(
  revisionId: Parameters<LedgerWrites['proposals']>[0],
  tx: LedgerWrites,
): Promise<readonly ClientVerdict[]> {
  return (await tx.proposals(revisionId)).flatMap(({ id, finding }) =>
    finding.decision === 'applied' && finding.reason === undefined
      ? [{ findingId: id, decision: 'applied', reason: 'The client accepted the whole.' } as const]
      : [],
  );
}

/** Queries that nobody answered yet, of all jobs or of one. */
export async function openQueries(
  job: Pick<Job, 'id'> | undefined,
  desk: Pick<ReviewDesk, 'ledger' | 'store'>,
): Promise<readonly QueryRecord[]> {
  const all = await desk.ledger.queries(job ? { jobId: job.id } : {});
  return asked(
    all.filter(({ answer: given }) => given === undefined),
    desk,
  );
}

/** Yes or no; yes with the words that the client would have instead. */
export interface ClientAnswer {
  readonly answer: QueryAnswer;
  readonly text?: string;
  readonly by: string;
}

/** Records the answer to a query. Throws DeskProblem when it cannot be that. */
export async function answer(
  id: number,
  word: ClientAnswer,
  { clock, ledger, store }: Pick<ReviewDesk, 'clock' | 'ledger' | 'store'>,
): Promise<void> {
  const at = clock.now().toISOString();
  await ledger.transaction(async (tx) => {
    const query = (await tx.queries()).find((one) => one.id === id);
    if (!query)
      throw new DeskProblem(`There is no query ${id}. “proofdesk query list” shows them.`);
    const { answer: said, text, by } = word;
    if (said === 'yes' && !query.makeable && text === undefined) {
      throw new DeskProblem(
        `Query ${id} cannot be answered with yes: ${query.note} Answer no to leave it as it is, or with --text and words that the client wants there.`,
      );
    }
    const wording = text === undefined ? undefined : await wordingFor(query, text, { tx, store });
    if (!(await tx.answerQuery(id, { answer: said, ...(wording && { wording }), by, at }))) {
      throw new DeskProblem(`Query ${id} was answered before.`);
    }
    if (query.findingId !== undefined) {
      const made = said === 'yes' && !wording;
      const decision = made ? ('applied' as const) : ('noted' as const);
      const reason = `Asked, the client ${wording ? 'wrote something else' : `said ${said}`}.`;
      await tx.addVerdicts([{ findingId: query.findingId, decision, reason }], at);
    }
    const data = { query: id, answer: wording ? 'words' : said, by };
    await tx.addEvent({ code: 'query-answered', at, jobId: query.jobId, data });
  });
}

/** Notes what the office spent on the changes of the round of now; it is added to what was noted before. */
export async function addMinutes(
  name: JobName,
  minutes: number,
  { clock, ledger }: Pick<ReviewDesk, 'clock' | 'ledger'>,
): Promise<number> {
  const { id } = await jobOf(name, ledger);
  return ledger.transaction(async (tx) => {
    const rounds = await tx.rounds(id);
    const back = new Set((await tx.returns(id)).map(({ round }) => round));
    const round = rounds.findLast((one) => back.has(one.round));
    if (!round) throw new DeskProblem('Nothing was sent back yet, so there is no round to note.');
    const [task] = await tx.invoiceTasks({ jobId: id });
    if (task) throw new DeskProblem('The invoice of this job is queued already.');
    await tx.putRound({ ...round, minutes: round.minutes + minutes });
    const at = clock.now().toISOString();
    const data = { round: round.round, minutes };
    await tx.addEvent({ code: 'review-minutes-noted', at, jobId: id, data });
    return round.round;
  });
}

async function jobOf({ client, job }: JobName, ledger: Pick<Ledger, 'jobCalled'>): Promise<Job> {
  const found = await ledger.jobCalled(client as ClientName, job);
  if (!found)
    throw new DeskProblem(`There is no job ${client}/${job}. “proofdesk status” shows them.`);
  return found;
}
