import { type CheckUp, examine } from '../app/doctor.ts';
import { colours } from './colours.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addDoctor: AddCommand = (program, setCode) => {
  program
    .command('doctor')
    .option('--json', 'print as JSON')
    .summary('look whether the desk has all that it needs')
    .description(
      'Looks at everything the desk needs and says what to do about what is not well. Nothing is changed.',
    )
    .action(async (options: { json?: true }) => {
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
