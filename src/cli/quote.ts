import Table from 'cli-table3';
import { decideQuote, estimateJob, listQuotes, type QuoteRow, renewQuote } from '../app/quotes.ts';
import { wholeMinutes } from './job.ts';
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
    .argument('<number>', 'the number of a quote')
    .summary('make another, at the prices of now')
    .description(
      'Sets a quote aside that is open, declined or ran out; the desk makes another at the prices of now. Where work goes beyond a quote that was approved, another is made beside it at the agreed prices, for the time that is recorded or estimated now; the approved one holds until the client has approved the other.',
    )
    .action(async (number: string) => {
      const made = await renewQuote(deskFolderOf(program), number);
      say(
        process.stdout,
        made === undefined
          ? `${number} is set aside; the desk makes another when it next works.`
          : `${made} quotes what goes beyond ${number}; its file follows when the desk next works.`,
      );
    });
  quote
    .command('estimate')
    .argument('<job>', 'client/job, as in the outbox')
    .argument('<minutes>', 'how long it will take', wholeMinutes)
    .summary('say how long a job will take that is charged by the hour')
    .action(async (job: string, minutes: number) => {
      await estimateJob(deskFolderOf(program), job, minutes);
      say(process.stdout, `${job} is estimated to take ${minutes} minutes.`);
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
