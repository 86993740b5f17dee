import { userInfo } from 'node:os';
import Table from 'cli-table3';
import { type Command, InvalidArgumentError } from 'commander';
import {
  leaveTimeOut,
  listTime,
  recordTime,
  startTime,
  stopTime,
  type TimeRow,
} from '../app/time.ts';
import { type AddCommand, deskFolderOf, say, sayJson } from './output.ts';

interface Options {
  readonly person: string;
  readonly service?: string;
  readonly note?: string;
  readonly on?: string;
}

export const addTime: AddCommand = (program) => {
  const time = program
    .command('time')
    .summary('time spent and trainings, charged with the job or the month')
    .description(
      'Time for a job is charged with its invoice; time and trainings without a job with the client’s next invoice, or when the month has ended. What is of one service is one sum on it, rounded as the rate card says.',
    );
  const folder = (): string => deskFolderOf(program);
  addClock(time, folder);
  withSpent(time.command('add'))
    .argument('<client/job>', 'for whom; the client alone when it is for no job')
    .argument('<minutes>', 'how long', minutesOf)
    .option('--on <day>', 'when, such as 2026-11-24; today when absent', dayOf)
    .summary('record time that was spent')
    .action(async (target: string, minutes: number, options: Options) => {
      const id = await recordTime(folder(), target, { ...spentOf(options), minutes });
      say(process.stdout, `${minutes} minutes for ${target} are recorded as ${id}.`);
    });
  withSpent(time.command('training'))
    .argument('<client>', 'for whom; client/job when it belongs to a job')
    .argument('<kind>', 'a kind of training of the rate card')
    .argument('<minutes>', 'how long', minutesOf)
    .option('--on <day>', 'when, such as 2026-11-24; today when absent', dayOf)
    .summary('record a training session')
    .action(async (...[target, training, minutes, options]: [string, string, number, Options]) => {
      const id = await recordTime(folder(), target, { ...spentOf(options), training, minutes });
      say(process.stdout, `The training for ${target} is recorded as ${id}.`);
    });
  addLists(time, folder);
};

function addClock(time: Command, folder: () => string): void {
  withSpent(time.command('start'))
    .argument('<client/job>', 'for whom; the client alone when it is for no job')
    .summary('start your clock; it runs on when the computer is switched off')
    .action(async (target: string, options: Options) => {
      await startTime(folder(), target, spentOf(options));
      say(process.stdout, `The clock runs for ${target}.`);
    });
  time
    .command('stop')
    .option('--person <name>', 'whose clock', userInfo().username)
    .summary('stop your clock')
    .action(async ({ person }: { person: string }) => {
      const { minutes, client, job } = await stopTime(folder(), person);
      const target = job === '' ? client : `${client}/${job}`;
      say(process.stdout, `${minutes} minutes for ${target}.`);
    });
}

function addLists(time: Command, folder: () => string): void {
  time
    .command('list', { isDefault: true })
    .option('--all', 'also what is on an invoice or was taken out')
    .option('--json', 'print as JSON')
    .summary('time that is on no invoice yet')
    .action(async (options: { all?: true; json?: true }) => {
      const rows = await listTime(folder(), options.all ?? false);
      if (options.json) sayJson(process.stdout, rows);
      else say(process.stdout, tableOf(rows));
    });
  time
    .command('drop')
    .argument('<id>', 'its id as “time list” shows it', wholeOf)
    .requiredOption('--because <reason>', 'why, for the record')
    .summary('take time out of what is charged')
    .action(async (id: number, options: { because: string }) => {
      await leaveTimeOut(folder(), id, options.because);
      say(process.stdout, `${id} is not charged.`);
    });
}

function withSpent(command: Command): Command {
  return command
    .option('--person <name>', 'whose time', userInfo().username)
    .option('--service <name>', 'the service of the rate card, where there are several')
    .option('--note <text>', 'for yourself; it is not on the invoice');
}

function spentOf({ person, service, note, on }: Options) {
  return {
    person,
    note: note ?? '',
    ...(service !== undefined && { service }),
    ...(on !== undefined && { day: on }),
  };
}

function tableOf(rows: readonly TimeRow[]): string {
  if (rows.length === 0) return 'No time.';
  const table = new Table({
    head: ['id', 'day', 'who', 'client', 'job', 'what', 'minutes', '', 'note'],
    colAligns: ['right', 'left', 'left', 'left', 'left', 'left', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { id, day, person, client, job, what, minutes, state, note } of rows) {
    table.push([id, day, person, client, job, what, minutes ?? '', state, note]);
  }
  return table.toString();
}

function minutesOf(text: string): number {
  const minutes = wholeOf(text);
  if (minutes > 0) return minutes;
  throw new InvalidArgumentError('It must be at least one minute.');
}

function wholeOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

function dayOf(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  if (isDay) return text;
  throw new InvalidArgumentError('A day is written like 2026-11-24.');
}
