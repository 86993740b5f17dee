import Table from 'cli-table3';
import { InvalidArgumentError } from 'commander';
import { reportAgeing, reportMonth, reportRetainers } from '../app/books.ts';
import { DeskProblem } from '../job/trouble.ts';
import { type AddCommand, deskFolderOf, say, sayJson } from './output.ts';

export const addReport: AddCommand = (program) => {
  program
    .command('report')
    .option('--month <month>', 'what a month came to, such as 2026-11', monthOf)
    .option('--ageing', 'what clients owe, by the days since the invoices')
    .option('--retainers', 'what of the retainers was used, month by month')
    .option('--json', 'print as JSON')
    .summary('what a month came to, and what is owed')
    .description(
      'With --month: what was invoiced, taken back and received in it, and what was owed when it ended. With --ageing: what each client owes today, by the days since the invoices. With --retainers: what was used of them, beyond what they hold too. Amounts are with tax.',
    )
    .action(async ({ json, ...which }: Which & { json?: true }) => {
      const rows = await rowsFor(which, deskFolderOf(program));
      if (json) sayJson(process.stdout, rows);
      else say(process.stdout, tableOf(rows, which.ageing ? ageHeads : {}));
    });
};

interface Which {
  readonly month?: string;
  readonly ageing?: true;
  readonly retainers?: true;
}

type Rows = readonly Readonly<Record<string, string>>[];

function rowsFor({ month, ageing, retainers }: Which, folder: string): Promise<Rows> {
  if (ageing) return reportAgeing(folder);
  if (retainers) return reportRetainers(folder);
  if (month !== undefined) return reportMonth(folder, month);
  throw new DeskProblem('Say which report: --month 2026-11, --ageing or --retainers.');
}

const ageHeads: Readonly<Record<string, string>> = {
  upTo30: '0–30 days',
  upTo60: '31–60',
  upTo90: '61–90',
  over90: 'over 90',
  overdue: 'of it overdue',
};

/** Columns that are no amounts. */
const words: ReadonlySet<string> = new Set(['client', 'currency', 'month', 'retainer', 'invoice']);

function tableOf(rows: Rows, heads: Readonly<Record<string, string>>): string {
  const [first] = rows;
  if (!first) return 'Nothing.';
  const keys = Object.keys(first);
  const table = new Table({
    head: keys.map((key) => heads[key] ?? key),
    colAligns: keys.map((key) => (words.has(key) ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
  for (const row of rows) table.push(keys.map((key) => row[key] ?? ''));
  return table.toString();
}

function monthOf(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('A month is written like 2026-11.');
}
