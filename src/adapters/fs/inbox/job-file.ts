import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** Only what the inbox itself must know; the rest of the file is the profile's, and checked there. */
const expectation = z.looseObject({
  expected_files: z.array(z.string().min(1)).nullish(),
});

/** What a job.yaml says is to come, or the sentence that tells what is wrong with it. */
export type JobFileReading =
  | { readonly kind: 'read'; readonly expectedFiles?: readonly string[] }
  | { readonly kind: 'faulty'; readonly reason: string };

/** Larger is not a list of files that a person wrote. */
export const jobFileBytesMax = 1_000_000;

/** Reads the text of a job.yaml. The paths it lists come back with `/`, relative to the job's folder. */
export function readJobFile(text: string): JobFileReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    return faulty(`line ${line}, column ${col}: ${error.message.split('\n')[0]}`);
  }
  const result = expectation.safeParse(contentOf(document));
  if (!result.success) {
    return faulty('“expected_files” must be a list of file names, one a line, each after a “- ”');
  }
  const files = result.data.expected_files;
  if (!files) return { kind: 'read' };
  const expectedFiles = files.map(tidied);
  const outside = files.find((_file, index) => isOutside(expectedFiles[index] ?? ''));
  if (outside !== undefined) return faulty(`“${outside}” is not a path inside the job’s folder`);
  return { kind: 'read', expectedFiles };
}

/** Aliases that multiply are refused by an error. To the reader of the file that is a fault like any other: no map comes of it. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch {
    return 'aliases that cannot be followed';
  }
}

function faulty(what: string): JobFileReading {
  return { kind: 'faulty', reason: `it cannot be used: ${what}. Mend it; the job waits for that.` };
}

function tidied(path: string): string {
  const parts = path.normalize('NFC').replaceAll('\\', '/').split('/');
  return parts.filter((part, index) => part !== '.' && (part !== '' || index === 0)).join('/');
}

function isOutside(path: string): boolean {
  return (
    path === '' || path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')
  );
}
