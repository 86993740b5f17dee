import { monthInvoiceOf } from '../billing/month-invoice.ts';
import { type Month, monthOf, monthsAfter } from '../billing/months.ts';
import { PricingProblem } from '../billing/order.ts';
import type { Terms } from '../billing/terms.ts';
import type { ClientName, JobId } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { dayOf } from './days.ts';
import { nextNumber } from './next-number.ts';
import { minutesOfRounds, type Replaced, tied } from './number-job.ts';
import type { Desk } from './step.ts';
import { freeTime, unbilledTime } from './time-for-job.ts';

type MonthDesk = Pick<Desk, 'billing' | 'clock' | 'ledger'>;

interface WaitingMonth {
  readonly client: string;
  readonly job: string;
  readonly reasons: readonly string[];
}

/**
 * Gives every month that has ended its invoice, once: of clients with a retainer each month since it began,
 * of others the last one where there is time that no job’s invoice will hold.
 */
export async function invoiceMonths(desk: MonthDesk): Promise<readonly WaitingMonth[]> {
  const now = monthOf(dayOf(desk.clock.now()));
  await noteRetainers(now, desk);
  const waiting: WaitingMonth[] = [];
  for (const [client, months] of await monthsDue(now, desk)) {
    for (const period of months) {
      const reasons = await intendMonth(client, period, desk);
      if (reasons.length === 0) continue;
      waiting.push({ client, job: period, reasons });
      break;
    }
  }
  return waiting;
}

/** A retainer begins with the month in which the desk first finds it in the settings, and ends when it is taken out. */
async function noteRetainers(now: Month, { billing, clock, ledger }: MonthDesk): Promise<void> {
  const known = await ledger.retainers();
  const found = await billing.clients();
  const fresh = found.filter((one) => one.retainer !== undefined && !known.has(one.client));
  // Settings with a fault say nothing, least of all that a retainer is over.
  const kept = new Set(found.filter((one) => one.retainer ?? one.fault).map((one) => one.client));
  const over = [...known.keys()].filter((client) => !kept.has(client));
  if (fresh.length === 0 && over.length === 0) return;
  const at = clock.now().toISOString();
  await ledger.transaction(async (tx) => {
    for (const client of over) {
      await tx.endRetainer(client);
      await tx.addEvent({ code: 'retainer-ended', at, data: { client } });
    }
    const still = await tx.retainers();
    for (const { client } of fresh) {
      if (still.has(client)) continue;
      await tx.knowClient(client, at);
      await tx.beginRetainer(client, now);
      await tx.addEvent({ code: 'retainer-began', at, data: { client, month: now } });
    }
  });
}

async function monthsDue(
  now: Month,
  { ledger }: MonthDesk,
): Promise<ReadonlyMap<ClientName, readonly Month[]>> {
  const due = new Map<ClientName, readonly Month[]>();
  const retainers = await ledger.retainers();
  for (const [client, since] of retainers) {
    const done = (await ledger.invoicedMonths(client)).at(-1)?.period;
    const months: Month[] = [];
    let month = done !== undefined && done >= since ? monthsAfter(done, 1) : since;
    for (; month < now; month = monthsAfter(month, 1)) months.push(month);
    if (months.length > 0) due.set(client, months);
  }
  const last = monthsAfter(now, -1);
  const ended = (await ledger.timeEntries({ unbilled: true })).filter(
    ({ client, day }) => !retainers.has(client) && monthOf(day) <= last,
  );
  for (const { client } of await freeTime(ended, ledger)) {
    const done = await ledger.invoicedMonths(client);
    if (!done.some(({ period }) => period === last)) due.set(client, [last]);
  }
  return due;
}

/** Gives a month its number. What is missing for it, or nothing. */
async function intendMonth(
  client: ClientName,
  period: Month,
  desk: MonthDesk,
): Promise<readonly string[]> {
  try {
    const found = await desk.billing.termsFor(client);
    if (found.kind === 'lacking') return found.sentences;
    await desk.billing.phrasesFor(found.terms.language);
    await desk.ledger.transaction((tx) =>
      numberMonth({ client, period }, { terms: found.terms, tx, desk }),
    );
    return [];
  } catch (error) {
    if (error instanceof PricingProblem || error instanceof DeskProblem) return [error.message];
    throw error;
  }
}

interface Numbering {
  readonly terms: Terms;
  readonly tx: LedgerWrites;
  readonly desk: Pick<MonthDesk, 'clock'>;
  /** What was taken back, where this is to be in its place. */
  readonly replaces?: Replaced;
}

/**
 * In one transaction: the number, the invoice, that the month has it, and all that is on it.
 * Undefined when the month has its invoice, or there is nothing to charge.
 */
export async function numberMonth(
  { client, period }: { readonly client: ClientName; readonly period: Month },
  { terms, tx, desk, replaces }: Numbering,
): Promise<string | undefined> {
  const months = await tx.invoicedMonths(client);
  const standing = months.find((one) => one.period === period);
  if (standing?.number !== replaces?.number) return undefined;
  const isIn = (day: string): boolean => monthOf(day) <= period;
  const wanted = { client, takenBack: replaces?.number };
  const spent = (await unbilledTime(wanted, tx)).filter(({ day }) => isIn(day));
  const hasRetainer = terms.retainer !== undefined;
  const time = hasRetainer ? spent : await freeTime(spent, tx);
  const before = replaces ? await tx.invoiceTasks({ number: replaces.number }) : [];
  const tasks = hasRetainer ? [...before, ...(await collected(client, isIn, tx))] : before;
  if (!hasRetainer && time.length + tasks.length === 0) return undefined;
  const { ordinal, issuedOn, ...place } = await nextNumber(terms.series.invoice, { tx, desk });
  // What was carried over from this month into later ones stays as it was charged there.
  const earlier = months.filter((one) => one.retainer !== undefined && one.period < period);
  const reviewed = [];
  for (const task of tasks) {
    const roundsMinutes = await minutesOfRounds(task.jobId as JobId, tx);
    reviewed.push({ ...task, roundsMinutes });
  }
  const month = { period, tasks: reviewed, time, earlier };
  const { invoice: made, used } = monthInvoiceOf(month, terms, { ordinal, issuedOn });
  const invoice = await tied(replaces ? { ...made, replaces } : made, tx);
  await tx.intendInvoice({ ...place, ordinal, invoice, client });
  await tx.putInvoicedMonth({
    ...used,
    client,
    number: invoice.number,
    ...(terms.retainer !== undefined && { retainer: terms.retainer }),
  });
  for (const task of tasks) await tx.endInvoiceTask(task.jobId as JobId, invoice.number);
  const ids = time.map(({ id }) => id);
  await tx.billTime(ids, invoice.number);
  const at = desk.clock.now().toISOString();
  const data = { client, period, number: invoice.number, jobs: tasks.length };
  await tx.addEvent({ code: 'month-invoiced', at, data });
  return invoice.number;
}

/** The client’s jobs that came back until the month ended and have no quote of their own. */
async function collected(client: ClientName, isIn: (day: string) => boolean, tx: LedgerWrites) {
  const tasks = [];
  for (const task of await tx.invoiceTasks({ state: 'queued' })) {
    if (task.client !== client || !isIn(dayOf(new Date(task.queuedAt)))) continue;
    const quoted = await tx.quotes({ jobId: task.jobId as JobId, state: 'approved' });
    if (quoted.length === 0) tasks.push(task);
  }
  return tasks;
}
