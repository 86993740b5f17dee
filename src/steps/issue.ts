import type { Invoice } from '../billing/invoice.ts';
import type { InvoiceTask } from '../billing/invoice-task.ts';
import { creditNoteOf } from '../billing/make-invoice.ts';
import { PricingProblem } from '../billing/order.ts';
import { ublOf } from '../billing/ubl.ts';
import type { InvoiceRecord } from '../job/invoices.ts';
import type { ClientName, JobId } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import { accountWait } from './account.ts';
import { keepPaid } from './credits.ts';
import { invoiceMonths } from './month-invoices.ts';
import { nextNumber } from './next-number.ts';
import { numberJob, tied } from './number-job.ts';
import { printed } from './printed.ts';
import type { Desk } from './step.ts';
import { termsOf } from './terms-of.ts';

/** A job whose invoice cannot be made yet, and what is missing. */
export interface WaitingInvoice {
  readonly client: string;
  readonly job: string;
  readonly reasons: readonly string[];
}

export interface IssueRound {
  readonly issued: readonly InvoiceRecord[];
  readonly waiting: readonly WaitingInvoice[];
}

type BillingDesk = Pick<Desk, 'billing' | 'clock' | 'ledger' | 'log' | 'outbox'>;

/**
 * Makes the invoices that are queued: takes the number, records the invoice, then writes its files.
 * What was interrupted after its number was taken is finished first, under the same number with the same content.
 * A job whose client has no rate card or address yet stays queued, and says so; so does an invoice that cannot be printed.
 */
export async function issueInvoices(desk: BillingDesk): Promise<IssueRound> {
  const waiting: WaitingInvoice[] = [];
  for (const task of await desk.ledger.invoiceTasks({ state: 'queued' })) {
    const reasons = await intend(task, desk);
    if (reasons.length > 0) waiting.push({ client: task.client, job: task.job, reasons });
  }
  waiting.push(...(await invoiceMonths(desk)));
  const finished = await finishIntended(desk);
  return { issued: finished.issued, waiting: [...waiting, ...finished.waiting] };
}

/** The queued invoices that cannot be made yet, without making any. */
export async function heldUpInvoices(
  ledger: Pick<Desk['ledger'], 'eventsCalled' | 'invoiceTasks'>,
  billing: Desk['billing'],
): Promise<readonly WaitingInvoice[]> {
  const fault = await accountWait({ billing, ledger });
  const ofClient = new Map<string, readonly string[]>();
  const waiting: WaitingInvoice[] = [];
  for (const { client, job } of await ledger.invoiceTasks({ state: 'queued' })) {
    const lacking = ofClient.get(client) ?? (await lackingFor(client as ClientName, billing));
    ofClient.set(client, lacking);
    const reasons = fault === undefined ? lacking : [...lacking, fault];
    if (reasons.length > 0) waiting.push({ client, job, reasons });
  }
  return waiting;
}

/** Nothing is wrong with an invoice that waits for this. */
export const collected = 'It is collected for the invoice of the month.';

/** What the settings lack before a client can be invoiced. */
export async function lackingFor(
  client: ClientName,
  billing: Desk['billing'],
): Promise<readonly string[]> {
  try {
    const found = await billing.termsFor(client);
    if (found.kind === 'lacking') return found.sentences;
    return found.terms.retainer === undefined ? [] : [collected];
  } catch (error) {
    if (error instanceof DeskProblem) return [error.message];
    throw error;
  }
}

/**
 * Takes an invoice back by a credit note with a number of its own series; its files follow with the next round.
 * Resolves to that number. Throws DeskProblem when it cannot be.
 */
export async function intendCredit(
  number: string,
  because: string,
  desk: Pick<BillingDesk, 'billing' | 'clock' | 'ledger'>,
): Promise<string> {
  const [record] = await desk.ledger.invoices({ number });
  if (!record) {
    throw new DeskProblem(`There is no invoice ${number}. “proofdesk invoice list” shows them.`);
  }
  const { series } = await termsOf(record.client, desk);
  return desk.ledger.transaction(async (tx) => {
    const [now] = await tx.invoices({ number });
    if (now?.invoice.kind !== 'invoice')
      throw new DeskProblem(`${number} is a credit note itself.`);
    if (now.creditedBy) {
      throw new DeskProblem(`${number} was taken back before, by ${now.creditedBy}.`);
    }
    const { ordinal, issuedOn, ...place } = await nextNumber(series.creditNote, { tx, desk });
    const note = creditNoteOf(now.invoice, { ordinal, issuedOn, series: series.creditNote });
    const invoice = await tied(note, tx);
    await tx.intendInvoice({ ...place, ordinal, invoice, ...ownersOf(now) });
    const at = desk.clock.now().toISOString();
    const data = { number, by: invoice.number, because };
    await tx.addEvent({ code: 'invoice-credited', at, ...jobOf(now), data });
    await keepPaid(now, { on: issuedOn, tx, at });
    return invoice.number;
  });
}

/** Gives the queued invoice of a job its number. Returns what is missing for it, or nothing. */
async function intend(task: InvoiceTask, desk: BillingDesk): Promise<readonly string[]> {
  try {
    const found = await desk.billing.termsFor(task.client as ClientName);
    if (found.kind === 'lacking') return found.sentences;
    await desk.billing.phrasesFor(found.terms.language);
    if (found.terms.retainer !== undefined && !(await isQuoted(task, desk))) return [];
    await desk.ledger.transaction((tx) => numberJob(task, { terms: found.terms, tx, desk }));
    return [];
  } catch (error) {
    if (error instanceof PricingProblem || error instanceof DeskProblem) return [error.message];
    throw error;
  }
}

/** With a retainer a job is collected for the month, unless this very job was quoted. */
async function isQuoted({ jobId }: InvoiceTask, { ledger }: BillingDesk): Promise<boolean> {
  const quotes = await ledger.quotes({ jobId: jobId as JobId, state: 'approved' });
  return quotes.length > 0;
}

/** Writes the files of every invoice that has its number, and records that they are there. */
async function finishIntended(desk: BillingDesk): Promise<IssueRound> {
  const issued: InvoiceRecord[] = [];
  const waiting: WaitingInvoice[] = [];
  for (const record of await desk.ledger.invoices({ state: 'intended' })) {
    const { number: name, job } = record.invoice;
    const files = await printed(name, () => filesOf(record.invoice, desk));
    if ('because' in files) {
      waiting.push({ client: record.client, job, reasons: [files.because] });
      continue;
    }
    for (const [suffix, bytes] of files.made) {
      await desk.outbox.place([record.client, job, 'invoice', `${name}${suffix}`], bytes);
    }
    await desk.ledger.transaction(async (tx) => {
      if (!(await tx.markIssued(name))) return;
      const code = record.invoice.kind === 'invoice' ? 'invoice-issued' : 'credit-note-issued';
      const at = desk.clock.now().toISOString();
      await tx.addEvent({ code, at, ...jobOf(record), data: { number: name } });
    });
    desk.log.info({ client: record.client, number: name }, 'invoice issued');
    issued.push({ ...record, state: 'issued' });
  }
  return { issued, waiting };
}

type Files = readonly (readonly [suffix: string, bytes: Uint8Array])[];

async function filesOf(invoice: Invoice, { billing }: BillingDesk): Promise<Files> {
  const phrases = await billing.phrasesFor(invoice.language);
  return [
    ['.pdf', await billing.print(invoice, phrases)],
    ['.xml', new TextEncoder().encode(ublOf(invoice, phrases))],
  ];
}

function ownersOf({ client, jobId }: InvoiceRecord) {
  return { client, ...(jobId && { jobId }) };
}

function jobOf({ jobId }: InvoiceRecord) {
  return jobId ? { jobId } : {};
}
