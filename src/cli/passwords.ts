import { readFile } from 'node:fs/promises';

/** The passwords in a file, one a line. They are not given as an argument, which others on the machine could read. */
export async function passwordsIn(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
  return lines.filter((line) => line !== '');
}
