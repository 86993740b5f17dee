import Table from 'cli-table3';
import type { DeskStatus } from '../app/status.ts';
import type { WaitingFile } from '../job/intake.ts';
import type { LedgerStatus } from '../job/records.ts';

/** What waits in the inbox, the ones that need a person first. */
export function waitingLines(waiting: readonly WaitingFile[]): string {
  const sorted = waiting.toSorted((a, b) => Number(b.stuck) - Number(a.stuck));
  const rows = sorted.map(({ path, reason }) => `  ${path}: ${reason.replaceAll('\n', '\n    ')}`);
  return ['Waiting in the inbox:', ...rows].join('\n');
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
const taskRowsMax = 20;

function taskLines({ tasks }: LedgerStatus): string {
  const rows = tasks
    .slice(0, taskRowsMax)
    .map(
      ({ client, job, path, kind, error }) =>
        `  ${client}/${job}/${path}: next is ${kind}${error ? `, after: ${error}` : ''}`,
    );
  const more = tasks.length - rows.length;
  return ['In work:', ...rows, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

function quarantineLines({ quarantined }: LedgerStatus): string {
  const rows = quarantined.map(
    ({ client, job, path, code, detail }) => `  ${client}/${job}/${path}: ${code}. ${detail}`,
  );
  return [
    'In quarantine (the job waits for them; drop a better file of the same name, or retry, or withdraw):',
    ...rows,
  ].join('\n');
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
