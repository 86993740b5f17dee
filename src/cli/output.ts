import type { Command } from 'commander';
import { environment } from '../app/config.ts';
import { systemSentence } from '../job/system-sentences.ts';

/** As linters have them. */
export const exitCodes = { fine: 0, findings: 1, trouble: 2 } as const;

/** How a command tells its exit code. */
type SetCode = (code: number) => void;

/** Adds one command to the program. */
export type AddCommand = (program: Command, setCode: SetCode) => void;

/** Where output goes: a terminal, a file, a pipe. */
export interface Output {
  write(text: string): unknown;
}

export function say(output: Output, text: string): void {
  output.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function sayJson(output: Output, value: unknown): void {
  say(output, JSON.stringify(value, null, 2));
}

/**
 * What went wrong, for a person: our own errors are sentences already, others name what the system said.
 * `file` is what was being read, for errors that do not say.
 */
export function sentenceOf(error: unknown, file = 'What you named'): string {
  if (!(error instanceof Error)) return `Something went wrong: ${String(error)}`;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : file;
  if (!('code' in error)) return error.message;
  return sentencesHere[String(error.code)]?.(path) ?? systemSentence(error) ?? error.message;
}

/** What means more to who names files on the command line. */
const sentencesHere: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `${path} is not there. Check the name and the folder.`,
  EISDIR: (path) => `${path} is a folder. Name the files in it.`,
  ENOSPC: () => 'The disk is full. Make room and start again; nothing is lost.',
};

/** The desk that a command works at. */
export function deskFolderOf(program: Command): string {
  const { desk } = program.opts<{ desk?: string }>();
  return desk ?? environment().deskFolder ?? 'desk';
}
