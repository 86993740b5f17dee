import Table from 'cli-table3';
import {
  checkNumbers,
  type InvoiceRow,
  listInvoices,
  makeAgain,
  makeInvoices,
  rowOf,
} from '../app/invoices.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addInvoice: AddCommand = (program, setCode) => {
  const invoice = program
    .command('invoice')
    .summary('the invoices: list, make what is due, check their numbers')
    .description(
      'A running desk makes an invoice as soon as every document of a job is back and the client has an address, a rate card and an account to deposit into. It lies in the outbox, as a PDF that carries the same invoice for programs (Factur-X), and as UBL.',
    );
  invoice
    .command('list', { isDefault: true })
    .option('--json', 'print as JSON')
    .summary('all invoices and credit notes')
    .action(async (options: { json?: true }) => {
      const rows = await listInvoices(deskFolderOf(program));
      if (options.json) sayJson(process.stdout, rows);
      else say(process.stdout, tableOf(rows));
    });
  invoice
    .command('make')
    .option('--json', 'print as JSON')
    .summary('make what is due, at a desk that is not running')
    .action(async (options: { json?: true }) => {
      const { issued, waiting } = await makeInvoices(deskFolderOf(program));
      if (options.json) sayJson(process.stdout, { issued: issued.map(rowOf), waiting });
      else {
        const held = waiting.flatMap(({ client, job, reasons }) =>
          reasons.map((reason) => `${client}/${job} waits: ${reason}`),
        );
        say(process.stdout, [tableOf(issued.map(rowOf)), ...held].join('\n'));
      }
      setCode(waiting.length > 0 ? exitCodes.findings : exitCodes.fine);
    });
  invoice
    .command('again')
    .argument('<number>', 'the number of an invoice that was taken back')
    .option('--json', 'print as JSON')
    .summary('make another in the place of one that was taken back')
    .description(
      'Makes another invoice of the same job or month, with a number of its own: at the agreed prices, to the address of now, with the time that is recorded now. Its files follow when the desk next works.',
    )
    .action(async (number: string, options: { json?: true }) => {
      const by = await makeAgain(deskFolderOf(program), number);
      if (options.json) sayJson(process.stdout, { number, by });
      else say(process.stdout, `${by} is made in the place of ${number}.`);
    });
  invoice
    .command('check')
    .option('--json', 'print as JSON')
    .summary('whether the numbers have no gap and the dates never go back')
    .action(async (options: { json?: true }) => {
      const faults = await checkNumbers(deskFolderOf(program));
      if (options.json) sayJson(process.stdout, faults);
      else if (faults.length === 0) say(process.stdout, 'The numbers are complete.');
      else say(process.stdout, faults.map((one) => `${one.number}: ${one.sentence}`).join('\n'));
      setCode(faults.length > 0 ? exitCodes.findings : exitCodes.fine);
    });
};

function tableOf(rows: readonly InvoiceRow[]): string {
  if (rows.length === 0) return 'No invoices.';
  const table = new Table({
    head: ['number', 'client', 'job', 'date', 'due', 'amount', ''],
    colAligns: ['left', 'left', 'left', 'left', 'left', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const { number, client, job, issuedOn, dueOn, gross, currency, ...row } of rows) {
    table.push([
      number,
      client,
      job,
      issuedOn,
      dueOn,
      `${gross} ${currency}`,
      standingOf(row, gross),
    ]);
  }
  return table.toString();
}

function standingOf(
  { creditedBy, open, overdue }: Pick<InvoiceRow, 'creditedBy' | 'open' | 'overdue'>,
  gross: string,
): string {
  if (creditedBy !== undefined) return `taken back by ${creditedBy}`;
  if (open === undefined) return '';
  if (Number(open) === 0) return 'paid';
  const left = open === gross ? 'open' : `${open} open`;
  return overdue ? `${left}, overdue` : left;
}
