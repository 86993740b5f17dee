import { acceptJob } from '../app/reviews.ts';
import { type AddCommand, deskFolderOf, exitCodes, say } from './output.ts';

export const addAccept: AddCommand = (program, setCode) => {
  program
    .command('accept')
    .argument('<job>', 'client/job as in the outbox')
    .requiredOption('--by <who>', 'who accepted it, and how: “Anna Ek, by e-mail of 24 Nov”')
    .summary('record that the client accepts a job that was delivered for review')
    .description(
      'Records the client’s word that all documents of a job are right as they are now: the final copy where there is one, else the corrected one. When nothing else is open and the outbox still holds every file, the invoice is queued.',
    )
    .action(async (name: string, { by }: { by: string }) => {
      const { queued, waitsFor } = await acceptJob(deskFolderOf(program), name, by);
      const invoice = queued
        ? 'The invoice is queued.'
        : ['The invoice waits.', ...waitsFor].join('\n');
      say(process.stdout, `${name} is accepted. ${invoice}`);
      if (waitsFor.length > 0) setCode(exitCodes.findings);
    });
};
