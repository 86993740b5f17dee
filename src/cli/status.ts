import { deskStatus } from '../app/status.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';
import { statusText } from './status-text.ts';

export const addStatus: AddCommand = (program, setCode) => {
  program
    .command('status')
    .option('--json', 'print as JSON')
    .summary('what waits, why, and what was done')
    .description(
      'Shows the jobs with their documents, what waits in the inbox and for what, what is in quarantine, and which invoices are to be made. Exit code 1 when something waits for you.',
    )
    .action(async (options: { json?: true }) => {
      const status = await deskStatus(deskFolderOf(program));
      const { ledger, waiting, invoices, heldUp } = status;
      if (options.json) sayJson(process.stdout, { ...ledger, waiting, invoices, heldUp });
      else say(process.stdout, statusText(status));
      const needsYou = ledger.quarantined.length > 0 || waiting.some((file) => file.stuck);
      setCode(needsYou ? exitCodes.findings : exitCodes.fine);
    });
};
