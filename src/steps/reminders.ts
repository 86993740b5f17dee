import { daysAfter } from '../billing/quote.ts';
import type { InvoiceRecord } from '../job/invoices.ts';
import type { PastEvent } from '../job/messages.ts';
import { dayOf } from './days.ts';
import type { Desk } from './step.ts';

type RemindingDesk = Pick<Desk, 'clock' | 'ledger' | 'log' | 'notices'>;

/**
 * Reminds of invoices that are overdue: each step once, in order, with at least the days between two steps between them.
 * Nobody is reminded before the bank's statements were read on that day or later, nor while a deposit that may be
 * for the invoice waits for the operator. The reminder is an event, recorded before anything is written.
 */
export async function claimReminders(desk: RemindingDesk): Promise<void> {
  const steps = await desk.notices.reminderDays();
  const readAt = await desk.ledger.lastStatementAt();
  if (steps.length === 0 || readAt === undefined) return;
  const today = dayOf(desk.clock.now());
  const readOn = dayOf(new Date(readAt));
  const claimed = Map.groupBy(await desk.ledger.eventsCalled(code), numberOf);
  for (const record of await overdue(today, desk)) {
    const { number } = record.invoice;
    const past = claimed.get(number) ?? [];
    const dueOn = nextOn(record, past, steps);
    if (dueOn === undefined || dueOn > today || dueOn > readOn) continue;
    await claim(record, past.length + 1, desk);
  }
}

const code = 'payment-reminder';

function numberOf({ data }: Pick<PastEvent, 'data'>): string {
  return String(data?.['number'] ?? '');
}

/** Invoices that are past their day, not covered and not taken back. */
async function overdue(
  today: string,
  { ledger }: RemindingDesk,
): Promise<readonly InvoiceRecord[]> {
  const paid = await ledger.paidAmounts();
  const undecided = await ledger.bankEntries({ state: 'open' });
  const records = await ledger.invoices({ state: 'issued' });
  return records.filter(({ invoice, creditedBy }) => {
    const { kind, number, totals, dueOn } = invoice;
    if (kind !== 'invoice' || creditedBy !== undefined || dueOn >= today) return false;
    if ((paid.get(number) ?? 0n) >= totals.gross) return false;
    return !undecided.some(({ words, remark = '' }) => `${words} ${remark}`.includes(number));
  });
}

/** The day of the next reminder; undefined when there were as many as there may be. */
function nextOn(
  { invoice }: InvoiceRecord,
  past: readonly PastEvent[],
  steps: readonly number[],
): string | undefined {
  const step = steps[past.length];
  if (step === undefined) return undefined;
  const last = past.at(-1);
  const byDueDate = daysAfter(invoice.dueOn, step);
  if (!last) return byDueDate;
  const sinceLast = step - (steps[past.length - 1] ?? 0);
  const byLast = daysAfter(dayOf(new Date(last.at)), sinceLast);
  if (byLast > byDueDate) return byLast;
  return byDueDate;
}

async function claim(
  { invoice, jobId }: InvoiceRecord,
  round: number,
  { clock, ledger, log }: RemindingDesk,
): Promise<void> {
  const { number } = invoice;
  const at = clock.now().toISOString();
  await ledger.transaction(async (tx) => {
    const before = (await tx.eventsCalled(code)).filter((event) => numberOf(event) === number);
    if (before.length >= round) return;
    await tx.addEvent({ code, at, ...(jobId && { jobId }), data: { number, round } });
  });
  log.info({ number, round }, 'a reminder is due');
}
