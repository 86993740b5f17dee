import Table from 'cli-table3';
import type { DeskStatus } from '../app/status.ts';
import type { Wait } from '../app/waits.ts';
import type { WaitingFile } from '../job/intake.ts';
import type { LedgerStatus } from '../job/records.ts';

/** What waits in the inbox, the ones that need a person first; of the others as many as fit a screen. */
export function waitingLines(waiting: readonly WaitingFile[]): string {
  const stuck = waiting.filter((file) => file.stuck);
  const shown = [...stuck, ...waiting.filter((file) => !file.stuck)].slice(
    0,
    Math.max(stuck.length, rowsMax),
  );
  const rows = shown.map(({ path, reason }) => `  ${path}: ${reason.replaceAll('\n', '\n    ')}`);
  return ['Waiting in the inbox:', ...rows, ...andMore(waiting.length - shown.length)].join('\n');
}

function andMore(count: number): readonly string[] {
  return count > 0 ? [`  and ${count} more; “status --json” lists all`] : [];
}

/** The board: jobs, what waits, for whom and why, what is in work, invoices to be made. */
export function statusText(status: DeskStatus): string {
  const { ledger } = status;
  const parts = [jobsTable(ledger)];
  for (const [whose, title] of Object.entries(titles)) {
    const waits = status.waits.filter((wait) => wait.whose === whose);
    if (waits.length > 0) parts.push([title, ...waitRows(waits)].join('\n'));
  }
  if (ledger.tasks.length > 0) parts.push(taskLines(ledger));
  parts.push(invoiceLines(status));
  return parts.join('\n\n');
}

const titles: Readonly<Record<Wait['whose'], string>> = {
  you: 'Waits for you:',
  client: 'Waits for a client:',
  time: 'Waits, and goes on by itself:',
};

/** So many that wait for the same are named; of the rest it is said how many they are. */
const sameReasonMax = 5;

function waitRows(waits: readonly Wait[]): readonly string[] {
  const byReason = Map.groupBy(waits, ({ why }) => why);
  const rows = [...byReason].flatMap(([why, same]) => {
    const reason = why.replaceAll('\n', '\n    ');
    const rows = same
      .slice(0, sameReasonMax)
      .map(({ what, until }) => `  ${what}: ${reason}${until ? ` (until ${moment(until)})` : ''}`);
    const more = same.length - rows.length;
    return more > 0 ? [...rows, `  and ${more} more: ${reason}`] : rows;
  });
  return [...rows.slice(0, rowsMax), ...andMore(rows.length - rowsMax)];
}

/** A day stays one; an instant is told by the clock of this computer: 2026-11-24 15:32:05. */
function moment(until: string): string {
  if (!until.includes('T')) return until;
  return new Date(until).toLocaleString('sv');
}

function jobsTable({ jobs }: LedgerStatus): string {
  if (jobs.length === 0) return 'No jobs yet. Drop a document into inbox/<client>/.';
  const table = new Table({
    head: ['client', 'job', 'state', 'documents'],
    style: { head: [], border: [] },
  });
  for (const { client, name, state, documents } of jobs) {
    const counts = Object.entries(documents).map(([key, count]) => `${count} ${key}`);
    table.push([client, name, state, counts.join(', ')]);
  }
  return table.toString();
}

/** As many as fit a screen; the rest is counted. */
const rowsMax = 20;

function taskLines({ tasks }: LedgerStatus): string {
  const rows = tasks
    .slice(0, rowsMax)
    .map(
      ({ client, job, path, kind, error }) =>
        `  ${client}/${job}/${path}: next is ${kind}${error ? `, after: ${error}` : ''}`,
    );
  return ['In work:', ...rows, ...andMore(tasks.length - rows.length)].join('\n');
}

function invoiceLines({ ledger, invoices, heldUp }: DeskStatus): string {
  const queued = ledger.invoiceTasks.filter(({ state }) => state === 'queued');
  const made = invoices.length === 0 ? [] : [`Invoices made: ${invoices.length}.`];
  if (queued.length === 0) return made[0] ?? 'No invoice is due yet.';
  const reasons = new Map(heldUp.map(({ client, job, reasons: why }) => [`${client}/${job}`, why]));
  const rows = queued.flatMap(({ client, job, lines }) => {
    const words = lines.reduce((sum, line) => sum + line.quantity, 0);
    const row = `  ${client}/${job}: ${lines.length} ${lines.length === 1 ? 'document' : 'documents'}, ${words.toLocaleString('en')} words`;
    return [row, ...(reasons.get(`${client}/${job}`) ?? []).map((why) => `    ${why}`)];
  });
  return [...made, 'Invoices to be made:', ...rows].join('\n');
}
