import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { Argument } from 'commander';
import { type ServiceKind, serviceKinds, serviceText } from '../app/service.ts';
import { type AddCommand, deskFolderOf, say } from './output.ts';

export const addService: AddCommand = (program) => {
  program
    .command('service')
    .summary('what makes the desk a service of this machine')
    .command('print')
    .addArgument(new Argument('<kind>', 'the manager of services').choices(serviceKinds))
    .summary('print the text for it, with where it goes; nothing is changed')
    .description(
      'Prints a unit for systemd, a job for launchd or a task for Windows that runs this desk from the start of the machine, starts it again when it ends by a fault, and lets it finish what is in hand when it is stopped.',
    )
    .action((kind: ServiceKind) => {
      const text = serviceText(kind, {
        node: process.execPath,
        program: resolve(process.argv[1] ?? ''),
        desk: resolve(deskFolderOf(program)),
        user: userInfo().username,
      });
      say(process.stdout, text);
    });
};
