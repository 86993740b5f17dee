import { PricingProblem } from '../billing/order.ts';
import type { InvoiceRecord } from '../job/invoices.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { numberMonth } from './month-invoices.ts';
import { numberJob, type Replaced } from './number-job.ts';
import type { Desk } from './step.ts';
import { termsOf } from './terms-of.ts';

/**
 * Makes another invoice of a job or a month whose invoice was taken back: at the agreed prices, with the address of now
 * and the time as it is now. Resolves to its number; its files follow with the next round. Throws DeskProblem.
 */
export async function invoiceAgain(
  number: string,
  desk: Pick<Desk, 'billing' | 'clock' | 'ledger'>,
): Promise<string> {
  const records = await desk.ledger.invoices();
  const record = records.find(({ invoice }) => invoice.number === number);
  if (!record) {
    throw new DeskProblem(`There is no invoice ${number}. “proofdesk invoice list” shows them.`);
  }
  const replaces = replacedBy(record, records);
  const terms = await termsOf(record.client, desk);
  await desk.billing.phrasesFor(terms.language);
  try {
    return await desk.ledger.transaction(async (tx) => {
      const made = await numbered(record, { terms, tx, desk, replaces });
      if (made === undefined) throw new DeskProblem(`${number}: there is nothing left to charge.`);
      const { jobId } = record;
      const at = desk.clock.now().toISOString();
      const data = { number, by: made };
      await tx.addEvent({ code: 'invoice-replaced', at, ...(jobId && { jobId }), data });
      return made;
    });
  } catch (error) {
    throw error instanceof PricingProblem ? new DeskProblem(error.message) : error;
  }
}

function replacedBy(
  { invoice, creditedBy }: InvoiceRecord,
  records: readonly InvoiceRecord[],
): Replaced {
  const { number, kind, issuedOn } = invoice;
  if (kind !== 'invoice') throw new DeskProblem(`${number} is a credit note itself.`);
  if (creditedBy === undefined) {
    throw new DeskProblem(`${number} stands. Take it back first, with “proofdesk credit”.`);
  }
  const later = records.find((one) => one.invoice.replaces?.number === number);
  if (later) throw new DeskProblem(`${later.invoice.number} was made in the place of ${number}.`);
  return { number, issuedOn, creditedBy };
}

async function numbered(
  { invoice, client, jobId }: InvoiceRecord,
  numbering: Parameters<typeof numberJob>[1] & { readonly tx: LedgerWrites },
): Promise<string | undefined> {
  if (!jobId) return numberMonth({ client, period: invoice.job }, numbering);
  const [task] = await numbering.tx.invoiceTasks({ jobId });
  return task && numberJob(task, numbering);
}
