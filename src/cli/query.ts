import { Argument } from 'commander';
import { answerQueries, listQueries } from '../app/reviews.ts';
import type { QueryAnswer } from '../job/reviews.ts';
import { DeskProblem } from '../job/trouble.ts';
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
      new Argument('[answer]', 'yes makes the change, no leaves it').choices(['yes', 'no']),
    )
    .option('--text <words>', 'instead: what the client would have in place of the first words')
    .requiredOption('--by <who>', 'who answered, and how')
    .summary('record the client’s answer')
    .action(async (which: string, said: QueryAnswer | undefined, given: Given) => {
      const word = wordOf(said, given);
      const count = await answerQueries(deskFolderOf(program), which, word);
      say(process.stdout, `Answered with ${given.text === undefined ? said : 'words'}: ${count}.`);
    });
};

interface Given {
  readonly by: string;
  readonly text?: string;
}

function wordOf(said: QueryAnswer | undefined, { by, text }: Given) {
  if (text !== undefined && said !== 'no') return { answer: 'yes', text, by } as const;
  if (said !== undefined && text === undefined) return { answer: said, by };
  throw new DeskProblem('Answer with yes, with no, or with --text and the words.');
}

function row(query: Awaited<ReturnType<typeof listQueries>>[number]): string {
  const { id, client, job, path, edit, note, makeable } = query;
  const change = `“${edit.before}” → “${edit.after}”`.replace(/\s*\n\s*/g, ' ¶ ');
  const only = makeable ? '' : ' Answer no to leave it, or give other words with --text.';
  return `${id}  ${client}/${job}/${path}: ${change}\n    ${note}${only}`;
}
