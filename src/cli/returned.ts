import { type ReturnedFile, readReturned } from '../app/returned.ts';
import type { ClientChange } from '../core/decisions/changes.ts';
import type { ClientDecision, DecidedEdit } from '../core/decisions/decisions.ts';
import { colours } from './colours.ts';
import { type AddCommand, exitCodes, say, sayJson } from './output.ts';
import { passwordsIn } from './passwords.ts';

interface Options {
  readonly json?: true;
  readonly passwordFile?: string;
}

export const addReturned: AddCommand = (program, setCode) => {
  program
    .command('returned')
    .argument('<report>', 'a report/….json in the outbox')
    .argument('<file>', 'the redline as the client sent it back')
    .option('--json', 'print as JSON')
    .option('--password-file <file>', 'passwords of encrypted documents, one a line')
    .summary('read from a returned redline what the client decided')
    .description(
      'Says of each correction whether the client accepted, rejected or rewrote it, or left it open, and what else the client changed. It goes by the words, so that it does not matter which program saved the file. Nothing is written. An encrypted document is opened with the passwords that its desk knows, or with --password-file. Exit code 0: all is decided; 1: something is open; 2: the file could not be read.',
    )
    .action(async (report: string, file: string, options: Options) => {
      const read = await readReturned({ report, file }, await passwordsIn(options.passwordFile));
      if (options.json) sayJson(process.stdout, asJson(read));
      else say(process.stdout, asText(read));
      setCode(read.counts.undecided === 0 ? exitCodes.fine : exitCodes.findings);
    });
};

function asJson({ counts, edits, changes }: ReturnedFile) {
  return {
    counts: { ...counts, changes: changes.length },
    edits: edits.map(({ edit, decision, rewriting }) => ({
      ...edit.span,
      before: edit.before,
      after: edit.after,
      decision,
      ...(rewriting ? { rewriting: { ...rewriting.span, text: rewriting.text } } : {}),
    })),
    changes: changes.map(({ span, before, after, tracked }) => ({
      ...span,
      before,
      after,
      tracked,
    })),
  };
}

function asText({ counts, edits, changes, text }: ReturnedFile): string {
  const sum = `${counts.accepted} accepted, ${counts.rejected} rejected, ${counts.rewritten} rewritten, ${counts.undecided} undecided; ${changes.length} other changes of the client`;
  return [
    ...edits.map((edit) => editRow(edit, text)),
    ...changes.map((change) => changeRow(change, text)),
    sum,
  ].join('\n');
}

const marks: Readonly<Record<ClientDecision, string>> = {
  accepted: colours.green('accepted '),
  rejected: colours.red('rejected '),
  rewritten: colours.yellow('rewritten'),
  undecided: colours.dim('undecided'),
};

function editRow({ edit, decision, rewriting }: DecidedEdit, text: string): string {
  const row = `${marks[decision]}  ${change(edit, text)}`;
  if (!rewriting) return row;
  const words = rewriting.text === '' ? 'nothing' : `“${oneLine(rewriting.text)}”`;
  return `${row}  the client has ${words}`;
}

function changeRow(each: ClientChange, text: string): string {
  const how = each.tracked ? 'tracked' : 'without a trace';
  return `${colours.yellow('changed  ')}  ${change(each, text)}  ${colours.dim(how)}`;
}

/** So much of the words around a change that it can be found. */
const contextUnits = 24;

function change({ span, before, after }: DecidedEdit['edit'], text: string): string {
  const head = text.slice(Math.max(0, span.start - contextUnits), span.start);
  const tail = text.slice(span.end, span.end + contextUnits);
  const old = colours.red(oneLine(before));
  return `…${oneLine(head)}[${old}→${colours.green(oneLine(after))}]${oneLine(tail)}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ¶ ');
}
