import { PhraseProblem } from '../billing/phrases.ts';
import { DeskProblem } from '../job/trouble.ts';

/** A paper that was printed, or why it cannot be until somebody mends the settings. */
export type Printed<T> = { readonly made: T } | { readonly because: string };

/**
 * Prints a paper. A translation or a setting may be at fault, and with it the papers of one client:
 * those of all others must not wait for it, so that it is told and never thrown.
 */
export async function printed<T>(name: string, print: () => Promise<T>): Promise<Printed<T>> {
  try {
    return { made: await print() };
  } catch (error) {
    return { because: `${name} cannot be printed. ${reasonOf(error)}` };
  }
}

/** Any other message may quote a client's text. */
function reasonOf(error: unknown): string {
  if (error instanceof DeskProblem || error instanceof PhraseProblem) return error.message;
  const kind = error instanceof Error ? error.name : 'unknown error';
  return `Look at the client’s language and its file in translations/ (${kind}).`;
}
