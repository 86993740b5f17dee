import { initDesk } from '../app/init.ts';
import { type AddCommand, deskFolderOf, say } from './output.ts';

export const addInit: AddCommand = (program) => {
  program
    .command('init')
    .argument('[folder]', 'where the desk is to be')
    .summary('make a desk')
    .description(
      'Makes a desk: a folder with an inbox, an outbox, settings, and a sample client whose letter is in the inbox already. A desk that is there is left as it is.',
    )
    .action(async (folder: string | undefined) => {
      const made = await initDesk(folder ?? deskFolderOf(program));
      say(process.stdout, made.isNew ? welcome(made) : `There is a desk in ${made.root} already.`);
    });
};

/** Where to drop files and where results appear. */
export function welcome({ root, isNew }: { readonly root: string; readonly isNew: boolean }) {
  return [
    `Your desk is ${root}`,
    '',
    `  Drop documents into   ${root}/inbox/<client>/           one file is a job of its own`,
    `                        ${root}/inbox/<client>/<job>/     or a folder of files that belong together`,
    `  Results appear in     ${root}/outbox/<client>/<job>/    corrected, redline, report, original`,
    `  What cannot be done   ${root}/quarantine/               each with a reason and what to do`,
    '',
    ...(isNew ? ['A sample letter is in the inbox already.'] : []),
    `Your settings are in ${root}/desk.yaml.`,
  ].join('\n');
}
