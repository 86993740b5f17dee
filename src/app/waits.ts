import type { WaitingFile } from '../job/intake.ts';
import type { LedgerStatus } from '../job/records.ts';
import { inReview } from '../job/reviews.ts';
import type { Ledger } from '../ports.ts';
import { collected, type WaitingInvoice } from '../steps/issue.ts';
import { type QuoteRow, quoteRowOf } from './quotes.ts';

/** Something that does not go on just now: for whom it waits, why, and until when, where that is known. */
export interface Wait {
  /** A document, a job, or another thing of the desk. */
  readonly what: string;
  readonly why: string;
  readonly whose: 'you' | 'client' | 'time';
  readonly until?: string;
}

/** What was seen outside of the ledger. */
export interface Outside {
  readonly waiting: readonly WaitingFile[];
  readonly openJobs: readonly WaitingFile[];
  readonly heldUp: readonly WaitingInvoice[];
  readonly unbegun: readonly WaitingInvoice[];
}

/** All that waits, what waits for the operator first. */
export async function waitsOf(
  ledger: Ledger,
  status: LedgerStatus,
  { waiting, openJobs, heldUp, unbegun }: Outside,
): Promise<readonly Wait[]> {
  const quotes = (await ledger.quotes({ state: 'open' })).map(quoteRowOf);
  const all = [
    ...[...waiting, ...openJobs].map(fileWait),
    ...status.quarantined.map(quarantineWait),
    ...unbegun.map(({ client, job, reasons }) =>
      yours(`${client}/${job}`, `Work has not begun. ${reasons.join(' ')}`),
    ),
    ...heldUp.map(invoiceWait),
    ...(await queryWaits(ledger)),
    ...(await depositWaits(ledger)),
    ...quotes.map(quoteWait),
    ...status.jobs.flatMap(reviewWait),
    ...status.tasks.flatMap(taskWait),
    ...(await messageWaits(ledger)),
  ];
  const order = ['you', 'client', 'time'] as const;
  return order.flatMap((whose) => all.filter((wait) => wait.whose === whose));
}

function yours(what: string, why: string): Wait {
  return { what, why, whose: 'you' };
}

function fileWait({ path, reason, stuck, until }: WaitingFile): Wait {
  const whose = stuck ? 'you' : 'time';
  return { what: path, why: reason, whose, ...(until !== undefined && { until }) };
}

function quarantineWait(one: LedgerStatus['quarantined'][number]): Wait {
  const { client, job, path, code, detail } = one;
  const why = `in quarantine: ${code}. ${detail} Drop a better file of the same name, or retry, or withdraw it (“withdraw ${client}/${job}” for all of a job).`;
  return yours(`${client}/${job}/${path}`, why);
}

function invoiceWait({ client, job, reasons }: WaitingInvoice): Wait {
  const whose = reasons.every((reason) => reason === collected) ? 'time' : 'you';
  return { what: `${client}/${job}`, why: `The invoice waits. ${reasons.join(' ')}`, whose };
}

async function queryWaits(ledger: Ledger): Promise<readonly Wait[]> {
  const unanswered = (await ledger.queries()).filter(({ answer }) => answer === undefined);
  const byJob = Map.groupBy(unanswered, ({ client, job }) => `${client}/${job}`);
  return [...byJob].map(([job, open]) =>
    yours(job, `${open.length} open ${open.length === 1 ? 'query' : 'queries'}: “proofdesk query”`),
  );
}

async function depositWaits(ledger: Ledger): Promise<readonly Wait[]> {
  const { length } = await ledger.bankEntries({ state: 'open' });
  if (length === 0) return [];
  return [
    yours(
      'bank/',
      `${length} ${length === 1 ? 'movement waits' : 'movements wait'} for your word: “proofdesk bank”`,
    ),
  ];
}

function quoteWait({ client, job, number, gross, currency, validUntil }: QuoteRow): Wait {
  const why = `waiting for approval of ${number}, ${gross} ${currency}; then “proofdesk approve ${number} --by …”`;
  return { what: `${client}/${job}`, why, whose: 'client', until: validUntil };
}

function reviewWait({ client, name, state }: LedgerStatus['jobs'][number]): readonly Wait[] {
  if (state !== inReview.open) return [];
  const why = `waiting for the client: ${state}`;
  return [{ what: `${client}/${name}`, why, whose: 'client' }];
}

function taskWait({ client, job, path, kind, error, runAt }: LedgerStatus['tasks'][number]) {
  if (error === undefined) return [];
  const why = `the step “${kind}” failed and is tried again: ${error}`;
  return [{ what: `${client}/${job}/${path}`, why, whose: 'time', until: runAt } as const];
}

async function messageWaits(ledger: Ledger): Promise<readonly Wait[]> {
  const later = (await ledger.messages({ state: 'pending' })).filter((one) => one.attempts > 0);
  const lost = [
    ...(await ledger.messages({ state: 'failed' })),
    ...(await ledger.messages({ state: 'uncertain' })),
  ];
  return [
    ...lost.map(({ client = 'mail', subject, state }) =>
      yours(client, `the message “${subject}” is ${state}: “proofdesk mail”`),
    ),
    ...later.map(({ client = 'mail', subject, remark = '', runAt }) => {
      const why = `the message “${subject}” could not be sent and is tried again: ${remark}`;
      return { what: client, why, whose: 'time', until: runAt } as const;
    }),
  ];
}
