import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { existingDesk } from '../app/compose.ts';
import { unitFolders } from '../app/config.ts';
import { installService, type UnitPlace, uninstallService } from '../app/service/install.ts';
import { type Service, type ServiceKind, serviceKinds, serviceText } from '../app/service/texts.ts';
import { type AddCommand, deskFolderOf, say } from './output.ts';

export const addService: AddCommand = (program) => {
  const service = program.command('service').summary('make the desk a service of this machine');
  named(service.command('print'))
    .addArgument(new Argument('<kind>', 'the manager of services').choices(serviceKinds))
    .summary('print the text for it, with where it goes; nothing is changed')
    .description(
      'Prints a unit for systemd, a job for launchd or a task for Windows that runs this desk from the start of the machine, starts it again when it ends by a fault, and lets it finish what is in hand when it is stopped.',
    )
    .action((kind: ServiceKind, options: { name: string }) => {
      const desk = resolve(deskFolderOf(program));
      say(process.stdout, serviceText(kind, serviceOf(desk, options.name)));
    });
  placed(named(service.command('install')))
    .summary('make it a service of systemd and start it')
    .description(
      'Puts the unit that “service print systemd” shows into its place, and starts it now and with the machine. As root it is a service of the machine, with the rights of whoever owns the desk; else one of your own, for which “loginctl enable-linger” keeps it running when you are logged out.',
    )
    .action(async (options: { name: string; folder?: string }) => {
      const { root } = existingDesk(deskFolderOf(program));
      const path = await installService(folderOf(options), serviceOf(root, options.name));
      say(process.stdout, `${path} is there, and the service ${options.name} runs.`);
    });
  placed(named(service.command('uninstall')))
    .summary('stop that service and take it away; the desk stays as it is')
    .action(async (options: { name: string; folder?: string }) => {
      const place: UnitPlace = { folder: folderOf(options), name: options.name, scope: scope() };
      const path = await uninstallService(place);
      say(process.stdout, `The service ${options.name} is stopped, and ${path} is gone.`);
    });
};

function named(command: Command): Command {
  return command.option(
    '--name <name>',
    'what the service is called, where a machine has several desks',
    (name: string) => {
      if (/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) return name;
      throw new InvalidArgumentError('Use small letters, digits and hyphens.');
    },
    'proofdesk',
  );
}

function placed(command: Command): Command {
  return command.option('--folder <folder>', 'where units are, when not at the usual place');
}

function scope(): Service['scope'] {
  return process.getuid?.() === 0 ? 'machine' : 'user';
}

function folderOf({ folder }: { readonly folder?: string }): string {
  return folder === undefined ? unitFolders()[scope()] : resolve(folder);
}

/** It has the rights of the desk's owner, by name where that is who asks. */
function serviceOf(desk: string, name: string): Service {
  const { username, uid } = userInfo();
  const owner = statSync(desk, { throwIfNoEntry: false })?.uid ?? uid;
  const program = resolve(process.argv[1] ?? '');
  const user = owner === uid ? username : String(owner);
  return { node: process.execPath, program, desk, user, name, scope: scope() };
}
