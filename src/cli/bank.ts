import { userInfo } from 'node:os';
import Table from 'cli-table3';
import type { Command } from 'commander';
import {
  assignMovement,
  changeDesignatedAccount,
  designatedAccount,
  ignoreMovement,
  keepMovement,
  listMovements,
  type MovementRow,
} from '../app/bank.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addBank: AddCommand = (program, setCode) => {
  const bank = program
    .command('bank')
    .summary('deposits: what came in and what it was for')
    .description(
      'Statements of the designated account (camt.053, MT940, OFX, BAI2, CSV) that lie in bank/ are read when the desk works. A deposit goes to the invoice that it names; what names none waits here for your word. An invoice gets its receipt when a booked deposit covers it, never before.',
    );
  bank
    .command('list', { isDefault: true })
    .option('--all', 'also what is settled')
    .option('--json', 'print as JSON')
    .summary('the movements that wait for a decision')
    .action(async (options: { all?: true; json?: true }) => {
      const rows = await listMovements(deskFolderOf(program), options.all ?? false);
      if (options.json) sayJson(process.stdout, rows);
      else say(process.stdout, tableOf(rows));
      const waits = rows.some(({ state }) => state === 'open');
      setCode(waits ? exitCodes.findings : exitCodes.fine);
    });
  addAccount(bank, { folderOf: () => deskFolderOf(program), setCode });
  bank
    .command('assign')
    .argument('<movement>', 'its id as “bank list” shows it, or the beginning of it')
    .argument('<number>', 'the number of the invoice')
    .summary('say which invoice a deposit is for')
    .action(async (id: string, number: string) => {
      await assignMovement(deskFolderOf(program), id, number);
      say(process.stdout, `The deposit is for ${number}.`);
    });
  bank
    .command('keep')
    .argument('<movement>', 'its id as “bank list” shows it, or the beginning of it')
    .argument('<client>', 'the client as in the inbox')
    .summary('keep a deposit as the client’s credit, or take one back from it')
    .action(async (id: string, client: string) => {
      await keepMovement(deskFolderOf(program), id, client);
      say(process.stdout, `It is in the credit of ${client}; “proofdesk credit list” shows it.`);
    });
  bank
    .command('ignore')
    .argument('<movement>', 'its id as “bank list” shows it, or the beginning of it')
    .requiredOption('--because <reason>', 'why, for the record')
    .summary('say that a movement has nothing to do with invoices')
    .action(async (id: string, options: { because: string }) => {
      await ignoreMovement(deskFolderOf(program), id, options.because);
      say(process.stdout, 'The movement is left alone.');
    });
};

function addAccount(
  bank: Command,
  {
    folderOf,
    setCode,
  }: { readonly folderOf: () => string; readonly setCode: (code: number) => void },
): void {
  bank
    .command('account')
    .option('--because <reason>', 'the account in desk.yaml is the one from now on, and why')
    .option('--by <who>', 'who says so', userInfo().username)
    .summary('the account that deposits go to, and a change of it')
    .description(
      'The account is locked with the first invoice that names it. When desk.yaml names another, no invoice is made and no statement is read until you say here that you changed it; that is recorded. Invoices that are out keep the account that they name.',
    )
    .action(async ({ because, by }: { because?: string; by: string }) => {
      const folder = folderOf();
      if (because !== undefined) await changeDesignatedAccount(folder, { by, because });
      const { locked, fault } = await designatedAccount(folder);
      say(process.stdout, accountText(locked, fault));
      setCode(fault === undefined ? exitCodes.fine : exitCodes.findings);
    });
}

function accountText(
  locked: Awaited<ReturnType<typeof designatedAccount>>['locked'],
  fault: string | undefined,
): string {
  if (!locked) return 'No account is locked yet: the first invoice locks the one that it names.';
  const since = locked.since.slice(0, 10);
  const why = locked.because === undefined ? '' : ` (${locked.because})`;
  const sentence = `Deposits go to the account ending in ${locked.ends}, since ${since}${why}.`;
  return fault === undefined ? sentence : `${sentence}\n${fault}`;
}

function tableOf(rows: readonly MovementRow[]): string {
  if (rows.length === 0) return 'No movement waits for a decision.';
  const table = new Table({
    head: ['movement', 'date', 'amount', 'from', 'words', ''],
    colAligns: ['left', 'left', 'right', 'left', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { id, bookedOn, amount, currency, payer, words, state, remark } of rows) {
    const note = remark === '' ? (state === 'open' ? 'names no invoice' : state) : remark;
    table.push([
      id.slice(0, 8),
      bookedOn,
      `${amount} ${currency}`,
      payer,
      words.slice(0, 40),
      note,
    ]);
  }
  return table.toString();
}
