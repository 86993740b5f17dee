import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('..', import.meta.url));

/**
 * The folder of real documents that some tests measure on, or undefined where there is none.
 * With PROOFDESK_REQUIRE_PARTS set, as in CI, a missing part is a failure and not a skip.
 */
export function corpusFolder(): string | undefined {
  const folder = process.env['PROOFDESK_CORPUS'] ?? `${checkout}../shared/corpus`;
  return existsSync(folder) ? folder : missing('the corpus of real documents', folder);
}

/** A program that a test needs from the machine, or undefined where it is not installed. */
export function program(name: string): string | undefined {
  const found = (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => `${folder}/${name}`)
    .find((path) => existsSync(path));
  return found ?? missing(`the program ${name}`, 'the PATH');
}

/** A Python that can speak to LibreOffice, or undefined where there is none. */
export function officePython(): string | undefined {
  const found = ['/usr/bin/python3', 'python3'].find(
    (python) => spawnSync(python, ['-c', 'import uno']).status === 0,
  );
  return found ?? missing('Python with the module uno (python3-uno)', 'the PATH');
}

/** Says that a part is not there; where all parts must be, it throws. */
export function missing(what: string, where: string): undefined {
  if (process.env['PROOFDESK_REQUIRE_PARTS']) throw new Error(`${what} is missing from ${where}`);
  process.stderr.write(`skipped: ${what} is not in ${where}\n`);
  return undefined;
}
