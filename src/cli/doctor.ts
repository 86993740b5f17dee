import { type Account, accountFor } from '../app/accounts/account.ts';
import { type CheckUp, examine } from '../app/doctor/examine.ts';
import { colours } from './colours.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addDoctor: AddCommand = (program, setCode) => {
  program
    .command('doctor')
    .option('--json', 'print as JSON')
    .option('--audit', 'account for every file of the desk instead')
    .summary('look whether the desk has all that it needs')
    .description(
      'Looks at everything the desk needs and says what to do about what is not well. With --audit it compares every file in the content store, outbox, quarantine, duplicates and work area with the ledger. Nothing is changed; to see whether this computer is told of new files, one is put into the inbox for a moment.',
    )
    .action(async (options: { json?: true; audit?: true }) => {
      if (options.audit) {
        const account = await accountFor(deskFolderOf(program));
        if (options.json) sayJson(process.stdout, account);
        else say(process.stdout, accountText(account));
        setCode(account.faults.length === 0 ? exitCodes.fine : exitCodes.findings);
        return;
      }
      const checkUps = await examine(deskFolderOf(program));
      if (options.json) sayJson(process.stdout, checkUps);
      else say(process.stdout, checkUps.map(line).join('\n'));
      setCode(checkUps.every(({ well }) => well) ? exitCodes.fine : exitCodes.findings);
    });
};

function line({ what, well, says, remedy }: CheckUp): string {
  const mark = well ? colours.green('well') : colours.red('look');
  const rest = remedy ? `\n      What to do: ${remedy}` : '';
  return `${mark}  ${what}: ${says}${rest}`;
}

function accountText({ documents, files, unnamedContents, faults }: Account): string {
  const looked = Object.entries(files).map(([folder, count]) => `${folder} ${count}`);
  const known = `${documents} documents; files: ${looked.join(', ')}. ${unnamedContents} contents are of earlier tries.`;
  if (faults.length === 0) return `${known}\nEvery file is accounted for.`;
  const lines = faults.map(
    ({ where, says, remedy }) =>
      `${colours.red('look')}  ${where} ${says}\n      What to do: ${remedy}`,
  );
  return [known, ...lines].join('\n');
}
