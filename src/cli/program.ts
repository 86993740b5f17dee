import { Command, CommanderError } from 'commander';
import { writeForOwnerOnly } from '../app/file-rights.ts';
import { version } from '../app/version.ts';
import { type AddCommand, exitCodes, say, sentenceOf } from './output.ts';
import { limitYoungMemory } from './young-memory.ts';

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
  limitYoungMemory();
  writeForOwnerOnly();
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
  for (const add of await commandsNamed(argv)) add(program, setCode);
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.trouble;
    say(process.stderr, sentenceOf(error));
    return exitCodes.trouble;
  }
}

/** In the order of `--help`. Each is loaded when it is called: all of them take half a second. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./init.ts')).addInit,
  run: async () => (await import('./run.ts')).addRun,
  once: async () => (await import('./once.ts')).addOnce,
  check: async () => (await import('./check.ts')).addCheck,
  status: async () => (await import('./status.ts')).addStatus,
  retry: async () => (await import('./retry.ts')).addRetry,
  withdraw: async () => (await import('./withdraw.ts')).addWithdraw,
  quote: async () => (await import('./quote.ts')).addQuote,
  approve: async () => (await import('./quote.ts')).addApprove,
  client: async () => (await import('./client.ts')).addClient,
  job: async () => (await import('./job.ts')).addJob,
  accept: async () => (await import('./accept.ts')).addAccept,
  query: async () => (await import('./query.ts')).addQuery,
  decline: async () => (await import('./quote.ts')).addDecline,
  invoice: async () => (await import('./invoice.ts')).addInvoice,
  credit: async () => (await import('./credit.ts')).addCredit,
  bank: async () => (await import('./bank.ts')).addBank,
  time: async () => (await import('./time.ts')).addTime,
  report: async () => (await import('./report.ts')).addReport,
  export: async () => (await import('./export.ts')).addExport,
  mail: async () => (await import('./mail.ts')).addMail,
  verify: async () => (await import('./verify.ts')).addVerify,
  returned: async () => (await import('./returned.ts')).addReturned,
  audit: async () => (await import('./audit.ts')).addAudit,
  retention: async () => (await import('./retention.ts')).addRetention,
  backup: async () => (await import('./backup.ts')).addBackup,
  restore: async () => (await import('./backup.ts')).addRestore,
  service: async () => (await import('./service.ts')).addService,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
};

/** The commands whose names stand on the command line, wherever they stand; all of them where none does. */
function commandsNamed(argv: readonly string[]): Promise<readonly AddCommand[]> {
  const named = Object.entries(commands).filter(([name]) => argv.includes(name));
  const wanted = named.length > 0 ? named : Object.entries(commands);
  return Promise.all(wanted.map(([, load]) => load()));
}
