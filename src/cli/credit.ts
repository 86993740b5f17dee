import Table from 'cli-table3';
import { type CreditRow, listCredits, refund, setAgainst } from '../app/credits.ts';
import { creditInvoice } from '../app/invoices.ts';
import { type AddCommand, deskFolderOf, say, sayJson } from './output.ts';

export const addCredit: AddCommand = (program) => {
  const credit = program
    .command('credit')
    .summary('take an invoice back; what is kept of clients’ own')
    .description(
      'An invoice is never changed once it has its number: it is taken back whole, by a credit note. What was deposited for it, and what is deposited beyond what is due, is the client’s credit, which is set against an invoice or sent back on your word.',
    );
  credit
    .command('note', { isDefault: true })
    .argument('<number>', 'the number of an invoice')
    .requiredOption('--because <reason>', 'why, for the record')
    .option('--json', 'print as JSON')
    .summary('take an invoice back by a credit note; also without the word “note”')
    .description(
      'The credit note has a number of its own; its files follow when the desk next works.',
    )
    .action(async (number: string, options: { because: string; json?: true }) => {
      const by = await creditInvoice(deskFolderOf(program), number, options.because);
      if (options.json) sayJson(process.stdout, { number, by });
      else
        say(
          process.stdout,
          `${number} is taken back by ${by}. “proofdesk invoice again ${number}” makes another in its place.`,
        );
    });
  credit
    .command('list')
    .option('--json', 'print as JSON')
    .summary('what is kept of each client’s own, and how it came to be')
    .action(async (options: { json?: true }) => {
      const rows = await listCredits(deskFolderOf(program));
      if (options.json) sayJson(process.stdout, rows);
      else say(process.stdout, tableOf(rows));
    });
  credit
    .command('use')
    .argument('<number>', 'the number of an invoice that is open')
    .summary('set the client’s credit against an invoice, as far as it is due')
    .action(async (number: string) => {
      const { amount, currency } = await setAgainst(deskFolderOf(program), number);
      say(process.stdout, `${amount} ${currency} are set against ${number}.`);
    });
  addRefund(credit, program);
};

function addRefund(credit: Parameters<AddCommand>[0], program: Parameters<AddCommand>[0]): void {
  credit
    .command('refund')
    .argument('<client>', 'the client as in the inbox')
    .argument('[amount]', 'such as 12.50; all that is kept, where it is left out')
    .option('--currency <code>', 'where credit is kept in more than one')
    .requiredOption('--because <reason>', 'why, and how it was sent, for the record')
    .summary('record that credit was sent back by your bank')
    .action(async (client: string, wanted: string | undefined, options: RefundOptions) => {
      const request = { client, ...(wanted !== undefined && { amount: wanted }), ...options };
      const { amount, currency } = await refund(deskFolderOf(program), request);
      say(process.stdout, `${amount} ${currency} are recorded as sent back to ${client}.`);
    });
}

interface RefundOptions {
  readonly currency?: string;
  readonly because: string;
}

function tableOf(rows: readonly CreditRow[]): string {
  if (rows.length === 0) return 'Nothing is kept of any client’s own.';
  const table = new Table({
    head: ['client', 'kept', 'how'],
    colAligns: ['left', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const { client, amount, currency, moves } of rows) {
    table.push([client, `${amount} ${currency}`, moves.map(moveLine).join('\n')]);
  }
  return table.toString();
}

function moveLine({ on, kind, amount, number, remark }: CreditRow['moves'][number]): string {
  return [on, amount, kind, number, remark].filter(Boolean).join('  ');
}
