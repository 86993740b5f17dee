import { verifyReport } from '../app/verify.ts';
import { type AddCommand, exitCodes, say, sayJson } from './output.ts';
import { passwordsIn } from './passwords.ts';

export const addVerify: AddCommand = (program, setCode) => {
  program
    .command('verify')
    .argument('<report>', 'a report/….json in the outbox')
    .option('--json', 'print as JSON')
    .option('--password-file <file>', 'passwords of encrypted documents, one a line')
    .summary('prove that a report accounts for every change')
    .description(
      'Makes the changes that the report lists in the original and compares the result with the corrected copy, byte for byte. Nothing is written. An encrypted document is opened with the passwords that its desk knows, or with --password-file.',
    )
    .action(async (report: string, options: { json?: true; passwordFile?: string }) => {
      const result = await verifyReport(report, await passwordsIn(options.passwordFile));
      if (options.json) sayJson(process.stdout, result);
      else say(process.stdout, result.sentence);
      setCode(result.proved ? exitCodes.fine : exitCodes.findings);
    });
};
