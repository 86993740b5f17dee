import type { ContentHash, JobId } from '../job/job.ts';
import type { QuoteRecord, QuoteState } from '../job/quotes.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { dayOf } from './days.ts';
import { letGoOn } from './let-go-on.ts';
import { holds } from './quoted.ts';
import type { Desk } from './step.ts';

/** Who approved or declined, and by which hash of the quote, where it was given. */
export interface ClientWord {
  readonly by: string;
  /** The beginning of the hash that stands on the quote. */
  readonly hash?: string;
  /** The client's own file, where one says it: by its hash in the content store. */
  readonly file?: ContentHash;
}

type ApprovalDesk = Pick<Desk, 'clock' | 'ledger'>;

/** The client has approved a quote: work on the job begins. Throws DeskProblem when the quote no longer holds. */
export async function approve(number: string, word: ClientWord, desk: ApprovalDesk): Promise<void> {
  const now = desk.clock.now();
  const at = now.toISOString();
  await desk.ledger.transaction(async (tx) => {
    const { quote, jobId, hash } = await openQuote(number, word, tx);
    if (quote.validUntil < dayOf(now)) {
      throw new DeskProblem(
        `The quote ${number} ran out on ${quote.validUntil}. Make another with “proofdesk quote renew”.`,
      );
    }
    if (!holds(quote, await tx.revisionsOf(jobId))) {
      throw new DeskProblem(
        `The documents of the job have changed since the quote ${number} was made. The desk makes another when it next works.`,
      );
    }
    for (const earlier of await tx.quotes({ jobId, state: 'approved' })) {
      const by = `the quote ${number}`;
      await setAside(earlier.quote.number, { jobId, from: 'approved', by, at }, tx);
    }
    await tx.decideQuote(number, { from: 'open', to: 'approved', by: word.by, at });
    const data = { number, hash, ...evidence(word) };
    await tx.addEvent({ code: 'quote-approved', at, jobId, data });
    await letGoOn(jobId, at, tx);
  });
}

/** The client does not want the help at this price. Throws DeskProblem. */
export async function decline(number: string, word: ClientWord, desk: ApprovalDesk): Promise<void> {
  const at = desk.clock.now().toISOString();
  await desk.ledger.transaction(async (tx) => {
    const { jobId } = await openQuote(number, word, tx);
    await tx.decideQuote(number, { from: 'open', to: 'declined', by: word.by, at });
    await tx.addEvent({ code: 'quote-declined', at, jobId, data: { number, ...evidence(word) } });
  });
}

/** Sets a quote aside, so that the desk makes another at the prices and for the documents of now. Throws DeskProblem. */
export async function renew(number: string, desk: ApprovalDesk): Promise<void> {
  const at = desk.clock.now().toISOString();
  await desk.ledger.transaction(async (tx) => {
    const [record] = await tx.quotes({ number });
    if (!record) throw new DeskProblem(noSuchQuote(number));
    if (record.state === 'approved') {
      throw new DeskProblem(`The quote ${number} is approved already; work on it has begun.`);
    }
    const { state: from, jobId } = record;
    await setAside(number, { jobId, from, by: 'the office', at }, tx);
  });
}

/** A quote no longer holds. */
export async function setAside(
  number: string,
  {
    jobId,
    ...decision
  }: { readonly jobId: JobId; readonly from: QuoteState; readonly by: string; readonly at: string },
  tx: LedgerWrites,
): Promise<void> {
  if (!(await tx.decideQuote(number, { ...decision, to: 'void' }))) return;
  await tx.addEvent({ code: 'quote-void', at: decision.at, jobId, data: { number } });
}

function evidence({ by, file }: ClientWord): Readonly<Record<string, string>> {
  return { by, ...(file !== undefined && { file }) };
}

async function openQuote(
  number: string,
  { hash }: ClientWord,
  tx: LedgerWrites,
): Promise<QuoteRecord> {
  const [record] = await tx.quotes({ number });
  if (!record) throw new DeskProblem(noSuchQuote(number));
  if (record.state !== 'open') {
    throw new DeskProblem(
      `The quote ${number} is ${record.state}: it can no longer be decided on.`,
    );
  }
  if (hash !== undefined && (hash.length < 8 || !record.hash.startsWith(hash))) {
    throw new DeskProblem(
      `The approval is of another text: ${number} ends in “Of this quote: ${record.hash.slice(0, 16)}”.`,
    );
  }
  return record;
}

function noSuchQuote(number: string): string {
  return `There is no quote ${number}. “proofdesk quote” shows them.`;
}
