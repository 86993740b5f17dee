import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DocumentProblem } from '../../core/problem.ts';
import type { Converter } from '../../ports.ts';
import { privateFolder } from '../fs/durable.ts';
import { profileSettings } from './profile.ts';
import { type Runner, runLimited } from './run.ts';

/** Where LibreOffice is, and what a conversion may take. */
export interface ConverterOptions {
  readonly program: string;
  /** The folders of programs, for what LibreOffice itself starts. */
  readonly searchPath: string;
  readonly limits?: Partial<ConverterLimits>;
  /** Runs the program; by default in a process of its own, within the limits. */
  readonly run?: Runner;
}

interface ConverterLimits {
  /** A conversion takes some three seconds; a book, a minute. */
  readonly deadlineMs: number;
  /** What comes out must fit through the gate, as everything that is opened. */
  readonly sizeBytesMax: number;
}

const defaults: ConverterLimits = { deadlineMs: 180_000, sizeBytesMax: 100_000_000 };

/** LibreOffice now and then ends without a word and without a result, and then does it the second time. */
const attemptsMax = 2;

/**
 * Converts by LibreOffice, one document at a time, each with a profile of its own that is thrown away:
 * no macro runs, nothing is fetched, nothing of the user's own LibreOffice is read or written.
 */
export function createConverter(options: ConverterOptions): Converter {
  const limits = { ...defaults, ...options.limits };
  let last: Promise<unknown> = Promise.resolve();
  return {
    toDocx(bytes) {
      const mine = last.then(() => converted(bytes, options, limits));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function converted(
  bytes: Uint8Array,
  options: ConverterOptions,
  limits: ConverterLimits,
): Promise<Uint8Array> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const made = await oneAttempt(bytes, options, limits);
    if (made) return made;
  }
  throw new DocumentProblem(
    'legacy-format',
    'LibreOffice could not convert it; it may be damaged or protected with a password.',
  );
}

async function oneAttempt(
  bytes: Uint8Array,
  { program, searchPath, run = runLimited }: ConverterOptions,
  { deadlineMs, sizeBytesMax }: ConverterLimits,
): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'proofdesk-convert-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true, mode: privateFolder });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), profileSettings);
    await writeFile(join(folder, 'document.doc'), bytes);
    const end = await run({
      program,
      arguments: argumentsOf(profile, folder),
      folder,
      searchPath,
      deadlineMs,
      fileBytesMax: sizeBytesMax,
    });
    if (end === 'deadline') throw tookTooLong();
    return await result(join(folder, 'document.docx'), sizeBytesMax);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The name of the file that goes in is always the same, so that no document can name an option. */
function argumentsOf(profile: string, folder: string): readonly string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'],
    ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, join(folder, 'document.doc')],
  ];
}

/** LibreOffice ends without an error when it converts nothing: only the file tells. */
async function result(path: string, sizeBytesMax: number): Promise<Uint8Array | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found || found.size === 0) return undefined;
  if (found.size > sizeBytesMax) {
    throw new DocumentProblem('too-large', 'Converted to .docx, the document is too large.');
  }
  return new Uint8Array(await readFile(path));
}

function tookTooLong(): DocumentProblem {
  return new DocumentProblem('took-too-long', 'Its conversion to .docx was ended.');
}
