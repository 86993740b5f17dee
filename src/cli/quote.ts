import Table from 'cli-table3';
import { decideQuote, listQuotes, type QuoteRow, renewQuote } from '../app/quotes.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addQuote: AddCommand = (program, setCode) => {
  const quote = program
    .command('quote')
    .summary('the quotes, and what clients decided of them')
    .description(
      'Where there is a rate card, a complete job is looked through and quoted, and work begins when the client has approved in writing. The quote lies in the outbox, under the job’s quote/. When the documents change, it no longer holds and another is made.',
    );
  quote
    .command('list', { isDefault: true })
    .option('--json', 'print as JSON')
    .summary('all quotes')
    .action(async (options: { json?: true }) => {
      const rows = await listQuotes(deskFolderOf(program));
      if (options.json) sayJson(process.stdout, rows);
      else say(process.stdout, tableOf(rows));
      const waits = rows.some(({ state }) => state === 'open');
      setCode(waits ? exitCodes.findings : exitCodes.fine);
    });
  quote
    .command('renew')
    .argument('<number>', 'the number of a quote that is open, declined or ran out')
    .summary('make another, at the prices of now')
    .action(async (number: string) => {
      await renewQuote(deskFolderOf(program), number);
      say(process.stdout, `${number} is set aside; the desk makes another when it next works.`);
    });
};

export const addApprove: AddCommand = (program) => {
  program
    .command('approve')
    .argument('<number>', 'the number of the quote')
    .requiredOption('--by <who>', 'who approved it, and how: “Anna Ek, by e-mail of 24 Nov”')
    .option('--hash <hash>', 'what the client’s approval says after “Of this quote”')
    .summary('record that the client approved a quote in writing')
    .description('Records the client’s written approval; work on the job begins.')
    .action(async (number: string, options: { by: string; hash?: string }) => {
      await decideQuote(deskFolderOf(program), number, { word: options, verdict: 'approve' });
      say(process.stdout, `${number} is approved; work on it begins.`);
    });
};

export const addDecline: AddCommand = (program) => {
  program
    .command('decline')
    .argument('<number>', 'the number of the quote')
    .requiredOption('--by <who>', 'who declined it, and how')
    .summary('record that the client declined a quote')
    .action(async (number: string, options: { by: string }) => {
      await decideQuote(deskFolderOf(program), number, { word: options, verdict: 'decline' });
      say(process.stdout, `${number} is declined; no work is done on it.`);
    });
};

function tableOf(rows: readonly QuoteRow[]): string {
  if (rows.length === 0) return 'No quotes.';
  const table = new Table({
    head: ['number', 'client', 'job', 'amount', 'valid until', 'state', 'of this quote', 'by'],
    colAligns: ['left', 'left', 'left', 'right', 'left', 'left', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { number, client, job, gross, currency, validUntil, state, hash, ...row } of rows) {
    const by = row.decidedBy ?? '';
    table.push([
      number,
      client,
      job,
      `${gross} ${currency}`,
      validUntil,
      state,
      hash.slice(0, 16),
      by,
    ]);
  }
  return table.toString();
}
