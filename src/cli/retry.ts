import { retryQuarantined } from '../app/mending.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addRetry: AddCommand = (program, setCode) => {
  program
    .command('retry')
    .argument(
      '[document]',
      'client/job/file as “status” shows it; without it, all of the quarantine',
    )
    .option('--json', 'print as JSON')
    .summary('try documents in quarantine again')
    .description(
      'Puts documents that are in quarantine back to the start, from their kept originals. The desk takes them up when it runs.',
    )
    .action(async (name: string | undefined, options: { json?: true }) => {
      const count = await retryQuarantined(deskFolderOf(program), name);
      if (options.json) sayJson(process.stdout, { retried: count });
      else say(process.stdout, sentence(count));
      setCode(count === 0 && name ? exitCodes.findings : exitCodes.fine);
    });
};

function sentence(count: number): string {
  if (count === 0) return 'Nothing is in quarantine that could be tried again.';
  const documents = count === 1 ? 'One document goes' : `${count} documents go`;
  return `${documents} back to the start. They are taken up by “proofdesk run” or “proofdesk once”.`;
}
