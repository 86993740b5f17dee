import { InvalidArgumentError } from 'commander';
import { noteMinutes, showJob } from '../app/reviews.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addJob: AddCommand = (program, setCode) => {
  const job = program
    .command('job')
    .summary('how a job stands, and what it waits for')
    .description(
      'Shows the round of review that a job is in, its documents and what waits. Exit code 1 when something does.',
    );
  job
    .command('show', { isDefault: true })
    .argument('<job>', 'client/job as in the outbox')
    .option('--json', 'print as JSON')
    .summary('how a job stands')
    .action(async (name: string, options: { json?: true }) => {
      const shown = await showJob(deskFolderOf(program), name);
      if (options.json) sayJson(process.stdout, shown);
      else say(process.stdout, asText(shown));
      setCode(shown.waitsFor.length > 0 ? exitCodes.findings : exitCodes.fine);
    });
  job
    .command('minutes')
    .argument('<job>', 'client/job as in the outbox')
    .argument('<minutes>', 'whole minutes, added to what was noted before', wholeMinutes)
    .summary('note the time spent on the changes that came back last')
    .action(async (name: string, minutes: number) => {
      const round = await noteMinutes(deskFolderOf(program), name, minutes);
      say(process.stdout, `${minutes} minutes are noted for round ${round}.`);
    });
};

function asText(job: Awaited<ReturnType<typeof showJob>>): string {
  const round = job.round === undefined ? '' : `, round ${job.round}`;
  return [
    `${job.client}/${job.job}: ${job.state}${round}`,
    ...job.documents.map(({ path, state }) => `  ${path}: ${state}`),
    ...(job.waitsFor.length > 0 ? ['It waits for:', ...job.waitsFor.map((one) => `  ${one}`)] : []),
  ].join('\n');
}

/** As commander asks for a number of minutes. */
export function wholeMinutes(text: string): number {
  const minutes = Number(text);
  if (Number.isInteger(minutes) && minutes > 0 && minutes <= 10_000) return minutes;
  throw new InvalidArgumentError('must be whole minutes, 1 to 10000');
}
