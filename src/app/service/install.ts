import { execFile } from 'node:child_process';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFolder, writeIfMissing } from '../../adapters/fs/durable.ts';
import { DeskProblem } from '../../job/trouble.ts';
import { readIfThere } from '../reading.ts';
import { deskOfUnit, type Service, serviceText } from './texts.ts';

/** Everybody may read what runs on a machine; what the desk itself writes is for its owner alone. */
const unitMode = 0o644;

/** Where the units of a machine or of a user are. */
export interface UnitPlace {
  readonly folder: string;
  readonly name: string;
  readonly scope: Service['scope'];
}

/**
 * Puts the unit of a desk into its place and starts it; the path of the unit. One that is there for the same desk is
 * replaced. Throws DeskProblem when the name is taken, or when systemd does not run or refuses.
 */
export async function installService(folder: string, service: Service): Promise<string> {
  const place = { folder, name: service.name, scope: service.scope };
  const path = pathOf(place);
  const before = await unitAt(place);
  if (before !== undefined && before.desk !== service.desk) {
    throw new DeskProblem(
      `There is a service ${place.name} already, for the desk ${before.desk}. Give this one another --name.`,
    );
  }
  await ensureFolder(folder);
  await rm(path, { force: true });
  await writeIfMissing(path, serviceText('systemd', service));
  await chmod(path, unitMode);
  try {
    await control(place, 'daemon-reload');
    await control(place, 'enable', place.name);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  await control(place, 'restart', place.name);
  return path;
}

/** Stops a service that was installed here and takes its unit away; the desk stays as it is. */
export async function uninstallService(place: UnitPlace): Promise<string> {
  const path = pathOf(place);
  if (!(await unitAt(place))) throw new DeskProblem(`There is no service ${place.name} (${path}).`);
  await control(place, 'disable', '--now', place.name);
  await rm(path);
  await control(place, 'daemon-reload');
  return path;
}

function pathOf({ folder, name }: UnitPlace): string {
  return join(folder, `${name}.service`);
}

/** The unit of that name, which must be one of ours. */
async function unitAt(place: UnitPlace): Promise<{ readonly desk: string } | undefined> {
  const path = pathOf(place);
  const unit = await readIfThere(path, path);
  if (!unit) return undefined;
  const desk = deskOfUnit(unit.text);
  if (desk !== undefined) return { desk };
  throw new DeskProblem(
    `${path} was not made by Proofdesk and is left alone. Choose another --name.`,
  );
}

function control({ scope }: UnitPlace, ...words: readonly string[]): Promise<void> {
  const all = scope === 'user' ? ['--user', ...words] : [...words];
  return new Promise((resolve, reject) => {
    execFile('systemctl', all, { encoding: 'utf8' }, (error, _stdout, stderr) => {
      if (!error) return resolve();
      const why = stderr.trim() === '' ? error.message : stderr.trim();
      const command = ['systemctl', ...all].join(' ');
      reject(
        new DeskProblem(
          `“${command}” did not work: ${why}\nWhere systemd does not run the machine, “proofdesk service print” and the Dockerfile are other ways.`,
        ),
      );
    });
  });
}
