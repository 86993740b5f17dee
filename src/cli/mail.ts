import Table from 'cli-table3';
import { listMessages, type MessageRow, resendMessage } from '../app/mail.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

/** States in which a person should look. */
const needsYou: readonly string[] = ['uncertain', 'failed'];

export const addMail: AddCommand = (program, setCode) => {
  const mail = program
    .command('mail')
    .summary('messages to clients: what was sent and what was not')
    .description(
      'Clients are written to when something happens to their jobs, once for each thing. A message whose delivery is uncertain is never sent again by itself: look whether it arrived, and send it again only if it did not.',
    );
  mail
    .command('list', { isDefault: true })
    .option('--all', 'also what was sent')
    .option('--json', 'print as JSON')
    .summary('the messages that were not sent')
    .action(async (options: { all?: true; json?: true }) => {
      const rows = await listMessages(deskFolderOf(program), options.all ?? false);
      if (options.json) sayJson(process.stdout, rows);
      else say(process.stdout, tableOf(rows));
      const waits = rows.some(({ state }) => needsYou.includes(state));
      setCode(waits ? exitCodes.findings : exitCodes.fine);
    });
  mail
    .command('resend')
    .argument('<message>', 'its id as “mail list --all” shows it, or the beginning of it')
    .requiredOption('--because <reason>', 'why, for the record')
    .summary('send a message once more')
    .action(async (id: string, options: { because: string }) => {
      const fresh = await resendMessage(deskFolderOf(program), id, options.because);
      say(process.stdout, `It is sent once more, as ${fresh.slice(0, 8)}, when the desk works.`);
    });
};

function tableOf(rows: readonly MessageRow[]): string {
  if (rows.length === 0) return 'No message waits.';
  const table = new Table({
    head: ['message', 'date', 'to', 'subject', 'state', ''],
    style: { head: [], border: [] },
  });
  for (const { id, madeAt, recipient, subject, state, remark } of rows) {
    table.push([
      id.slice(0, 8),
      madeAt.slice(0, 10),
      recipient,
      subject.slice(0, 50),
      state,
      remark,
    ]);
  }
  return table.toString();
}
