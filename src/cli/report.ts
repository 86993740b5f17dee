import Table from 'cli-table3';
import { InvalidArgumentError } from 'commander';
import { reportAgeing, reportMonth } from '../app/books.ts';
import { DeskProblem } from '../job/trouble.ts';
import { type AddCommand, deskFolderOf, say, sayJson } from './output.ts';

export const addReport: AddCommand = (program) => {
  program
    .command('report')
    .option('--month <month>', 'what a month came to, such as 2026-11', monthOf)
    .option('--ageing', 'what clients owe, by the days since the invoices')
    .option('--json', 'print as JSON')
    .summary('what a month came to, and what is owed')
    .description(
      'With --month: what was invoiced, taken back and received in it, and what was owed when it ended. With --ageing: what each client owes today, by the days since the invoices. Amounts are with tax.',
    )
    .action(async (options: { month?: string; ageing?: true; json?: true }) => {
      const folder = deskFolderOf(program);
      if (options.month === undefined && !options.ageing) {
        throw new DeskProblem('Say which report: --month 2026-11, or --ageing.');
      }
      const rows = options.ageing
        ? await reportAgeing(folder)
        : await reportMonth(folder, options.month ?? '');
      if (options.json) sayJson(process.stdout, rows);
      else say(process.stdout, tableOf(rows, options.ageing ? ageHeads : {}));
    });
};

const ageHeads: Readonly<Record<string, string>> = {
  upTo30: '0–30 days',
  upTo60: '31–60',
  upTo90: '61–90',
  over90: 'over 90',
  overdue: 'of it overdue',
};

function tableOf(
  rows: readonly Readonly<Record<string, string>>[],
  heads: Readonly<Record<string, string>>,
): string {
  const [first] = rows;
  if (!first) return 'Nothing.';
  const keys = Object.keys(first);
  const table = new Table({
    head: keys.map((key) => heads[key] ?? key),
    colAligns: keys.map((key) => (key === 'client' || key === 'currency' ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
  for (const row of rows) table.push(keys.map((key) => row[key] ?? ''));
  return table.toString();
}

function monthOf(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('A month is written like 2026-11.');
}
