import type { Invoice } from '../billing/invoice.ts';
import { receiptPaper } from '../billing/receipt-paper.ts';
import type { Receipt } from '../job/deposits.ts';
import type { InvoiceRecord } from '../job/invoices.ts';
import type { LedgerWrites } from '../ports.ts';
import type { WaitingInvoice } from './issue.ts';
import { printed } from './printed.ts';
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
  for (const number of new Set(numbers)) {
    const [record] = await tx.invoices({ number });
    if (!record) continue;
    const paid = (await tx.paidAmounts({ number })).get(number) ?? 0n;
    const covered = paid >= record.invoice.totals.gross;
    const state = (await tx.receipts({ number }))[0]?.state;
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

export interface ReceiptRound {
  /** The numbers of the invoices whose receipts were written. */
  readonly issued: readonly string[];
  readonly waiting: readonly WaitingInvoice[];
}

type ReceiptDesk = Pick<Desk, 'billing' | 'clock' | 'ledger' | 'log' | 'outbox'>;

/** Writes the receipts of invoices that a completed deposit covers. */
export async function issueReceipts(desk: ReceiptDesk): Promise<ReceiptRound> {
  const issued: string[] = [];
  const waiting: WaitingInvoice[] = [];
  for (const receipt of await desk.ledger.receipts()) {
    if (receipt.state !== 'intended') continue;
    const [record] = await desk.ledger.invoices({ number: receipt.number });
    if (record?.state !== 'issued') continue;
    const { invoice, client } = record;
    const pdf = await printed(`The receipt for ${invoice.number}`, () =>
      receiptPdf(invoice, receipt, desk),
    );
    if ('because' in pdf) {
      waiting.push({ client, job: invoice.job, reasons: [pdf.because] });
      continue;
    }
    const name = `${invoice.number}-receipt.pdf`;
    await desk.outbox.place([client, invoice.job, 'invoice', name], pdf.made);
    if (await recordIssued(receipt, record, desk)) issued.push(invoice.number);
  }
  return { issued, waiting };
}

async function receiptPdf(
  invoice: Invoice,
  { paidOn }: Receipt,
  { billing }: ReceiptDesk,
): Promise<Uint8Array> {
  const phrases = await billing.phrasesFor(invoice.language);
  return billing.printPaper(receiptPaper(invoice, paidOn, phrases), paidOn);
}

/** False when the deposit was taken back while the receipt was printed: the invoice is open, and stays so. */
async function recordIssued(
  receipt: Receipt,
  { client, jobId }: InvoiceRecord,
  desk: ReceiptDesk,
): Promise<boolean> {
  const { number } = receipt;
  const at = desk.clock.now().toISOString();
  const recorded = await desk.ledger.transaction(async (tx) => {
    const [now] = await tx.receipts({ number });
    if (now?.state !== 'intended') return false;
    await tx.putReceipt({ ...receipt, state: 'issued' });
    await tx.addEvent({ code: 'receipt-issued', at, ...(jobId && { jobId }), data: { number } });
    return true;
  });
  if (recorded) desk.log.info({ client, number }, 'receipt issued');
  return recorded;
}
