import Table from 'cli-table3';
import { openDesk } from '../app/compose.ts';
import { environment } from '../app/config.ts';
import { rowOf } from '../app/invoices.ts';
import { createLog, quietLog } from '../app/log.ts';
import { runOnce, type Summary } from '../app/worker/once.ts';
import { threadsFor } from '../app/worker/threads.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';
import { createProgress, type ShownProgress } from './progress.ts';
import { waitingLines } from './status-text.ts';

export const addOnce: AddCommand = (program, setCode) => {
  program
    .command('once')
    .option('--json', 'print what was done as JSON')
    .option('--verbose', 'print the log instead of progress bars')
    .summary('do what is there, then end')
    .description(
      'Takes in everything that is settled, without waiting for more to come, works until all of it is delivered or in quarantine, and ends with a table. Exit code 1 when something went into quarantine or waits for you.',
    )
    .action(async (options: { json?: true; verbose?: true }) => {
      const { logLevel, isTerminal, cores } = environment();
      const log = options.verbose ? createLog({ level: logLevel, isTerminal }) : quietLog;
      const threads = threadsFor(cores);
      const open = await openDesk(deskFolderOf(program), { log, threads });
      const progress = createProgress(process.stderr, isTerminal && !options.verbose);
      process.once('SIGINT', () => endAtOnce(progress));
      try {
        const summary = await runOnce(open.desk, threads, progress);
        progress.stop();
        if (options.json) sayJson(process.stdout, asJson(summary));
        else say(process.stdout, closingText(summary));
        setCode(needsYou(summary) ? exitCodes.findings : exitCodes.fine);
      } finally {
        progress.stop();
        await open.close();
      }
    });
};

/** Whatever was begun is finished by the next run; the terminal must get its cursor back first. */
function endAtOnce(progress: ShownProgress): void {
  progress.stop();
  say(process.stderr, 'Stopped. The next “once” or “run” goes on where this one was.');
  process.kill(process.pid, 'SIGINT');
}

function needsYou({ ends, waiting, returns, bank, openDeposits }: Summary): boolean {
  if (returns.refused.length + bank.refused.length + openDeposits > 0) return true;
  return ends.some(({ kind }) => kind === 'quarantined') || waiting.some(({ stuck }) => stuck);
}

interface Row {
  readonly client: string;
  readonly job: string;
  delivered: number;
  quarantined: number;
  words: number;
}

function asJson(summary: Summary) {
  return {
    received: countOf(summary, 'received'),
    sameBefore: countOf(summary, 'same-before'),
    jobs: rowsOf(summary),
    quarantined: summary.ends.flatMap((end) =>
      end.kind === 'quarantined'
        ? [
            {
              client: end.revision.job.client,
              job: end.revision.job.name,
              path: end.revision.path,
              code: end.code,
            },
          ]
        : [],
    ),
    waiting: summary.waiting,
    returns: summary.returns,
    statements: summary.bank,
    openDeposits: summary.openDeposits,
    messagesByHand: summary.byHand,
    invoices: summary.invoices.issued.map(rowOf),
  };
}

function closingText(summary: Summary): string {
  const rows = rowsOf(summary);
  const parts: string[] = [];
  if (rows.length > 0) parts.push(tableOf(rows));
  const same = countOf(summary, 'same-before');
  if (same > 0) {
    parts.push(
      `${same} ${same === 1 ? 'file was' : 'files were'} worked on before; nothing was done or charged twice. They are kept in duplicates/.`,
    );
  }
  const troubled = rows.reduce((sum, row) => sum + row.quarantined, 0);
  if (troubled > 0) {
    parts.push(`${troubled} in quarantine: beside each is a .reason.txt that says what to do.`);
  }
  const { taken, refused } = summary.returns;
  if (taken > 0) parts.push(`Taken from returns/: ${taken}.`);
  for (const { path, reason } of refused) parts.push(`returns/${path} was refused. ${reason}`);
  parts.push(...moreSentences(summary));
  if (summary.waiting.length > 0) parts.push(waitingLines(summary.waiting));
  if (parts.length === 0) parts.push('There was nothing to do.');
  return [...parts, ...invoiceSentences(summary)].join('\n');
}

function moreSentences({ bank, openDeposits, byHand }: Summary): readonly string[] {
  return [
    ...(byHand > 0
      ? [
          `Messages for you to send, since there are no mail settings: ${byHand}. “proofdesk mail” says where they lie.`,
        ]
      : []),
    ...(bank.read.length > 0 ? [`Bank statements read: ${bank.read.join(', ')}.`] : []),
    ...bank.refused.map(({ name, reason }) => `bank/${name} was refused. ${reason}`),
    ...bank.waiting.map(({ name, reason }) => `bank/${name} waits. ${reason}`),
    ...(openDeposits > 0
      ? [`Deposits that name no invoice: ${openDeposits}. “proofdesk bank” shows them.`]
      : []),
  ];
}

function invoiceSentences({
  invoices: { issued, waiting },
  unapproved,
}: Summary): readonly string[] {
  const made = issued.map(({ invoice }) => invoice.number).join(', ');
  const held = `${waiting.length} ${waiting.length === 1 ? 'invoice waits' : 'invoices wait'} for settings; “proofdesk status” says which.`;
  const unbegun = unapproved.map(
    ({ client, job, reasons }) => `${client}/${job}: work has not begun. ${reasons.join(' ')}`,
  );
  return [
    ...unbegun,
    ...(made ? [`Invoices made: ${made}.`] : []),
    ...(waiting.length > 0 ? [held] : []),
  ];
}

function countOf({ taken }: Summary, kind: Summary['taken'][number]['kind']): number {
  return taken.filter((one) => one.kind === kind).length;
}

function rowsOf({ ends }: Summary): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const end of ends) {
    if (end.kind !== 'delivered' && end.kind !== 'quarantined') continue;
    const { client, name } = end.revision.job;
    const key = `${client}/${name}`;
    const row = rows.get(key) ?? { client, job: name, delivered: 0, quarantined: 0, words: 0 };
    row[end.kind] += 1;
    if (end.kind === 'delivered') row.words += end.revision.words ?? 0;
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) =>
    `${a.client}/${a.job}` < `${b.client}/${b.job}` ? -1 : 1,
  );
}

function tableOf(rows: readonly Row[]): string {
  const table = new Table({
    head: ['client', 'job', 'delivered', 'in quarantine', 'words'],
    colAligns: ['left', 'left', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    table.push([
      row.client,
      row.job,
      row.delivered,
      row.quarantined,
      row.words.toLocaleString('en'),
    ]);
  }
  return table.toString();
}
