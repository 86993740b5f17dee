import { deskBackup } from '../app/backup/desk.ts';
import type { MadeBackup } from '../app/backup/make.ts';
import { type Restored, restoreBackup } from '../app/backup/restore.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addBackup: AddCommand = (program, setCode) => {
  program
    .command('backup')
    .argument('<folder>', 'a new folder, best on another disk')
    .option('--json', 'print as JSON')
    .summary('copy all of the desk, which may go on working')
    .description(
      'Copies the ledger as it is at one moment, every content that it names, the settings, what waits in the inbox, and the results. The copy is there whole or not at all. A running desk makes one every night as well, without the results, in .proofdesk/backups.',
    )
    .action(async (folder: string, options: { json?: true }) => {
      const made = await deskBackup(deskFolderOf(program), folder);
      if (options.json) sayJson(process.stdout, made);
      else say(process.stdout, madeText(made));
      setCode(made.damaged.length > 0 ? exitCodes.findings : exitCodes.fine);
    });
};

export const addRestore: AddCommand = (program, setCode) => {
  program
    .command('restore')
    .argument('<backup>', 'a folder that “backup” or the night has made')
    .requiredOption('--to <folder>', 'the new desk')
    .option('--json', 'print as JSON')
    .summary('make a desk of a backup')
    .description(
      'Makes a new desk of a backup and compares every file with its hash. Nothing is written over; the desk goes on where the backup was made. Clients who were erased since then are erased again, as far as the desk given with --desk, the desk that the backup lies in, or backups beside it tell of it.',
    )
    .action(async (backup: string, options: { to: string; json?: true }) => {
      const restored = await restoreBackup(backup, options.to, [deskFolderOf(program)]);
      if (options.json) sayJson(process.stdout, restored);
      else say(process.stdout, restoredText(restored));
      const { faults, erasures } = restored;
      const isFine = faults.length === 0 && erasures.toErase.length === 0;
      setCode(isFine ? exitCodes.fine : exitCodes.findings);
    });
};

function madeText({ folder, files, contents, damaged, skipped }: MadeBackup): string {
  const harm = damaged.map(
    (path) => `${path} is damaged in the desk. “proofdesk doctor --audit” says what to do.`,
  );
  const left = skipped.map((path) => `${path} is neither a file nor a folder and was left out.`);
  return [`${folder} holds ${files} files and ${contents} contents.`, ...harm, ...left].join('\n');
}

function restoredText({ root, madeAt, whole, faults, erasures }: Restored): string {
  const results = whole
    ? ''
    : ' It is a nightly backup: what lay in outbox, quarantine and duplicates is not in it.';
  const next = `Start it with “proofdesk run --desk ${root}”, but never beside the desk that it was made of.`;
  return [
    `${root} is as the desk was on ${madeAt}.${results}`,
    ...faults,
    ...erasureLines(erasures),
    next,
  ].join('\n');
}

function erasureLines({ erasedAgain, toErase }: Restored['erasures']): readonly string[] {
  const again = `${erasedAgain} ${erasedAgain === 1 ? 'client was' : 'clients were'} erased after this backup was made, and erased again just now.`;
  const open = toErase.map(
    ({ client, why }) =>
      `${client} was erased after this backup was made and is in it again. Erase again as soon as it can be done, “proofdesk client erase ${client} --for-good”: ${why.join(' ')}`,
  );
  return [...(erasedAgain > 0 ? [again] : []), ...open];
}
