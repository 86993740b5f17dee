import { systemClock } from '../adapters/system/clock.ts';
import { amountText, type Minor } from '../billing/money.ts';
import { type NumberFault, numberFaults } from '../billing/numbering.ts';
import type { InvoiceRecord } from '../job/invoices.ts';
import type { Ledger } from '../ports.ts';
import { dayOf } from '../steps/days.ts';
import { invoiceAgain } from '../steps/invoice-again.ts';
import { type IssueRound, intendCredit, issueInvoices } from '../steps/issue.ts';
import { createBilling, lookAtDesk, openDesk } from './compose.ts';
import { quietLog } from './log.ts';

/** An invoice as lists show it. */
export interface InvoiceRow {
  readonly number: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly client: string;
  readonly job: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  /** In whole units with places: `178.73`. */
  readonly gross: string;
  readonly state: string;
  readonly creditedBy?: string;
  /** What of it is not deposited yet, in whole units with places; absent where it was not asked for. */
  readonly open?: string;
  readonly overdue?: boolean;
}

export async function listInvoices(folder: string): Promise<readonly InvoiceRow[]> {
  return looking(folder, async ({ ledger }) => {
    const paid = await ledger.paidAmounts();
    const today = dayOf(systemClock.now());
    return (await ledger.invoices()).map((record) => {
      const { kind, number, totals, currency, dueOn } = record.invoice;
      if (kind === 'credit-note' || record.creditedBy !== undefined) return rowOf(record);
      const left = (totals.gross - (paid.get(number) ?? 0n)) as Minor;
      const open = amountText(left > 0n ? left : (0n as Minor), currency);
      return { ...rowOf(record), open, overdue: left > 0n && dueOn < today };
    });
  });
}

/** Makes what is due, at a desk where nobody else is at work. */
export async function makeInvoices(folder: string): Promise<IssueRound> {
  const { desk, close } = await openDesk(folder, { log: quietLog, threads: 1 });
  try {
    return await issueInvoices(desk);
  } finally {
    await close();
  }
}

/** Takes an invoice back; the number of the credit note, whose files follow when the desk works. */
export async function creditInvoice(
  folder: string,
  number: string,
  because: string,
): Promise<string> {
  return looking(folder, ({ ledger, paths }) =>
    intendCredit(number, because, { ledger, billing: createBilling(paths), clock: systemClock }),
  );
}

/** Makes another invoice in the place of one that was taken back; its number. */
export async function makeAgain(folder: string, number: string): Promise<string> {
  return looking(folder, ({ ledger, paths }) =>
    invoiceAgain(number, { ledger, billing: createBilling(paths), clock: systemClock }),
  );
}

/** Whether the numbers of every series and year are 1, 2, 3 and so on, on days that never go back. */
export async function checkNumbers(folder: string): Promise<readonly NumberFault[]> {
  return looking(folder, async ({ ledger }) =>
    numberFaults((await ledger.invoices()).map(({ invoice }) => invoice)),
  );
}

/** Works with the ledger while the desk may be running. */
export async function looking<T>(
  folder: string,
  work: (at: {
    readonly ledger: Ledger;
    readonly paths: Parameters<typeof createBilling>[0];
  }) => Promise<T>,
): Promise<T> {
  const { ledger, paths } = await lookAtDesk(folder);
  try {
    return await work({ ledger, paths });
  } finally {
    await ledger.close();
  }
}

export function rowOf({ invoice, client, state, creditedBy }: InvoiceRecord): InvoiceRow {
  return {
    number: invoice.number,
    kind: invoice.kind,
    client,
    job: invoice.job,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    currency: invoice.currency.code,
    gross: amountText(invoice.totals.gross, invoice.currency),
    state,
    ...(creditedBy !== undefined && { creditedBy }),
  };
}
