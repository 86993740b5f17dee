import { PricingProblem } from '../billing/order.ts';
import { pricedLines } from '../billing/price.ts';
import { timeItems } from '../billing/time-items.ts';
import type { NewTime, TimeEntry } from '../job/hours.ts';
import type { ClientName } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { LedgerWrites } from '../ports.ts';
import { dayOf } from './days.ts';
import type { Desk } from './step.ts';

type TimeDesk = Pick<Desk, 'billing' | 'clock' | 'ledger'>;

/** For whom somebody works: a client, and one of its jobs where it is for one. */
export interface ForWhom {
  readonly client: ClientName;
  readonly job?: string;
}

/** Whose time it is, and as what it is charged. */
export interface Spent {
  readonly person: string;
  readonly service?: string;
  readonly training?: string;
  readonly note: string;
}

/** More in one go is a mistake of typing. */
const minutesMax = 24 * 60;

/** Starts the clock of a person. Throws DeskProblem when one runs. */
export async function startClock(whom: ForWhom, spent: Spent, desk: TimeDesk): Promise<number> {
  const now = desk.clock.now();
  const startedAt = now.toISOString();
  return record(whom, { ...spent, day: dayOf(now), startedAt }, desk);
}

/** Stops the clock of a person: whole minutes, at least one. Throws DeskProblem when none runs. */
export async function stopClock(person: string, desk: TimeDesk): Promise<TimeEntry> {
  const now = desk.clock.now();
  return desk.ledger.transaction(async (tx) => {
    const running = await runningOf(person, tx);
    if (!running)
      throw new DeskProblem(`No clock runs for ${person}. “proofdesk time start” starts one.`);
    const ms = now.getTime() - new Date(running.startedAt ?? '').getTime();
    const minutes = Math.max(1, Math.round(ms / 60_000));
    await tx.endTime(running.id, minutes);
    const data = { id: running.id, minutes };
    await tx.addEvent({ code: 'time-stopped', at: now.toISOString(), ...jobOf(running), data });
    return { ...running, minutes };
  });
}

/** Records time that was spent, on a day where it is not today. Throws DeskProblem. */
export async function addTime(
  whom: ForWhom,
  spent: Spent & { readonly minutes: number; readonly day?: string },
  desk: TimeDesk,
): Promise<number> {
  if (spent.minutes > minutesMax) {
    throw new DeskProblem(`${spent.minutes} minutes are more than a day. Add each day by itself.`);
  }
  return record(whom, { ...spent, day: spent.day ?? dayOf(desk.clock.now()) }, desk);
}

/** Leaves time uncharged. Throws DeskProblem when it is on an invoice. */
export async function dropTime(id: number, because: string, desk: TimeDesk): Promise<void> {
  const at = desk.clock.now().toISOString();
  await desk.ledger.transaction(async (tx) => {
    if (!(await tx.dropTime(id, because))) {
      throw new DeskProblem(
        `There is no time ${id} that could be taken out: it is on an invoice, was taken out before, or was never there. “proofdesk time list --all” shows it.`,
      );
    }
    await tx.addEvent({ code: 'time-dropped', at, data: { id, because } });
  });
}

async function record(
  { client, job }: ForWhom,
  spent: Omit<NewTime, 'client' | 'jobId'>,
  desk: TimeDesk,
): Promise<number> {
  const isKnown = (await desk.billing.clients()).some((one) => one.client === client);
  await refuseUnpriced(client, spent, desk);
  const at = desk.clock.now().toISOString();
  return desk.ledger.transaction(async (tx) => {
    const jobId = job === undefined ? undefined : await tx.jobNamed(client, job);
    if (job !== undefined && !jobId) throw new DeskProblem(`There is no job ${client}/${job}.`);
    if (!jobId && !isKnown) {
      throw new DeskProblem(
        `There is no client ${client}: there are no settings in clients/${client}/.`,
      );
    }
    const running = spent.minutes === undefined ? await runningOf(spent.person, tx) : undefined;
    if (running) throw new DeskProblem(runsAlready(running));
    await tx.knowClient(client, at);
    const id = await tx.addTime({ ...spent, client, ...(jobId && { jobId }) });
    const code = spent.minutes === undefined ? 'time-started' : 'time-added';
    await tx.addEvent({ code, at, ...(jobId && { jobId }), data: { id, client } });
    return id;
  });
}

/** What the rate card has no price for is said at once, not when the invoice is due. */
async function refuseUnpriced(
  client: ClientName,
  spent: Omit<NewTime, 'client' | 'jobId'>,
  { billing }: TimeDesk,
): Promise<void> {
  const found = await billing.termsFor(client);
  if (found.kind === 'lacking') return;
  const { card } = found.terms;
  try {
    const items = timeItems([{ ...spent, minutes: spent.minutes ?? 1 }], card);
    pricedLines({ items, dueOnWeekend: false, clientTags: [], roundsMinutes: [] }, card);
  } catch (error) {
    if (error instanceof PricingProblem) throw new DeskProblem(error.message);
    throw error;
  }
}

async function runningOf(person: string, tx: LedgerWrites): Promise<TimeEntry | undefined> {
  const entries = await tx.timeEntries();
  return entries.find(
    (one) => one.person === person && one.minutes === undefined && one.dropped === undefined,
  );
}

function runsAlready({ person, client, job, startedAt }: TimeEntry): string {
  const what = job === undefined ? client : `${client}/${job}`;
  return `A clock runs for ${person} since ${startedAt?.slice(0, 16).replace('T', ' ')} UTC, for ${what}. “proofdesk time stop” stops it.`;
}

function jobOf({ jobId }: TimeEntry) {
  return jobId ? { jobId } : {};
}
