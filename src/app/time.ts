import { systemClock } from '../adapters/system/clock.ts';
import type { TimeEntry } from '../job/hours.ts';
import type { ClientName } from '../job/job.ts';
import { DeskProblem } from '../job/trouble.ts';
import {
  addTime,
  dropTime,
  type ForWhom,
  type Spent,
  startClock,
  stopClock,
} from '../steps/time.ts';
import { createBilling } from './compose.ts';
import { looking } from './invoices.ts';

/** Time as lists show it. */
export interface TimeRow {
  readonly id: number;
  readonly day: string;
  readonly person: string;
  readonly client: string;
  readonly job: string;
  readonly what: string;
  readonly minutes?: number;
  /** `running`, `open`, the number of its invoice, or why it is not charged. */
  readonly state: string;
  readonly note: string;
}

/** Starts a clock; the id of its entry. */
export async function startTime(folder: string, target: string, spent: Spent): Promise<number> {
  return atDesk(folder, (desk) => startClock(forWhom(target), spent, desk));
}

/** Stops the clock of a person. */
export async function stopTime(folder: string, person: string): Promise<TimeRow> {
  return atDesk(folder, async (desk) => rowOf(await stopClock(person, desk)));
}

/** Records time that was spent; the id of its entry. */
export async function recordTime(
  folder: string,
  target: string,
  spent: Spent & { readonly minutes: number; readonly day?: string },
): Promise<number> {
  return atDesk(folder, (desk) => addTime(forWhom(target), spent, desk));
}

/** Takes time out of what is charged. */
export async function leaveTimeOut(folder: string, id: number, because: string): Promise<void> {
  return atDesk(folder, (desk) => dropTime(id, because, desk));
}

/** Time that is on no invoice yet; all of it where asked for. */
export async function listTime(folder: string, all: boolean): Promise<readonly TimeRow[]> {
  return looking(folder, async ({ ledger }) => {
    const entries = await ledger.timeEntries();
    return entries
      .filter(({ number, dropped }) => all || (number === undefined && dropped === undefined))
      .map(rowOf);
  });
}

function atDesk<T>(
  folder: string,
  work: (desk: Parameters<typeof stopClock>[1]) => Promise<T>,
): Promise<T> {
  return looking(folder, ({ ledger, paths }) =>
    work({ ledger, billing: createBilling(paths), clock: systemClock }),
  );
}

/** `client`, or `client/job`. */
function forWhom(target: string): ForWhom {
  const slash = target.indexOf('/');
  const client = (slash === -1 ? target : target.slice(0, slash)).normalize('NFC');
  const job = slash === -1 ? '' : target.slice(slash + 1).normalize('NFC');
  if (client === '' || client.startsWith('.'))
    throw new DeskProblem('Name a client, or CLIENT/JOB.');
  return { client: client as ClientName, ...(job !== '' && { job }) };
}

function rowOf(entry: TimeEntry): TimeRow {
  const { id, day, person, client, job, service, training, minutes, note, number, dropped } = entry;
  const open = minutes === undefined ? 'running' : 'open';
  return {
    id,
    day,
    person,
    client,
    job: job ?? '',
    what: [service, training].filter((one) => one !== undefined).join(': '),
    ...(minutes !== undefined && { minutes }),
    state: number ?? (dropped === undefined ? open : `not charged: ${dropped}`),
    note,
  };
}
