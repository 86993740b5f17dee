import { DocumentProblem } from '../../core/problem.ts';
import { systemSentence, worldCodes } from '../../job/system-sentences.ts';
import { DeskProblem, DiskFull, InboxUnavailable, LedgerRefused } from '../../job/trouble.ts';

/**
 * What may be told of an error in the log and in a status. Our own sentences hold no client's text, and neither do
 * those of the operating system; any other message may quote what it failed on, so only its kind and place are told.
 */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return `something that is no error: ${typeof error}`;
  if (ours.some((kind) => error instanceof kind)) return error.message;
  if (isFromSystem(error)) return systemSentence(error) ?? error.message;
  return `${error.name}${codeOf(error)}${placeOf(error)}`;
}

const ours = [DeskProblem, DiskFull, DocumentProblem, InboxUnavailable, LedgerRefused] as const;

/** Whether an error is the world's and not a document's, so that work pauses and no document is put aside for it. */
export function isWorldDown(error: unknown): boolean {
  if (error instanceof DiskFull || error instanceof LedgerRefused) return true;
  return error instanceof Error && isFromSystem(error) && worldCodes.includes(error.code);
}

/** What kind of trouble it is, in a word that names nobody. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return isFromSystem(error) ? error.code : error.name;
}

function isFromSystem(error: Error): error is Error & { readonly code: string } {
  return 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
}

/** The stack repeats the message before its first place. */
function placeOf({ stack = '', message }: Error): string {
  const frames = stack.slice(stack.indexOf(message) + message.length);
  const [first] = /\bat .+/.exec(frames) ?? [];
  return first === undefined ? '' : ` ${first}`;
}
