import { Argument } from 'commander';
import { answerQueries, listQueries } from '../app/reviews.ts';
import type { QueryAnswer } from '../job/reviews.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addQuery: AddCommand = (program, setCode) => {
  const query = program
    .command('query')
    .summary('what must be asked before a job’s review goes on')
    .description(
      'What a client sent back and cannot be taken as it is: a correction that was left open, a change that cannot be made by itself, a mistake in what the client wrote. The round waits until each is answered.',
    );
  query
    .command('list', { isDefault: true })
    .option('--json', 'print as JSON')
    .summary('the open queries')
    .action(async (options: { json?: true }) => {
      const open = await listQueries(deskFolderOf(program));
      if (options.json) sayJson(process.stdout, open);
      else say(process.stdout, open.length === 0 ? 'No open queries.' : open.map(row).join('\n'));
      setCode(open.length > 0 ? exitCodes.findings : exitCodes.fine);
    });
  query
    .command('answer')
    .argument('<query>', 'the number of a query, or client/job for all open ones of a job')
    .addArgument(
      new Argument('<answer>', 'yes makes the change, no leaves it').choices(['yes', 'no']),
    )
    .requiredOption('--by <who>', 'who answered, and how')
    .summary('record the client’s answer')
    .action(async (which: string, answer: QueryAnswer, { by }: { by: string }) => {
      const count = await answerQueries(deskFolderOf(program), which, { answer, by });
      say(process.stdout, `Answered with ${answer}: ${count}.`);
    });
};

function row(query: Awaited<ReturnType<typeof listQueries>>[number]): string {
  const { id, client, job, path, edit, note, makeable } = query;
  const change = `“${edit.before}” → “${edit.after}”`.replace(/\s*\n\s*/g, ' ¶ ');
  const only = makeable ? '' : ' It can only be answered with no.';
  return `${id}  ${client}/${job}/${path}: ${change}\n    ${note}${only}`;
}
