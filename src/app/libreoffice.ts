import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createConverter } from '../adapters/libreoffice/converter.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Converter } from '../ports.ts';

/** Where LibreOffice is: `setting` as in `desk.yaml`, else on the PATH or at its usual place. Throws DeskProblem. */
export function findLibreOffice(
  setting: string | undefined,
  searchPath: string,
): string | undefined {
  if (setting === 'off') return undefined;
  if (setting !== undefined) {
    if (isProgram(setting)) return setting;
    throw new DeskProblem(
      `desk.yaml: libreoffice: ${setting} is not a program. Name the file “soffice”, or take the setting out.`,
    );
  }
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces].find(isProgram);
}

/** What converts old Word documents, where LibreOffice is installed. */
export function converterFor(
  setting: string | undefined,
  searchPath: string,
): Converter | undefined {
  const program = findLibreOffice(setting, searchPath);
  return program === undefined ? undefined : createConverter({ program, searchPath });
}

const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];

const usualPlaces = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
