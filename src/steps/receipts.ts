import { receiptPaper } from '../billing/receipt-paper.ts';
import type { LedgerWrites } from '../ports.ts';
import type { Desk } from './step.ts';

interface Settling {
  readonly tx: LedgerWrites;
  readonly at: string;
}

/**
 * After deposits changed: an invoice that is covered gets its receipt, once; one whose deposit was taken back
 * is open again, and its receipt void.
 */
export async function settleReceipts(
  numbers: readonly string[],
  paidOn: string,
  { tx, at }: Settling,
): Promise<void> {
  const paid = await tx.paidAmounts();
  const known = new Map((await tx.receipts()).map((receipt) => [receipt.number, receipt]));
  for (const number of new Set(numbers)) {
    const [record] = await tx.invoices({ number });
    if (!record) continue;
    const covered = (paid.get(number) ?? 0n) >= record.invoice.totals.gross;
    const state = known.get(number)?.state;
    const event = { at, ...(record.jobId && { jobId: record.jobId }), data: { number } };
    if (covered && (state === undefined || state === 'void')) {
      await tx.putReceipt({ number, state: 'intended', paidOn });
      await tx.addEvent({ ...event, code: 'invoice-paid' });
    } else if (!covered && state !== undefined && state !== 'void') {
      await tx.putReceipt({ number, state: 'void', paidOn });
      await tx.addEvent({ ...event, code: 'invoice-reopened' });
    }
  }
}

/** Writes the receipts of invoices that a completed deposit covers. The numbers of those that were written. */
export async function issueReceipts(
  desk: Pick<Desk, 'billing' | 'clock' | 'ledger' | 'log' | 'outbox'>,
): Promise<readonly string[]> {
  const done: string[] = [];
  for (const receipt of await desk.ledger.receipts()) {
    if (receipt.state !== 'intended') continue;
    const [record] = await desk.ledger.invoices({ number: receipt.number });
    if (record?.state !== 'issued') continue;
    const { invoice, client, jobId } = record;
    const phrases = await desk.billing.phrasesFor(invoice.language);
    const paper = receiptPaper(invoice, receipt.paidOn, phrases);
    const pdf = await desk.billing.printPaper(paper, receipt.paidOn);
    await desk.outbox.place([client, invoice.job, 'invoice', `${invoice.number}-receipt.pdf`], pdf);
    const at = desk.clock.now().toISOString();
    await desk.ledger.transaction(async (tx) => {
      await tx.putReceipt({ ...receipt, state: 'issued' });
      const data = { number: invoice.number };
      await tx.addEvent({ code: 'receipt-issued', at, ...(jobId && { jobId }), data });
    });
    desk.log.info({ client, number: invoice.number }, 'receipt issued');
    done.push(invoice.number);
  }
  return done;
}
