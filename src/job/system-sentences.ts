/**
 * What the operating system refused, as a sentence for a person: what is wrong and what to do about it.
 * Undefined where it is no error of files, or one that tells a person nothing more. `place` is for errors that do not
 * say on what they came, as those of open files.
 */
export function systemSentence(error: unknown, place?: string): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : place;
  return sentences[String(error.code)]?.(path);
}

/** The same, or else what the error says by itself. */
export function saidOf(error: unknown): string {
  return systemSentence(error) ?? (error instanceof Error ? error.message : String(error));
}

/** Which of these would meet every document, so that no document is to blame. */
export const worldCodes: readonly string[] = [
  'EACCES',
  'EPERM',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
];

/** That a right is missing, and how it is given back. */
export function rightMissing(path: string): string {
  const says = (what: string) =>
    `${what} may not be read or written by the user who runs Proofdesk.`;
  const [part, own] = ownPartOf(path) ?? [];
  if (part === undefined) return `${says(path)} Give that user the right to it.`;
  const remedy = part.includes('\\')
    ? `Give that user full control of ${own}, in its properties under “Security”.`
    : `If the files are the user’s own, type: chmod -R u+rwX "${own}". If they are another’s, as after a start with sudo: sudo chown -R "$USER" "${own}".`;
  return `${says(part)} ${remedy}`;
}

/**
 * Of a path in the folder of the desk’s own data, such as the store, that part and the folder: where one right is missing
 * there, others often are too, and a name that is another each time would be told each time.
 */
function ownPartOf(path: string): RegExpExecArray | undefined {
  return /^(.*[/\\]\.proofdesk)(?:[/\\][^/\\]*)?/.exec(path) ?? undefined;
}

type Sentence = (path: string | undefined) => string | undefined;

const refused: Sentence = (path) => (path === undefined ? undefined : rightMissing(path));

const tooManyOpen: Sentence = () =>
  'Too many files are open on this computer. End other programs, or raise the limit (ulimit -n).';

const sentences: Readonly<Record<string, Sentence>> = {
  EACCES: refused,
  EPERM: refused,
  EIO: (path) =>
    `${path ?? 'A file'} cannot be read or written: the disk is failing, or a share is away. Look after the disk, and keep a backup on another one.`,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  ENOMEM: () => 'This computer has no memory left. End other programs.',
  EROFS: (path) =>
    `${path ?? 'The disk'} is write-protected. Mount its disk for writing, or take the protection away.`,
  EISDIR: (path) => path && `${path} is a folder where a file should be. Move it away.`,
  ENOTDIR: (path) => path && `${path} needs a folder where a file is. Move the file away.`,
  ENAMETOOLONG: (path) => path && `${path} is longer than the disk takes. Shorten the name.`,
  EBUSY: (path) => path && `${path} is in the hands of another program. End that one.`,
};
