import { Command, CommanderError } from 'commander';
import { version } from '../app/version.ts';
import { addBank } from './bank.ts';
import { addCheck } from './check.ts';
import { addDoctor } from './doctor.ts';
import { addInit } from './init.ts';
import { addCredit, addInvoice } from './invoice.ts';
import { addOnce } from './once.ts';
import { exitCodes, say, sentenceOf } from './output.ts';
import { addRetry } from './retry.ts';
import { addReturned } from './returned.ts';
import { addRun } from './run.ts';
import { addStatus } from './status.ts';
import { addVerify } from './verify.ts';
import { addWithdraw } from './withdraw.ts';

const introduction =
  'Proofdesk proofreads your clients’ documents: corrected copies, redlines and reports come out, and when all documents of a job are back, its invoice is queued. Everything stays on this computer.';

const ending = `
A first look:
  proofdesk check letter.docx       what would be corrected, and why; nothing is changed
  proofdesk init my-desk            make a desk: a folder with an inbox, an outbox and settings
  proofdesk run --desk my-desk      work on everything that is dropped into my-desk/inbox/<client>/
  proofdesk status --desk my-desk   what waits, why, and what was done

The desk is the folder given with --desk, or in PROOFDESK_DESK, or ./desk.
Exit codes: 0 all is well, 1 there are findings or something waits for you, 2 it could not be done.`;

/** Runs one command. Resolves to the exit code; whatever goes wrong is said in a sentence. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let code: number = exitCodes.fine;
  const program = new Command('proofdesk')
    .description(introduction)
    .version(version)
    .option('--desk <folder>', 'the desk to work at')
    .addHelpText('after', ending)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(“proofdesk --help” shows what there is)')
    .exitOverride();
  const setCode = (value: number): void => {
    code = value;
  };
  for (const add of commands) add(program, setCode);
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.trouble;
    say(process.stderr, sentenceOf(error));
    return exitCodes.trouble;
  }
}

const commands = [
  addInit,
  addRun,
  addOnce,
  addCheck,
  addStatus,
  addRetry,
  addWithdraw,
  addInvoice,
  addCredit,
  addBank,
  addVerify,
  addReturned,
  addDoctor,
];
