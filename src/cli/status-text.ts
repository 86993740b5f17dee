import Table from 'cli-table3';
import type { DeskStatus } from '../app/status.ts';
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

/** The board: jobs, what waits and why, quarantine, invoices to be made. */
export function statusText(status: DeskStatus): string {
  const { ledger, waiting } = status;
  const parts = [jobsTable(ledger)];
  if (waiting.length > 0) parts.push(waitingLines(waiting));
  if (ledger.tasks.length > 0) parts.push(taskLines(ledger));
  if (ledger.quarantined.length > 0) parts.push(quarantineLines(ledger));
  if (status.openQuotes.length > 0) parts.push(quoteLines(status));
  const yours = waitsForYou(status);
  if (yours.length > 0) parts.push(['Waiting for you:', ...yours].join('\n'));
  parts.push(invoiceLines(status));
  return parts.join('\n\n');
}

/** What only the operator can settle, each with how. */
function waitsForYou({ mail, openDeposits, openQueries }: DeskStatus): readonly string[] {
  const rows: readonly (readonly [number, string])[] = [
    [
      mail.uncertain,
      'messages of which nobody knows whether they arrived: ask the client, then “proofdesk mail resend” what did not',
    ],
    [mail.failed, 'messages that the mail server refused: “proofdesk mail” says why'],
    [openDeposits, 'deposits that name no invoice for certain: “proofdesk bank”'],
    [openQueries, 'questions to clients: “proofdesk query”'],
  ];
  return rows.filter(([count]) => count > 0).map(([count, what]) => `  ${count} ${what}`);
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

function quarantineLines({ quarantined }: LedgerStatus): string {
  const rows = quarantined
    .slice(0, rowsMax)
    .map(({ client, job, path, code, detail }) => `  ${client}/${job}/${path}: ${code}. ${detail}`);
  const lines = [
    'In quarantine (the job waits for them; drop a better file of the same name, or retry, or withdraw):',
    ...rows,
  ];
  if (quarantined.length === rows.length) return lines.join('\n');
  const byCode = [...Map.groupBy(quarantined, ({ code }) => code)].map(
    ([code, all]) => `${all.length} ${code}`,
  );
  const bulk = 'All at once: “retry”, or “withdraw client/job” for all of a job.';
  const more = andMore(quarantined.length - rows.length);
  return [...lines, ...more, `  In all: ${byCode.join(', ')}. ${bulk}`].join('\n');
}

function quoteLines({ openQuotes }: DeskStatus): string {
  const rows = openQuotes.map(
    ({ client, job, number, gross, currency, validUntil }) =>
      `  ${client}/${job}: ${number}, ${gross} ${currency}, until ${validUntil}`,
  );
  return [
    'Waiting for the client’s approval (then: proofdesk approve NUMBER --by …):',
    ...rows,
  ].join('\n');
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
